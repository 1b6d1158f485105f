using IncidentBot.Ports;

namespace IncidentBot.Adapters.Tests.Stores;

public abstract partial class TimelineStoreContract
{
    [Test]
    public async Task A_repetition_answers_with_the_first_time_and_changes_nothing()
    {
        await AppendAsync(Sample.Append(3));
        await AppendAsync(Sample.Keyed(3, "slack:U1:e1", entries: 2));
        var again = await Store.AppendAsync(Sample.Keyed(9, "slack:U1:e1"));
        Assert.That(again, Is.EqualTo(new AppendOutcome.Repeated(new KeyMemory(3, 2, 3, 1))));
        Assert.That(await WholeFeedAsync(), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_repetition_counts_before_the_expected_number()
    {
        await AppendAsync(Sample.Append(3, expected: 0, key: new IdempotencyKey("k", 1)));
        Assert.That(await Store.AppendAsync(Sample.Append(3, expected: 0, key: new IdempotencyKey("k", 1))), Is.InstanceOf<AppendOutcome.Repeated>());
    }

    [Test]
    public async Task Another_line_under_a_used_key_is_told_so()
    {
        await AppendAsync(Sample.Keyed(3, "web:ana:x", digest: ulong.MaxValue));
        var other = await Store.AppendAsync(Sample.Keyed(3, "web:ana:x", digest: 2));
        Assert.That(other, Is.EqualTo(new AppendOutcome.KeyTaken(new KeyMemory(3, 1, 1, ulong.MaxValue))));
        Assert.That(await WholeFeedAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Keys_are_told_apart_letter_by_letter()
    {
        await AppendAsync(Sample.Keyed(1, "web:ana:x"));
        await AppendAsync(Sample.Keyed(1, "web:ana:X"));
        await AppendAsync(Sample.Keyed(1, "web:ána:x"));
        Assert.That(await WholeFeedAsync(), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Keys_are_remembered_after_a_restart()
    {
        await AppendAsync(Sample.Append(3, entries: 600));
        await AppendAsync(Sample.Keyed(3, "k1", digest: 5, entries: 3));
        await AppendAsync(Sample.Append(3, entries: 600));
        await ReopenAsync();
        Assert.That(await Store.FindKeyAsync("k1"), Is.EqualTo(new KeyMemory(3, 601, 603, 5)));
        Assert.That(await Store.AppendAsync(Sample.Keyed(3, "k1", 5)), Is.InstanceOf<AppendOutcome.Repeated>());
        Assert.That(await Store.AppendAsync(Sample.Keyed(3, "k1", 6)), Is.InstanceOf<AppendOutcome.KeyTaken>());
    }

    [Test]
    public async Task An_unused_key_is_not_found()
        => Assert.That(await Store.FindKeyAsync("never"), Is.Null);

    [Test]
    public async Task A_refused_append_uses_up_no_key()
    {
        await Store.AppendAsync(Sample.Append(1, expected: 4, key: new IdempotencyKey("k", 1)));
        Assert.That(await Store.FindKeyAsync("k"), Is.Null);
    }

    [Test]
    public async Task A_hundred_deliveries_at_once_have_one_effect()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(async () => await Store.AppendAsync(Sample.Keyed(1, "teams:1", entries: 2)))));
        Assert.That(outcomes.OfType<AppendOutcome.Appended>().Count(), Is.EqualTo(1));
        Assert.That(outcomes.OfType<AppendOutcome.Repeated>().Select(o => o.First), Is.All.EqualTo(new KeyMemory(1, 1, 2, 1)).And.Exactly(99).Items);
        Assert.That(await WholeFeedAsync(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task The_first_entry_of_an_append_carries_its_key()
    {
        var entries = await AppendAsync(Sample.Keyed(1, "slack:U1:e1", entries: 3));
        Assert.That(entries.Select(e => e.Key), Is.EqualTo(["slack:U1:e1", "", ""]));
    }
}

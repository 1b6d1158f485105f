using System.Security.Cryptography;
using System.Text;
using IncidentBot.Ports;

namespace IncidentBot.Adapters.Tests.Stores;

public abstract partial class TimelineStoreContract
{
    private static readonly byte[] Remains = """{"event":{"text":""}}"""u8.ToArray();

    [Test]
    public async Task An_erased_entry_keeps_its_place_and_loses_salt_and_body()
    {
        var before = await AppendAsync(Sample.Append(1, entries: 3));
        await EraseAsync(1, 2);
        var after = await WholeStreamAsync(1);
        Assert.That(after, Has.Count.EqualTo(4));
        Assert.That(after[1].IsErased);
        Assert.That(after[1].Salt.IsEmpty);
        Assert.That(after[1].Body.ToArray(), Is.EqualTo(Remains));
        Assert.That(after[1].ErasedDigest.ToArray(), Is.EqualTo(SHA256.HashData([.. before[1].Salt.Span, .. before[1].Body.Span])));
        Assert.That(Flat(after[1] with { Salt = before[1].Salt, Body = before[1].Body, ErasedDigest = default }), Is.EqualTo(Flat(before[1])));
        Assert.That(after.Where(entry => entry.IsErased).Select(entry => entry.Number), Is.EqualTo([2]));
    }

    [TestCase(1), TestCase(2), TestCase(3)]
    public async Task The_chain_verifies_after_an_erasure_and_goes_on(int number)
    {
        await AppendAsync(Sample.Append(1, entries: 3));
        await EraseAsync(1, number);
        await AppendAsync(Sample.Append(1, expected: 4));
        await ReopenAsync();
        await AppendAsync(Sample.Append(1, expected: 5));
        await ChainVerifiesAsync(1, 6);
    }

    [Test]
    public async Task Feed_and_stream_agree_about_what_was_erased_also_after_a_restart()
    {
        await AppendAsync(Sample.Append(1, entries: 3));
        await AppendAsync(Sample.Append(2, entries: 3));
        await AppendAsync(Sample.Append(1, entries: 3));
        await EraseAsync(1, 1, 5);
        var feed = await WholeFeedAsync();
        Assert.That(feed.Where(entry => entry.Stream == 1).Select(Flat), Is.EqualTo((await WholeStreamAsync(1)).Select(Flat)));
        Assert.That(feed.Where(entry => entry.IsErased).Select(entry => (entry.Stream, entry.Number)), Is.EqualTo([(1, 1), (1, 5)]));
        await ReopenAsync();
        Assert.That((await WholeFeedAsync()).Select(Flat), Is.EqualTo(feed.Select(Flat)));
    }

    [Test]
    public async Task What_remains_can_be_read_as_the_event_that_it_was()
    {
        var body = StoredEvents.Write(new NoteAdded("the password is swordfish"), [new OpenRoom("war room")]);
        await AppendAsync(new AppendRequest(1, 0, [Sample.Entry() with { Kind = nameof(NoteAdded), Body = body }]));
        await AppendAsync(Sample.Append(1) with { Erases = [new Erasure(1, StoredEvents.Write(new NoteAdded(""), []))] });
        var read = StoredEvents.Read((await WholeStreamAsync(1))[0]);
        Assert.That(read.Event, Is.EqualTo(new NoteAdded("")));
        Assert.That(read.Promises, Is.Empty);
        Assert.That(read.IsRedacted);
    }

    [Test]
    public async Task An_erasure_that_is_repeated_replaces_only_what_remains()
    {
        await AppendAsync(Sample.Append(1, entries: 2));
        await EraseAsync(1, 1);
        var once = (await WholeStreamAsync(1))[0];
        await AppendAsync(Sample.Append(1) with { Erases = [new Erasure(1, "{}"u8.ToArray())] });
        var twice = (await WholeStreamAsync(1))[0];
        Assert.That(Encoding.UTF8.GetString(twice.Body.Span), Is.EqualTo("{}"));
        Assert.That(Flat(twice with { Body = once.Body }), Is.EqualTo(Flat(once)));
        Assert.That(twice.ErasedDigest.ToArray(), Is.EqualTo(once.ErasedDigest.ToArray()));
        await ChainVerifiesAsync(1, 4);
    }

    [Test]
    public async Task The_key_of_an_erased_entry_is_taken_for_good()
    {
        await AppendAsync(Sample.Keyed(1, "web:ana:x", digest: 7));
        await EraseAsync(1, 1);
        var taken = new AppendOutcome.KeyTaken(new KeyMemory(1, 1, 1, null));
        Assert.That(await Store.AppendAsync(Sample.Keyed(1, "web:ana:x", digest: 7)), Is.EqualTo(taken));
        await ReopenAsync();
        Assert.That(await Store.AppendAsync(Sample.Keyed(1, "web:ana:x", digest: 7)), Is.EqualTo(taken));
        Assert.That(await Store.AppendAsync(Sample.Keyed(1, "web:ana:x", digest: 0)), Is.EqualTo(taken));
        Assert.That(await Store.FindKeyAsync("web:ana:x"), Is.EqualTo(new KeyMemory(1, 1, 1, null)));
        Assert.That((await WholeStreamAsync(1))[0].Key, Is.EqualTo("web:ana:x"));
    }

    [TestCase(true), TestCase(false)]
    public async Task A_key_forgets_its_line_also_when_a_later_entry_of_its_append_is_erased(bool restarted)
    {
        await AppendAsync(Sample.Keyed(1, "before", digest: 5, entries: 2));
        await AppendAsync(Sample.Keyed(1, "k", digest: 6, entries: 3));
        await AppendAsync(Sample.Keyed(1, "behind", digest: 7, entries: 2));
        if (restarted)
            await ReopenAsync();
        await EraseAsync(1, 5);
        foreach (var _ in new[] { "at once", "after a restart" })
        {
            Assert.That(await Store.FindKeyAsync("before"), Is.EqualTo(new KeyMemory(1, 1, 2, 5)));
            Assert.That(await Store.FindKeyAsync("k"), Is.EqualTo(new KeyMemory(1, 3, 5, null)));
            Assert.That(await Store.FindKeyAsync("behind"), Is.EqualTo(new KeyMemory(1, 6, 7, 7)));
            await ReopenAsync();
        }
    }

    [Test]
    public async Task An_erasure_that_is_refused_erases_nothing()
    {
        await AppendAsync(Sample.Keyed(1, "k", entries: 2));
        var erasing = Sample.Append(1) with { Erases = [new Erasure(1, Remains)] };
        Assert.That(await Store.AppendAsync(erasing with { Expected = 1 }), Is.EqualTo(new AppendOutcome.Conflicted(2)));
        Assert.That(await Store.AppendAsync(erasing with { Key = new IdempotencyKey("k", 1) }), Is.InstanceOf<AppendOutcome.Repeated>());
        Assert.That(await Store.AppendAsync(erasing with { Key = new IdempotencyKey("k", 2) }), Is.InstanceOf<AppendOutcome.KeyTaken>());
        Assert.That((await WholeStreamAsync(1)).Select(entry => entry.IsErased), Is.EqualTo([false, false]));
    }

    [Test]
    public async Task Entries_that_are_not_there_cannot_be_erased()
    {
        await AppendAsync(Sample.Append(1, entries: 2));
        await AppendAsync(Sample.Append(2, entries: 5));
        Assert.That(await RefusalAsync(3), Does.StartWith("Stream 1 has 2 entries: there is no entry 3 to erase."));
        Assert.That(await RefusalAsync(1, 9), Does.StartWith("Stream 1 has 2 entries: there is no entry 9 to erase."));
        Assert.That(await RefusalAsync(0), Does.StartWith("the number of an entry to erase must lie between 1 and"));
        Assert.That(await RefusalAsync(2, 2), Does.StartWith("Entry 2 is to be erased twice in one append; once is enough."));
        var large = Sample.Append(1) with { Erases = [new Erasure(1, new byte[NewEntry.LargestBody + 1])] };
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.AppendAsync(large));
        Assert.That((await WholeFeedAsync()).Select(entry => entry.IsErased), Is.All.False.And.Exactly(7).Items);
        Assert.That(Store.Health.Fenced, Is.Null);

        async Task<string> RefusalAsync(params int[] numbers)
            => (await Assert.ThrowsAsync<ArgumentException>(async () => await EraseAsync(1, numbers)))!.Message;
    }

    [Test]
    public async Task A_large_body_can_be_erased_and_leave_another_large_one()
    {
        var (body, remains) = (RandomNumberGenerator.GetBytes(NewEntry.LargestBody), RandomNumberGenerator.GetBytes(NewEntry.LargestBody));
        await AppendAsync(new AppendRequest(1, 0, [Sample.Entry() with { Body = body }, Sample.Entry(), Sample.Entry() with { Body = body }]));
        await AppendAsync(Sample.Append(1) with { Erases = [new Erasure(1, Remains), new Erasure(2, remains), new Erasure(3, remains)] });
        await ReopenAsync();
        Assert.That((await WholeStreamAsync(1)).Take(3).Select(entry => entry.Body.ToArray()), Is.EqualTo([Remains, remains, remains]));
        await ChainVerifiesAsync(1, 4);
    }

    [Test]
    public async Task Five_hundred_entries_can_be_erased_in_one_append()
    {
        for (var append = 0; append < 6; append++)
            await AppendAsync(Sample.Keyed(1, $"k{append}", entries: 100));
        await EraseAsync(1, [.. Enumerable.Range(51, 500)]);
        await ReopenAsync();
        var stream = await WholeStreamAsync(1);
        Assert.That(stream.Where(entry => entry.IsErased).Select(entry => entry.Number), Is.EqualTo(Enumerable.Range(51, 500)));
        Assert.That((await Store.FindKeyAsync("k0"))!.LineDigest, Is.Null);
        await ChainVerifiesAsync(1, 601);
    }

    [Test]
    public async Task What_remains_is_kept_as_it_was_brought()
    {
        var remains = "{\"event\":{}}"u8.ToArray();
        await AppendAsync(Sample.Append(1));
        await AppendAsync(Sample.Append(1) with { Erases = [new Erasure(1, remains)] });
        Array.Fill(remains, (byte)'x');
        Assert.That(Encoding.UTF8.GetString((await WholeStreamAsync(1))[0].Body.Span), Is.EqualTo("{\"event\":{}}"));
    }

    [Test]
    public async Task Whoever_sees_that_an_entry_is_erased_sees_the_append_that_erased_it()
    {
        var writing = Task.Run(async () =>
        {
            for (var round = 0; round < 40; round++)
                await EraseAsync(1, (await AppendAsync(Sample.Append(1)))[0].Number);
        });
        while (!writing.IsCompleted)
        {
            var read = await Store.ReadStreamAsync(1, 0, ITimelineStore.LargestPage);
            Assert.That(read is [.., { IsErased: true }], Is.False);
        }
        await writing;
    }

    [Test]
    public async Task Erasures_and_appends_at_the_same_time_do_not_disturb_each_other()
    {
        const int Rounds = 20;
        await Task.WhenAll(Enumerable.Range(1, 8).Select(stream => Task.Run(async () =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                var last = (await AppendAsync(Sample.Keyed(stream, $"{stream}/{round}", entries: 3)))[^1].Number;
                if (stream % 4 == 0)
                    await EraseAsync(stream, last - 2, last);
            }
        })));
        Assert.That((await WholeFeedAsync()).Select(entry => entry.Position), Is.EqualTo(Enumerable.Range(1, (8 * Rounds * 3) + (2 * Rounds))));
        for (var stream = 1; stream <= 8; stream++)
        {
            await ChainVerifiesAsync(stream, stream % 4 == 0 ? Rounds * 4 : Rounds * 3);
            Assert.That((await WholeStreamAsync(stream)).Count(entry => entry.IsErased), Is.EqualTo(stream % 4 == 0 ? 2 * Rounds : 0));
        }
    }

    protected Task EraseAsync(long stream, params int[] numbers)
        => AppendAsync(Sample.Append(stream) with { Erases = [.. numbers.Select(number => new Erasure(number, Remains))] });

    private async Task ChainVerifiesAsync(long stream, int entries)
    {
        var read = await WholeStreamAsync(stream);
        Assert.That(read.Select(entry => entry.Number), Is.EqualTo(Enumerable.Range(1, entries)));
        foreach (var (before, entry) in read.Prepend(null).Zip(read))
        {
            Assert.That(entry.PreviousHash.ToArray(), Is.EqualTo((before?.Hash ?? EntryHash.Zero).ToArray()), $"entry {entry.Number}");
            Assert.That(EntryHash.Of(entry), Is.EqualTo(entry.Hash.ToArray()), $"entry {entry.Number}");
        }
    }
}

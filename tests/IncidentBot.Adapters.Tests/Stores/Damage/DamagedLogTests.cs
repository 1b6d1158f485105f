using IncidentBot.Ports;
using IncidentBot.Stores.LiteDb;

namespace IncidentBot.Adapters.Tests.Stores.Damage;

public sealed class DamagedLogTests
{
    private const int HeaderSlot = 4096;
    private DamagedStore _damaged = null!;

    [SetUp]
    public async Task Prepare() => _damaged = await DamagedStore.NewAsync();

    [Test]
    public Task A_killed_store_opens_whole() => OpensWithAsync(DamagedStore.Entries);

    [TestCase("torn"), TestCase("missing"), TestCase("zeroed"), TestCase("one bit wrong")]
    public async Task Without_its_last_page_it_opens_without_its_last_append(string damage)
    {
        var last = _damaged.Frames() - 1;
        if (damage == "missing")
            _damaged.Files[DamagedStore.Log] = _damaged.Files[DamagedStore.Log][..(int)LogFrame.Offset(last)];
        else if (damage == "zeroed")
            _damaged.Frame(last).Clear();
        else if (damage == "torn")
            _damaged.Frame(last)[4096..].Clear();
        else
            _damaged.Frame(last)[500] ^= 4;
        await OpensWithAsync(DamagedStore.Entries - DamagedStore.EntriesPerAppend);
    }

    [TestCase("torn"), TestCase("zeroed"), TestCase("one bit wrong")]
    public async Task A_damaged_page_in_the_middle_is_refused(string damage)
    {
        foreach (var page in new[] { 0, 1, _damaged.Frames() / 2 })
        {
            _damaged = await DamagedStore.NewAsync();
            if (damage == "zeroed")
                _damaged.Frame(page).Clear();
            else if (damage == "torn")
                _damaged.Frame(page)[4096..].Clear();
            else
                _damaged.Frame(page)[8191] ^= 1;
            await IsRefusedAsync("although it was durable");
        }
    }

    [Test]
    public async Task A_deleted_log_is_refused()
    {
        _damaged.Files.Remove(DamagedStore.Log);
        await IsRefusedAsync("timeline.log, is missing");
    }

    [Test]
    public async Task An_emptied_log_is_refused()
    {
        _damaged.Files[DamagedStore.Log] = [];
        await IsRefusedAsync("timeline.log, is missing");
    }

    [Test]
    public async Task A_log_without_its_header_is_refused()
    {
        _damaged.Files[DamagedStore.Log].AsSpan(0, 2 * HeaderSlot).Clear();
        await IsRefusedAsync("lost its header");
    }

    [Test]
    public async Task Of_the_header_only_the_place_that_counts_is_missed()
    {
        var outcomes = new List<string>();
        foreach (var slot in new[] { 0, 1 })
        {
            _damaged = await DamagedStore.NewAsync();
            _damaged.Files[DamagedStore.Log].AsSpan(slot * HeaderSlot, HeaderSlot).Clear();
            outcomes.Add(await OutcomeAsync());
        }
        Assert.That(outcomes, Is.EquivalentTo(["2150 entries", "the header of the log is older than what the log holds"]));
    }

    private async Task<string> OutcomeAsync()
    {
        try
        {
            await using var store = await _damaged.OpenAsync();
            return $"{store.Health.DurablePosition} entries";
        }
        catch (StoreUnavailableException refusal)
        {
            return refusal.InnerException!.Message;
        }
    }

    private async Task OpensWithAsync(int entries)
    {
        await using var store = await _damaged.OpenAsync();
        Assert.That(await Verification.FirstFaultAsync(store), Is.Null);
        Assert.That(await Verification.HashesAsync(store), Is.EqualTo(_damaged.Hashes.Take(entries)));
        Assert.That(await store.AppendAsync(Sample.Append(1)), Is.InstanceOf<AppendOutcome.Appended>());
    }

    private async Task IsRefusedAsync(string because)
    {
        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(_damaged.OpenAsync);
        Assert.That(refusal!.Message, Does.Contain(because).And.Contain("last backup").And.Contain("incidentbot verify"));
    }
}

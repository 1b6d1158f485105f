using IncidentBot.Adapters.Tests.Stores.PowerCuts;
using IncidentBot.Ports;
using IncidentBot.Stores.LiteDb;

namespace IncidentBot.Adapters.Tests.Stores.Damage;

public sealed class DamagedDataTests
{
    private const int Page = 8192;
    private DamagedStore _damaged = null!;

    [SetUp]
    public async Task Prepare() => _damaged = await DamagedStore.NewAsync();

    [TearDown]
    public void Collect()
    {
        // LiteDB has finalizers that throw; one that did would end this process.
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    private byte[] Data => _damaged.Files[DamagedStore.Data];

    [Test]
    public async Task A_deleted_data_file_is_refused()
    {
        _damaged.Files.Remove(DamagedStore.Data);
        await IsRefusedAsync("timeline.db, is missing");
    }

    [Test]
    public async Task A_creation_that_was_cut_off_begins_anew()
    {
        _damaged.Files.Clear();
        var disk = new RecordedDisk();
        using (LogStream.Create(disk.Open(DamagedStore.Log)))
            _damaged.Files.Add(DamagedStore.Log, disk.Content()[DamagedStore.Log]);
        _damaged.Files.Add(DamagedStore.Data, new byte[Page]);
        await using var store = await _damaged.OpenAsync();
        Assert.That(store.Health, Is.EqualTo(new StoreHealth(null, 0)));
    }

    [Test]
    public async Task An_emptied_header_page_is_refused()
    {
        Data.AsSpan(0, Page).Clear();
        await IsRefusedAsync("is damaged");
    }

    [Test]
    public async Task A_changed_letter_in_the_past_is_named_by_the_chain()
    {
        var changed = Data.AsSpan().IndexOf("line 3"u8);
        Data[changed] = (byte)'L';
        await using var store = await _damaged.OpenAsync();
        Assert.That(await Verification.FirstFaultAsync(store), Does.Match(@"^entry \d+ of stream \d+$"));
    }

    [TestCase(0.5), TestCase(0.95)]
    public async Task A_shortened_data_file_is_noticed(double kept)
    {
        _damaged.Files[DamagedStore.Data] = Data[..(int)(Data.Length * kept)];
        Assert.That(await JudgeAsync(), Is.Not.EqualTo("unnoticed"));
    }

    [Test]
    public async Task Two_hundred_wrong_bytes_anywhere_are_harmless_or_noticed()
    {
        var random = new Random(11);
        var verdicts = new Dictionary<string, int>();
        for (var round = 0; round < TestAmount.Of(usual: 40, full: 600); round++)
        {
            _damaged = await DamagedStore.NewAsync();
            random.NextBytes(Data.AsSpan(random.Next(Data.Length - 200), 200));
            var verdict = await JudgeAsync();
            Assert.That(verdict, Is.Not.EqualTo("unnoticed"), $"round {round}");
            verdicts[verdict] = verdicts.GetValueOrDefault(verdict) + 1;
        }
        TestContext.Out.WriteLine(string.Join(", ", verdicts.Select(verdict => $"{verdict.Key}: {verdict.Value}")));
    }

    private async Task<string> JudgeAsync()
    {
        try
        {
            await using var store = await _damaged.OpenAsync();
            if (await Verification.FirstFaultAsync(store) is not null)
                return "found by verify";
            return (await Verification.HashesAsync(store)).SequenceEqual(_damaged.Hashes) ? "harmless" : "unnoticed";
        }
        catch (StoreUnavailableException)
        {
            return "refused at the start";
        }
        catch (StoreFencedException)
        {
            return "fenced when read";
        }
    }

    private async Task IsRefusedAsync(string because)
    {
        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(_damaged.OpenAsync);
        Assert.That(refusal!.Message, Does.Contain(because).And.Contain("last backup"));
    }
}

using IncidentBot.Adapters.Tests.Stores.Damage;
using IncidentBot.Ports;
using IncidentBot.Stores.Disks;
using IncidentBot.Stores.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentBot.Adapters.Tests.Stores;

/// <summary>Many at once on a file that has outgrown LiteDB's cache: only there does it show its faults (LiteDB #2817).</summary>
public sealed class StressTests
{
    private const int Streams = 40;
    private const int Writers = 16;
    private readonly string _directory = Directory.CreateTempSubdirectory("timeline-").FullName;
    private readonly CancellationTokenSource _written = new();
    private LiteDbTimelineStore _store = null!;

    [OneTimeTearDown]
    public void Forget()
    {
        _written.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    [Test]
    public async Task Many_writers_and_readers_on_a_large_file_neither_lose_nor_harm_anything()
    {
        await OpenAsync();
        await GrowAsync();
        var readers = Enumerable.Range(0, 3).Select(reader => Task.Run(() => ReadAsync(new Random(reader)))).Append(Task.Run(FollowAsync)).ToList();
        var appended = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(new Random(100 + writer)))));
        await _written.CancelAsync();
        await Task.WhenAll(readers);

        var count = _store.Health.DurablePosition;
        await _store.DisposeAsync();
        Assert.That(new FileInfo(Path.Combine(_directory, "timeline.db")).Length, Is.GreaterThan(30_000_000));
        await OpenAsync();
        Assert.That(_store.Health, Is.EqualTo(new StoreHealth(null, count)));
        Assert.That(await Verification.FirstFaultAsync(_store), Is.Null);
        await _store.DisposeAsync();
        TestContext.Out.WriteLine($"{count} entries, {appended.Sum()} of them by {Writers} writers at once");
    }

    private async Task OpenAsync() => _store = await LiteDbTimelineStore.OpenAsync(
        new LocalDisk(_directory), TimeProvider.System, NullLogger.Instance, new CheckpointPace(1000, TimeSpan.FromSeconds(1)));

    private async Task GrowAsync()
    {
        var body = new byte[7000];
        for (var i = 0; i < 100; i++)
        {
            Random.Shared.NextBytes(body);
            await _store.AppendAsync(new AppendRequest(i % Streams, null, [.. Enumerable.Repeat(Sample.Entry() with { Body = body }, 50)]));
        }
    }

    private async Task<int> WriteAsync(Random random)
    {
        var appended = 0;
        for (var i = 0; i < TestAmount.Of(usual: 1000, full: 20_000); i++)
        {
            var request = Sample.Append(random.Next(Streams), entries: random.Next(1, 4), key: new IdempotencyKey($"{random.NextInt64()}", 1));
            appended += await _store.AppendAsync(request) is AppendOutcome.Appended done ? done.Entries.Count : 0;
        }
        return appended;
    }

    private async Task ReadAsync(Random random)
    {
        while (!_written.IsCancellationRequested)
        {
            var stream = random.Next(Streams);
            var head = await _store.HeadAsync(stream);
            var after = random.Next(head.Number + 1);
            var page = await _store.ReadStreamAsync(stream, after, random.Next(1, 200));
            foreach (var (at, entry) in page.Index())
                Assert.That(entry.Number == after + at + 1 && EntryHash.Of(entry).AsSpan().SequenceEqual(entry.Hash.Span));
        }
    }

    /// <summary>A subscriber that keeps a row per stream.</summary>
    private async Task FollowAsync()
    {
        await using var lease = await _store.TryAcquireLeaseAsync("workers");
        var seen = 0L;
        while (!_written.IsCancellationRequested || seen < _store.Health.DurablePosition)
        {
            var page = await _store.ReadFeedAsync(seen, 100);
            foreach (var entry in page)
                Assert.That(entry.Position, Is.EqualTo(++seen));
            var rows = page.GroupBy(entry => entry.Stream).Select(stream => Sample.Row(stream.Key, stream.Last().Position));
            await lease!.SaveAsync(new ProjectionChanges("lists", seen, [.. rows], []));
        }
        var newest = await _store.ReadRowsAsync(new RowQuery("incidents", 0, long.MaxValue, 1, Descending: true));
        Assert.That(newest[0].Rank, Is.EqualTo(seen));
    }
}

using System.Globalization;
using IncidentBot.Ports;
using IncidentBot.Stores.Disks;
using IncidentBot.Stores.LiteDb;
using IncidentBot.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentBot.Adapters.Tests.Stores.Kills;

public sealed class KillTests
{
    private readonly string _directory = Directory.CreateTempSubdirectory("timeline-").FullName;
    private readonly List<(long First, long Last, string Key)> _acknowledged = [];
    private readonly HashSet<(long Stream, int Number)> _erasing = [];
    private readonly HashSet<(long Stream, int Number)> _erased = [];
    private long _saved;

    [OneTimeTearDown]
    public void Forget() => Directory.Delete(_directory, recursive: true);

    [Test]
    public async Task Whatever_the_moment_of_the_kill_nothing_acknowledged_is_lost()
    {
        var random = new Random(7);
        var kills = TestAmount.Of(usual: 10, full: 75);
        for (var kill = 0; kill < kills; kill++)
        {
            LetWriteAndKill(random, kill);
            await VerifyAsync($"after kill {kill}");
        }
        TestContext.Out.WriteLine($"{kills} kills, {_acknowledged.Count} acknowledged appends up to position {_acknowledged.Max(a => a.Last)}, 0 lost, {_erased.Count} entries erased");
    }

    [Test]
    public async Task A_second_process_is_refused_with_a_sentence()
    {
        var directory = Path.Combine(_directory, "shared");
        using var writer = new WriterProcess(directory, seed: 1, longestLog: 4000);
        writer.Expect("opened");
        var refusal = await Assert.ThrowsAsync<StoreInUseException>(() => OpenAsync(directory));
        Assert.That(refusal!.Message, Does.Contain(directory).And.Contain("in use by another process"));
    }

    private void LetWriteAndKill(Random random, int kill)
    {
        using var writer = new WriterProcess(_directory, seed: 1000 * kill, longestLog: random.Next(50, 500));
        writer.Expect("opening");
        // One in five is killed while it opens.
        for (var lines = random.Next(5) == 0 ? 0 : random.Next(1, 800); lines > 0; lines--)
            Note(writer.ReadLine() ?? throw new AssertionException("the writer ended by itself"));
        Thread.SpinWait(random.Next(200_000));
        writer.Kill().ForEach(Note);
    }

    private void Note(string line)
    {
        switch (line.Split(' '))
        {
            case ["appended", var first, var last, var key]:
                _acknowledged.Add((Number(first), Number(last), key));
                break;
            case [("erasing" or "erased") and var said, var stream, .. var numbers]:
                (said == "erased" ? _erased : _erasing).UnionWith(numbers.Select(number => (Number(stream), (int)Number(number))));
                break;
            case ["saved", var position]:
                _saved = Number(position);
                break;
        }
    }

    private async Task VerifyAsync(string when)
    {
        await using var store = await OpenAsync(_directory);
        var feed = new List<TimelineEntry>();
        while (await store.ReadFeedAsync(feed.Count, ITimelineStore.LargestPage) is { Count: > 0 } page)
            feed.AddRange(page);
        foreach (var (first, last, key) in _acknowledged)
        {
            Assert.That(feed, Has.Count.GreaterThanOrEqualTo(last), $"an acknowledged entry is missing {when}");
            Assert.That(feed[(int)first - 1].Key, Is.EqualTo(key), when);
            var memory = await store.FindKeyAsync(key);
            Assert.That(memory is null ? 0 : memory.LastNumber - memory.FirstNumber, Is.EqualTo(last - first), $"key {key} {when}");
        }
        foreach (var stream in feed.GroupBy(entry => entry.Stream))
            await VerifyStreamAsync(store, stream.Key, [.. stream], when);
        Assert.That(await store.CheckpointAsync("lists"), Is.GreaterThanOrEqualTo(_saved), $"a saved checkpoint is missing {when}");
        if (await store.FindRowAsync("incidents", 1) is { } row)
            Assert.That(BitConverter.ToInt64(row.Json.Span), Is.EqualTo(await store.CheckpointAsync("lists")), when);
    }

    private async Task VerifyStreamAsync(LiteDbTimelineStore store, long stream, List<TimelineEntry> expected, string when)
    {
        var previous = EntryHash.Zero;
        foreach (var (at, entry) in expected.Index())
        {
            Assert.That(entry.Number, Is.EqualTo(at + 1), when);
            Assert.That(entry.PreviousHash.Span.SequenceEqual(previous.Span) && EntryHash.Of(entry).AsSpan().SequenceEqual(entry.Hash.Span), when);
            previous = entry.Hash;
            var (name, isErased) = ((stream, entry.Number), entry.IsErased);
            Assert.That(isErased, Is.False.Or.EqualTo(_erasing.Contains(name)), $"entry {name} was never to be erased, {when}");
            Assert.That(isErased, Is.True.Or.EqualTo(_erased.Contains(name)), $"entry {name} is whole again {when}");
            Assert.That(!isErased || entry.Body.Span.SequenceEqual(KilledWriter.Remains), when);
        }
        for (var read = 0; read < expected.Count; read += ITimelineStore.LargestPage)
        {
            var page = await store.ReadStreamAsync(stream, read, ITimelineStore.LargestPage);
            Assert.That(page.Select(e => e.Position), Is.EqualTo(expected.Skip(read).Take(ITimelineStore.LargestPage).Select(e => e.Position)), when);
        }
    }

    private static Task<LiteDbTimelineStore> OpenAsync(string directory)
        => LiteDbTimelineStore.OpenAsync(new LocalDisk(directory), TimeProvider.System, NullLogger.Instance);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}

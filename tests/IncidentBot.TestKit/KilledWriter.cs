using System.Globalization;
using IncidentBot.Ports;
using IncidentBot.Stores.Disks;
using IncidentBot.Stores.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentBot.TestKit;

/// <summary>A process that appends with eight callers and prints what was acknowledged, until it is killed.</summary>
public static class KilledWriter
{
    /// <summary>The environment variable that makes a test assembly run this instead of its tests: directory, seed and longest log, by semicolons.</summary>
    public const string Variable = "INCIDENTBOT_KILLED_WRITER";

    /// <summary>What it leaves of an entry that it erases.</summary>
    public static readonly byte[] Remains = """{"event":{}}"""u8.ToArray();

    private const int Callers = 8;
    private const int Enough = 100_000;
    private static readonly Person Ana = new(new PersonId("web:ana"), "Ana");

    /// <summary>Does not return when the variable is set.</summary>
    public static void RunIfAsked()
    {
        if (Environment.GetEnvironmentVariable(Variable)?.Split(';') is not [var directory, var seed, var longestLog])
            return;
        RunAsync(directory, Number(seed), Number(longestLog)).GetAwaiter().GetResult();
        Environment.Exit(0);
    }

    private static async Task RunAsync(string directory, int seed, int longestLog)
    {
        Print("opening");
        await using var store = await LiteDbTimelineStore.OpenAsync(
            new LocalDisk(directory), TimeProvider.System, NullLogger.Instance, new CheckpointPace(longestLog, TimeSpan.FromSeconds(1)));
        Print("opened");
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => AppendAsync(store, caller, new Random(seed + caller)))));
    }

    private static async Task AppendAsync(LiteDbTimelineStore store, int caller, Random random)
    {
        await using var lease = caller == 0 ? await store.TryAcquireLeaseAsync("workers") : null;
        for (var i = 0; i < Enough; i++)
        {
            var key = $"{caller}-{random.NextInt64()}";
            var entries = Enumerable.Range(0, random.Next(1, 6)).Select(_ => Entry(random)).ToList();
            if (await store.AppendAsync(new AppendRequest(random.Next(20), null, entries, new IdempotencyKey(key, 1))) is AppendOutcome.Appended done)
                Print($"appended {done.Entries[0].Position} {done.Entries[^1].Position} {key}");
            if (caller == 1 && i % 20 == 19)
                await EraseAsync(store, random);
            if (lease is null)
                continue;
            var position = store.Health.DurablePosition;
            await lease.SaveAsync(new ProjectionChanges("lists", position, [new ProjectionRow("incidents", 1, i, BitConverter.GetBytes(position))], []));
            Print($"saved {position}");
        }
    }

    /// <summary>A few of the last entries of a stream; that they are erased is said before and after, so that whoever reads knows what may and what must be.</summary>
    private static async Task EraseAsync(LiteDbTimelineStore store, Random random)
    {
        var stream = random.Next(20);
        var last = (await store.HeadAsync(stream)).Number;
        var numbers = Enumerable.Range(Math.Max(1, last - 3), Math.Min(last, 4)).ToList();
        Print($"erasing {stream} {string.Join(' ', numbers)}");
        await store.AppendAsync(new AppendRequest(stream, null, [Entry(random)], Erases: [.. numbers.Select(number => new Erasure(number, Remains))]));
        Print($"erased {stream} {string.Join(' ', numbers)}");
    }

    private static NewEntry Entry(Random random)
    {
        var body = new byte[random.Next(20) == 0 ? 10_000 : random.Next(300)];
        random.NextBytes(body);
        return new NewEntry(DateTimeOffset.UnixEpoch.AddSeconds(random.Next()), Ana, "web", "message-posted", body);
    }

    private static void Print(string line)
    {
        lock (Ana)
            Console.Out.WriteLine(line);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

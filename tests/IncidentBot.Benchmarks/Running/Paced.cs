using System.Diagnostics;
using System.Threading.Channels;

namespace IncidentBot.Benchmarks.Running;

/// <summary>A turn in which things come at a rate of their own, whether or not the ones before them were answered.</summary>
/// <param name="PerSecond">Answers in a second.</param>
/// <param name="Half">What half of them waited at most, in seconds, from the moment when they came.</param>
/// <param name="Slow">What 99 of 100 waited at most.</param>
/// <param name="Slowest">What 999 of 1,000 waited at most.</param>
internal sealed record Paced(double PerSecond, double Half, double Slow, double Slowest)
{
    /// <summary>Lets so many come in a second, for a while. What finds every connection busy waits, and its wait counts.</summary>
    public static async Task<Paced> ComeAsync(int connections, int perSecond, TimeSpan slice, Func<int, int, Task> ask)
    {
        var arrivals = Channel.CreateUnbounded<(int Number, long At)>(new UnboundedChannelOptions { SingleWriter = true });
        var answering = Enumerable.Range(0, connections).Select(connection => Task.Run(() => AnswerAsync(connection, arrivals.Reader, ask))).ToList();
        var began = Stopwatch.GetTimestamp();
        var pacer = new Thread(() => Pace(arrivals.Writer, perSecond, slice)) { Priority = ThreadPriority.Highest };
        pacer.Start();
        var waits = (await Task.WhenAll(answering)).SelectMany(wait => wait).Order().ToList();
        var elapsed = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return new Paced(waits.Count / elapsed, Share(waits, 0.5), Share(waits, 0.99), Share(waits, 0.999));
    }

    // A timer's tick is a millisecond: what fell due within one comes together.
    private static void Pace(ChannelWriter<(int, long)> arrivals, int perSecond, TimeSpan slice)
    {
        var (began, number, all) = (Stopwatch.GetTimestamp(), 0, (int)(perSecond * slice.TotalSeconds));
        while (number < all)
        {
            Thread.Sleep(1);
            var (due, now) = (Math.Min(all, (int)(Stopwatch.GetElapsedTime(began).TotalSeconds * perSecond)), Stopwatch.GetTimestamp());
            while (number < due) arrivals.TryWrite((number++, now));
        }
        arrivals.Complete();
    }

    private static async Task<List<double>> AnswerAsync(int connection, ChannelReader<(int Number, long At)> arrivals, Func<int, int, Task> ask)
    {
        var waits = new List<double>();
        await foreach (var (number, at) in arrivals.ReadAllAsync())
        {
            await ask(connection, number);
            waits.Add(Stopwatch.GetElapsedTime(at).TotalSeconds);
        }
        return waits;
    }

    private static double Share(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}

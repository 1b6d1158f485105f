using System.Diagnostics;
using IncidentBot.Benchmarks.Reporting;

namespace IncidentBot.Benchmarks.Running;

/// <summary>A turn of several callers, each of whom asks again as soon as it was answered.</summary>
/// <param name="PerSecond">Answers in a second.</param>
/// <param name="Half">What half of them waited at most, in seconds.</param>
/// <param name="Slowest">What 99 of 100 waited at most, in seconds.</param>
internal sealed record Callers(double PerSecond, double Half, double Slowest)
{
    /// <summary>Lets them ask for a while, or a number of times each when <paramref name="times"/> is given.</summary>
    public static async Task<Callers> AskAsync(int callers, TimeSpan slice, Func<int, Task> ask, int times = int.MaxValue)
    {
        var began = Stopwatch.GetTimestamp();
        var waits = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => AskAgainAsync(caller, began, slice, ask, times))));
        var elapsed = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var sorted = waits.SelectMany(wait => wait).Order().ToList();
        return new Callers(sorted.Count / elapsed, Share(sorted, 0.5), Share(sorted, 0.99));
    }

    /// <summary>How long they waited, for the table.</summary>
    public static string Waits(Rounds<Callers> rounds, int side) =>
        $"p50 {Figures.Millis(rounds.Median(side, turn => turn.Half))}, p99 {Figures.Millis(rounds.Median(side, turn => turn.Slowest))}";

    private static async Task<List<double>> AskAgainAsync(int caller, long began, TimeSpan slice, Func<int, Task> ask, int times)
    {
        var waits = new List<double>();
        while (waits.Count < times && (waits.Count == 0 || Stopwatch.GetElapsedTime(began) < slice))
        {
            var asked = Stopwatch.GetTimestamp();
            await ask(caller);
            waits.Add(Stopwatch.GetElapsedTime(asked).TotalSeconds);
        }
        return waits;
    }

    private static double Share(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}

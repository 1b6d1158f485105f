using System.Diagnostics;
using IncidentBot.Benchmarks.Programs;
using IncidentBot.Benchmarks.Reporting;
using IncidentBot.Benchmarks.Running;
using IncidentBot.Benchmarks.Seeds;

namespace IncidentBot.Benchmarks.Measurements;

/// <summary>How long one waits for the page of a very long incident, how large it is, and what looking back on it costs.</summary>
internal sealed class LongPage : IMeasurement
{
    private const int Short = 100;
    private const int Times = 20;

    public string Name => "page";

    public string About => "the page of a very long incident, and its replay";

    public async Task MeasureAsync(Lab lab)
    {
        var (directory, entries) = (lab.NewDirectory("page"), lab.Amount.Middle);
        await using (var store = await Lab.OpenAsync(directory))
        {
            await LongHistory.AppendAsync(store, new IncidentId(1), entries, lab.Stopped);
            await LongHistory.AppendAsync(store, new IncidentId(2), Short, lab.Stopped);
        }
        await using var host = (await lab.HostAsync()).Start(directory);
        await host.FirstAnswerAsync(lab.Stopped);
        var first = await host.AskAsync(Then(entries / 2), lab.Stopped);
        var random = new Random(1);
        var rounds = await Rounds<Answered>.TakeTurnsAsync(
            lab.Amount.Rounds, lab.Stopped,
            () => AskAsync(host, () => "incidents/INC-1", lab),
            () => AskAsync(host, () => "incidents/INC-2", lab),
            () => AskAsync(host, () => Then(random.Next(1, entries)), lab));
        Report(lab, entries, rounds, first);
        await ReportBundleAsync(lab, entries, host);
    }

    // Once, as nobody asks for it often: what matters is that it is never held whole.
    private static async Task ReportBundleAsync(Lab lab, int entries, RunningProgram host)
    {
        var (before, watch) = (host.Memory, Stopwatch.StartNew());
        var bundle = await host.AskAsync("incidents/INC-1/bundle.zip", lab.Stopped);
        lab.Table.Add(new Row($"Evidence bundle of {Figures.Count(entries)} entries, to its last byte", $"{watch.Elapsed.TotalSeconds:0.0} s, {Figures.Megabytes(bundle.Bytes)}")
        {
            Against = $"its first byte: {Figures.Millis(bundle.Seconds)}; the program's memory {Figures.Megabytes(before)} before, {Figures.Megabytes(host.Memory)} after",
        });
    }

    private static void Report(Lab lab, int entries, Rounds<Answered> rounds, Answered first)
    {
        var (seconds, bytes) = (rounds.Median(0, turn => turn.Seconds), rounds.Median(0, turn => turn.Bytes));
        var against = $"the page of an incident of {Short} entries: {Figures.Millis(rounds.Median(1, turn => turn.Seconds))}, {Kilobytes(rounds.Median(1, turn => turn.Bytes))}";
        lab.Table.Add(new Row($"Page of an incident of {Figures.Count(entries)} entries, first byte", Figures.Millis(seconds)) { Against = against, Ratio = rounds.Ratio(0, 1, turn => turn.Seconds) }
            .AtMost(seconds, 0.3, "< 300 ms"));
        lab.Table.Add(new Row("Its size", Kilobytes(bytes)).AtMost(bytes, 200_000, "< 200 KB"));
        lab.Table.Add(new Row("What was known of it at any moment (replay), first byte", Figures.Millis(rounds.Median(2, turn => turn.Seconds)))
        {
            Against = $"the first look back, half of it folded for it: {Figures.Millis(first.Seconds)}",
        });
    }

    private static string Then(int entry) => $"incidents/INC-1/replay?at=%23{entry}";

    private static async Task<Answered> AskAsync(RunningProgram host, Func<string> path, Lab lab)
    {
        var asked = new List<Answered>();
        for (var time = 0; time < Times; time++) asked.Add(await host.AskAsync(path(), lab.Stopped));
        return new Answered(Figures.Median(asked.Select(one => one.Seconds)), Figures.Median(asked.Select(one => one.Bytes)));
    }

    private static string Kilobytes(double bytes) => $"{bytes / 1e3:N0} KB";
}

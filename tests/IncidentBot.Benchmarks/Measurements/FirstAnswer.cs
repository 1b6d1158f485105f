using System.Diagnostics;
using IncidentBot.Benchmarks.Programs;
using IncidentBot.Benchmarks.Reporting;
using IncidentBot.Benchmarks.Running;
using IncidentBot.Benchmarks.Yardsticks;

namespace IncidentBot.Benchmarks.Measurements;

/// <summary>How long one waits from the start of the published program to its first page.</summary>
internal sealed class FirstAnswer : IMeasurement
{
    public string Name => "start";

    public string About => "from the start of the published program to its first page";

    public async Task MeasureAsync(Lab lab)
    {
        var host = await lab.HostAsync();
        var large = await lab.LargeAsync();
        var rounds = await Rounds<Started>.TakeTurnsAsync(
            lab.Amount.Rounds, lab.Stopped,
            () => StartAsync(() => host.Start(lab.NewDirectory("empty")), lab),
            () => StartAsync(() => host.Start(large), lab),
            () => StartAsync(BareServer.Start, lab),
            () => OpenAsync(large));
        lab.Table.Add(Row("an empty store", rounds, 0, 1.0));
        lab.Table.Add(Row($"{Figures.Count(lab.Amount.Large)} entries", rounds, 1, 1.5));
        lab.Table.Add(new Row($"Opening the store alone, {Figures.Count(lab.Amount.Large)} entries, code warm", Told(rounds, 3)));
    }

    private static async Task<Started> OpenAsync(string directory)
    {
        var (watch, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await using var store = await Lab.OpenAsync(directory);
        return new Started(watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
    }

    private static async Task<Started> StartAsync(Func<RunningProgram> start, Lab lab)
    {
        await using var program = start();
        return new Started(await program.FirstAnswerAsync(lab.Stopped), program.Cpu);
    }

    private static Row Row(string store, Rounds<Started> rounds, int side, double most)
    {
        var seconds = rounds.Median(side, start => start.Seconds);
        return new Row($"Start to first page, {store}", Told(rounds, side))
        {
            Against = $"a bare ASP.NET Core program: {Told(rounds, 2)}",
            Ratio = rounds.Ratio(side, 2, start => start.Seconds),
        }.AtMost(seconds, most, $"< {most:0.0} s");
    }

    private static string Told(Rounds<Started> rounds, int side) =>
        $"{Figures.Millis(rounds.Median(side, start => start.Seconds))} ({Figures.Millis(rounds.Median(side, start => start.Cpu))} CPU)";

    private sealed record Started(double Seconds, double Cpu);
}

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
        var rounds = await Rounds<double>.TakeTurnsAsync(
            lab.Amount.Rounds, lab.Stopped,
            () => StartAsync(() => host.Start(lab.NewDirectory("empty")), lab),
            () => StartAsync(() => host.Start(large), lab),
            () => StartAsync(BareServer.Start, lab));
        lab.Table.Add(Row("an empty store", rounds, 0, 1.0));
        lab.Table.Add(Row($"{Figures.Count(lab.Amount.Large)} entries", rounds, 1, 1.5));
    }

    private static async Task<double> StartAsync(Func<RunningProgram> start, Lab lab)
    {
        await using var program = start();
        return await program.FirstAnswerAsync(lab.Stopped);
    }

    private static Row Row(string store, Rounds<double> rounds, int side, double most)
    {
        var seconds = rounds.Median(side, start => start);
        return new Row($"Start to first page, {store}", Figures.Millis(seconds))
        {
            Against = $"a bare ASP.NET Core program: {Figures.Millis(rounds.Median(2, start => start))}",
            Ratio = rounds.Ratio(side, 2, start => start),
        }.AtMost(seconds, most, $"< {most:0.0} s");
    }
}

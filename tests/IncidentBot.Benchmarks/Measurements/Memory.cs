using IncidentBot.Benchmarks.Programs;
using IncidentBot.Benchmarks.Reporting;
using IncidentBot.Benchmarks.Running;
using IncidentBot.Benchmarks.Yardsticks;

namespace IncidentBot.Benchmarks.Measurements;

/// <summary>How much memory the program holds: at rest, and at most while messages stream in.</summary>
internal sealed class Memory : IMeasurement
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(100);

    public string Name => "memory";

    public string About => "resident memory at rest and under load";

    public async Task MeasureAsync(Lab lab)
    {
        var host = await lab.HostAsync();
        var bare = await MeasureAsync(lab, BareServer.Start, declare: false);
        var empty = await MeasureAsync(lab, () => host.Start(lab.NewDirectory("empty")), declare: true);
        Add(lab, "an empty store", empty, bare, 130e6);
        var data = await lab.LargeAsync();
        Add(lab, $"{Figures.Count(lab.Amount.Large)} entries", await MeasureAsync(lab, () => host.Start(data), declare: true), bare, 250e6);
    }

    private static void Add(Lab lab, string store, Held held, Held bare, double most)
    {
        lab.Table.Add(Row($"Memory at rest, {store}", held.AtRest, bare.AtRest).AtMost(held.AtRest, most, $"≤ {Figures.Megabytes(most)}"));
        lab.Table.Add(Row($"Memory under load at most, {store}", held.UnderLoad, bare.UnderLoad));
    }

    private static Row Row(string what, double held, double bare) =>
        new(what, Figures.Megabytes(held)) { Against = $"a bare ASP.NET Core program: {Figures.Megabytes(bare)}", Ratio = held / bare };

    private static async Task<Held> MeasureAsync(Lab lab, Func<RunningProgram> start, bool declare)
    {
        await using var program = start();
        await program.FirstAnswerAsync(lab.Stopped);
        await Task.Delay(lab.Amount.Rest, lab.Stopped);
        var atRest = program.Memory;
        using var load = await Load.OnAsync(program, declare ? await program.DeclareAsync(lab.Stopped) : "INC-1");
        var posting = load.PostAsync(lab.Amount.Slice * lab.Amount.Rounds);
        return new Held(atRest, await MostAsync(program, posting));
    }

    private static async Task<double> MostAsync(RunningProgram program, Task posting)
    {
        using var timer = new PeriodicTimer(Often);
        var most = 0.0;
        while (!posting.IsCompleted && await timer.WaitForNextTickAsync()) most = Math.Max(most, program.Memory);
        await posting;
        return most;
    }

    private sealed record Held(double AtRest, double UnderLoad);
}

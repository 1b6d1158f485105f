using IncidentBot.Benchmarks.Programs;
using IncidentBot.Benchmarks.Reporting;
using IncidentBot.Benchmarks.Running;
using IncidentBot.Benchmarks.Yardsticks;

namespace IncidentBot.Benchmarks.Measurements;

/// <summary>How many messages a second the API records, against an endpoint that only answers.</summary>
internal sealed class MessagesPerSecond : IMeasurement
{
    public string Name => "messages";

    public string About => "messages per second through the API, against a bare ASP.NET Core endpoint";

    public async Task MeasureAsync(Lab lab)
    {
        await using var host = (await lab.HostAsync()).Start(lab.NewDirectory("messages"));
        await using var bare = BareServer.Start();
        await host.FirstAnswerAsync(lab.Stopped);
        await bare.FirstAnswerAsync(lab.Stopped);
        using var hostLoad = await Load.OnAsync(host, await host.DeclareAsync(lab.Stopped));
        using var bareLoad = await Load.OnAsync(bare, "INC-1");
        // The compiler needs seconds of load until it has done what it can; on few cores it takes them from the program.
        foreach (var load in new[] { hostLoad, bareLoad }) await load.PostAsync(lab.Amount.Slice * lab.Amount.Rounds);
        var rounds = await Rounds<Loaded>.TakeTurnsAsync(
            lab.Amount.Rounds, lab.Stopped, () => hostLoad.PostAsync(lab.Amount.Slice), () => bareLoad.PostAsync(lab.Amount.Slice));
        lab.Table.Add(new Row($"Messages through the API, {Load.Connections} connections, durable", Told(rounds, 0))
        {
            Against = $"a bare endpoint that keeps nothing: {Told(rounds, 1)}",
            Ratio = rounds.Ratio(0, 1, turn => turn.Callers.PerSecond),
        });
    }

    private static string Told(Rounds<Loaded> rounds, int side) =>
        $"{Figures.PerSecond(rounds.Median(side, turn => turn.Callers.PerSecond))} (p50 {Figures.Millis(rounds.Median(side, turn => turn.Callers.Half))}, "
        + $"p99 {Figures.Millis(rounds.Median(side, turn => turn.Callers.Slowest))}, {Figures.Micros(rounds.Median(side, turn => turn.Cpu))} CPU each)";
}

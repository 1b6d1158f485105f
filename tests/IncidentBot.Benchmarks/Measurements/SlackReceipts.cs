using IncidentBot.Benchmarks.Programs;
using IncidentBot.Benchmarks.Reporting;
using IncidentBot.Benchmarks.Running;
using IncidentBot.Benchmarks.Yardsticks;

namespace IncidentBot.Benchmarks.Measurements;

/// <summary>How fast what Slack sends is received, durable when it is, against an endpoint that only verifies the signature.</summary>
internal sealed class SlackReceipts : IMeasurement
{
    private const double LeastShare = 0.35;
    private const double MostWait = 0.025;

    public string Name => "slack";

    public string About => "what Slack sends, received and durable, against a bare endpoint that verifies the signature";

    public async Task MeasureAsync(Lab lab)
    {
        await using var house = await SlackHouse.OpenAsync(lab, "slack");
        await using var bare = BareServer.Start();
        await bare.FirstAnswerAsync(lab.Stopped);
        using var bareLoad = await SlackLoad.OnAsync(bare);
        // The compiler needs seconds of load until it has done what it can; on few cores it takes them from the program.
        foreach (var load in new[] { house.Load, bareLoad }) await load.SendAsync(Sending.Message, lab.Amount.Slice * lab.Amount.Rounds);
        var (row, share) = await RowAsync(lab, house.Load, bareLoad, Sending.Message, "Messages from Slack");
        lab.Table.Add(row.AtLeast(share, LeastShare, $"≥ {LeastShare:0.00} of the bare one"));
        lab.Table.Add((await RowAsync(lab, house.Load, bareLoad, Sending.Command, "Slash commands (a note each)")).Row);
        lab.Table.Add((await RowAsync(lab, house.Load, bareLoad, Sending.Press, "Button presses (a note each)")).Row);
        foreach (var perSecond in new[] { 500, 2_000 })
        {
            var rounds = await Rounds<Paced>.TakeTurnsAsync(
                lab.Amount.Rounds, lab.Stopped, () => house.Load.ComeAsync(perSecond, lab.Amount.Slice), () => bareLoad.ComeAsync(perSecond, lab.Amount.Slice));
            var waits = new Row($"From Slack at {perSecond:N0}/s (of 20: 18 messages, a command, a press), durable", Told(rounds, 0))
            {
                Against = $"the bare endpoint: {Told(rounds, 1)}",
                Ratio = rounds.Ratio(0, 1, turn => turn.Slow),
            };
            lab.Table.Add(perSecond == 500 ? waits.AtMost(rounds.Median(0, turn => turn.Slow), MostWait, $"p99 < {MostWait * 1e3:0} ms") : waits);
        }
    }

    /// <summary>How long receipts took, for the table.</summary>
    internal static string Told(Rounds<Paced> rounds, int side) =>
        $"{Figures.PerSecond(rounds.Median(side, turn => turn.PerSecond))}, p50 {Figures.Millis(rounds.Median(side, turn => turn.Half))}, "
        + $"p99 {Figures.Millis(rounds.Median(side, turn => turn.Slow))}, p99.9 {Figures.Millis(rounds.Median(side, turn => turn.Slowest))}";

    private static async Task<(Row Row, double Share)> RowAsync(Lab lab, SlackLoad house, SlackLoad bare, Sending kind, string what)
    {
        var rounds = await Rounds<Loaded>.TakeTurnsAsync(lab.Amount.Rounds, lab.Stopped, () => house.SendAsync(kind, lab.Amount.Slice), () => bare.SendAsync(kind, lab.Amount.Slice));
        var share = rounds.Ratio(0, 1, turn => turn.Callers.PerSecond);
        return (new Row($"{what}, {Load.Connections} connections, durable", Told(rounds, 0)) { Against = $"a bare endpoint that verifies the signature: {Told(rounds, 1)}", Ratio = share }, share);
    }

    private static string Told(Rounds<Loaded> rounds, int side) =>
        $"{Figures.PerSecond(rounds.Median(side, turn => turn.Callers.PerSecond))} (p50 {Figures.Millis(rounds.Median(side, turn => turn.Callers.Half))}, "
        + $"p99 {Figures.Millis(rounds.Median(side, turn => turn.Callers.Slowest))}, {Figures.Micros(rounds.Median(side, turn => turn.Cpu))} CPU each)";
}

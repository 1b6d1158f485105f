using IncidentBot.Benchmarks.Programs;
using IncidentBot.Benchmarks.Reporting;
using IncidentBot.Benchmarks.Running;

namespace IncidentBot.Benchmarks.Measurements;

/// <summary>Whether what Slack sends is received as quickly while Slack itself answers nothing.</summary>
internal sealed class SlackStuck : IMeasurement
{
    private const int PerSecond = 500;
    private const double MostTimes = 1.5;

    public string Name => "stuck";

    public string About => "what Slack sends, received while Slack answers nothing";

    public async Task MeasureAsync(Lab lab)
    {
        await using var stuck = await SlackHouse.OpenAsync(lab, "stuck");
        await using var well = await SlackHouse.OpenAsync(lab, "well");
        foreach (var house in new[] { stuck, well }) await house.Load.ComeAsync(PerSecond, lab.Amount.Slice * lab.Amount.Rounds);
        stuck.Slack.IsStuck = true;
        var rounds = await Rounds<Paced>.TakeTurnsAsync(
            lab.Amount.Rounds, lab.Stopped, () => stuck.Load.ComeAsync(PerSecond, lab.Amount.Slice), () => well.Load.ComeAsync(PerSecond, lab.Amount.Slice));
        if (stuck.Slack.AskedInVain == 0) throw new InvalidOperationException("Nobody asked the Slack that answers nothing: this would measure nothing.");
        var times = rounds.Ratio(0, 1, turn => turn.Slow);
        lab.Table.Add(new Row($"From Slack at {PerSecond}/s while Slack answers nothing", SlackReceipts.Told(rounds, 0))
        {
            Against = $"while it answers: {SlackReceipts.Told(rounds, 1)}",
            Ratio = times,
        }.AtMost(times, MostTimes, $"p99 ≤ {MostTimes:0.0} times"));
    }
}

using IncidentBot.Benchmarks.Reporting;
using IncidentBot.Benchmarks.Running;
using IncidentBot.Benchmarks.Seeds;
using IncidentBot.Ports;
using IncidentBot.TestKit;

namespace IncidentBot.Benchmarks.Measurements;

/// <summary>What a line costs us: read, decide, write, chain, fold and answer, over a store that does nothing but remember.</summary>
internal sealed class LineCost : IMeasurement
{
    private const int Incidents = 40;
    private static readonly Func<DeskFixture, int, ValueTask<Reply>>[] Lines =
    [
        (desk, time) => desk.Say(Cast.Ben, Chat.Text(time), 1),
        (desk, time) => desk.Hear(Cast.Ben, $"/incident note \"{Chat.Text(time)}\"", 1),
        (desk, time) => desk.Hear(Cast.Ana, $"/incident severity sev{(time % 2) + 2} it looks different now", 1),
        (desk, _) => desk.Hear(Cast.Ana, "/incident info", 1),
        (desk, _) => desk.Hear(Cast.Ana, "/incident list"),
        (desk, _) => desk.Hear(Cast.Ana, "/incident sevrity sev1", 1),
    ];

    private static readonly string[] Names =
        ["a message", "`note`, 240 characters", "`severity`, with a reason", "`info`: the card", $"`list`: {Incidents} open incidents", "an unknown verb, the nearest one named"];

    public string Name => "line";

    public string About => "CPU of a line, without a disk";

    public async Task MeasureAsync(Lab lab)
    {
        var yardstick = () => RememberAsync(lab.Amount.Lines);
        var sides = Lines.Select(line => new Func<Task<double>>(() => HearAsync(line, lab.Amount.Lines))).Append(yardstick).ToArray();
        var rounds = await Rounds<double>.TakeTurnsAsync(lab.Amount.Rounds, lab.Stopped, sides);
        for (var side = 0; side < Lines.Length; side++)
        {
            var cost = rounds.Median(side, seconds => seconds);
            lab.Table.Add(new Row($"CPU of a line: {Names[side]}", Figures.Micros(cost))
            {
                Against = $"one append to the same store in memory, hash chain included: {Figures.Micros(rounds.Median(Lines.Length, seconds => seconds))}",
                Ratio = rounds.Ratio(side, Lines.Length, seconds => seconds),
            }.AtMost(cost, 100e-6, "< 100 µs"));
        }
    }

    private static async Task<double> HearAsync(Func<DeskFixture, int, ValueTask<Reply>> line, int lines)
    {
        var desk = new DeskFixture();
        for (var incident = 0; incident < Incidents; incident++) await desk.Hear(Cast.Ana, "/incident declare Checkout is down");
        return await Cpu.PerOneAsync(lines, async time => await line(desk, time));
    }

    private static async Task<double> RememberAsync(int lines)
    {
        var store = new InMemoryTimelineStore(TimeProvider.System);
        await using (store)
        {
            var entry = Chat.Entry(1);
            return await Cpu.PerOneAsync(lines, async _ => await store.AppendAsync(new AppendRequest(1, null, [entry])));
        }
    }
}

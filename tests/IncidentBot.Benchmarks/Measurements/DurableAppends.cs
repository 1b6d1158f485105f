using IncidentBot.Benchmarks.Reporting;
using IncidentBot.Benchmarks.Running;
using IncidentBot.Benchmarks.Seeds;
using IncidentBot.Benchmarks.Yardsticks;
using IncidentBot.Ports;

namespace IncidentBot.Benchmarks.Measurements;

/// <summary>How many appends a second are on the device, against a bare file.</summary>
internal sealed class DurableAppends : IMeasurement
{
    private const int Incidents = 8;

    public string Name => "append";

    public string About => "durable appends per second with 1, 8 and 64 callers, against a raw append file";

    public async Task MeasureAsync(Lab lab)
    {
        using var raw = new RawFile(lab.NewDirectory("raw"));
        await using var store = await Lab.OpenAsync(lab.NewDirectory("append"));
        var body = Chat.Entry(1).Body.ToArray();
        await MeasureAsync(lab, 1, () => RawAloneAsync(lab, raw, body), store, least: 0.4);
        await MeasureAsync(lab, 8, () => Callers.AskAsync(8, lab.Amount.Slice, _ => raw.AppendAsync(body)), store, least: null);
        await MeasureAsync(lab, 64, () => Callers.AskAsync(64, lab.Amount.Slice, _ => raw.AppendAsync(body)), store, least: 0.25);
    }

    private static async Task MeasureAsync(Lab lab, int callers, Func<Task<Callers>> raw, ITimelineStore store, double? least)
    {
        var rounds = await Rounds<Callers>.TakeTurnsAsync(lab.Amount.Rounds, lab.Stopped, () => StoreAsync(lab, store, callers), raw);
        var ratio = rounds.Ratio(0, 1, turn => turn.PerSecond);
        var row = new Row(
            $"Durable appends, {callers} caller{(callers == 1 ? "" : "s")}", $"{Figures.PerSecond(rounds.Median(0, turn => turn.PerSecond))} ({Callers.Waits(rounds, 0)})")
        {
            Against = $"raw file, {(callers == 1 ? "append + fdatasync" : "group commit")}: {Figures.PerSecond(rounds.Median(1, turn => turn.PerSecond))} ({Callers.Waits(rounds, 1)})",
            Ratio = ratio,
        };
        lab.Table.Add(least is { } aim ? row.AtLeast(ratio, aim, $"ratio ≥ {aim:0.0#}") : row);
    }

    private static Task<Callers> StoreAsync(Lab lab, ITimelineStore store, int callers)
    {
        var entry = Chat.Entry(1);
        return Callers.AskAsync(callers, lab.Amount.Slice, caller => store.AppendAsync(new AppendRequest(1 + (caller % Incidents), null, [entry], Chat.NewKey())).AsTask());
    }

    private static Task<Callers> RawAloneAsync(Lab lab, RawFile raw, byte[] body) => Callers.AskAsync(1, lab.Amount.Slice, _ =>
    {
        raw.Append(body);
        return Task.CompletedTask;
    });
}

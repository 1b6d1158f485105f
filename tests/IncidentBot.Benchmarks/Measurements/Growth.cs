using IncidentBot.Benchmarks.Reporting;
using IncidentBot.Benchmarks.Running;
using IncidentBot.Benchmarks.Seeds;
using IncidentBot.Benchmarks.Yardsticks;
using IncidentBot.Ports;
using IncidentBot.Stores.LiteDb;

namespace IncidentBot.Benchmarks.Measurements;

/// <summary>What an append costs in a small, a middle and a large store: it ought to be the same.</summary>
internal sealed class Growth : IMeasurement
{
    private const int AloneTimes = 200;
    private const int Together = 64;
    private const int TogetherTimes = 20;

    public string Name => "growth";

    public string About => "append cost as the store grows";

    public async Task MeasureAsync(Lab lab)
    {
        var stores = new List<LiteDbTimelineStore>();
        try
        {
            foreach (var size in lab.Amount.Sizes) stores.Add(await Lab.OpenAsync(await lab.SeededAsync(size)));
            await AloneAsync(lab, stores);
            await TogetherAsync(lab, stores);
        }
        finally
        {
            foreach (var store in stores) await store.DisposeAsync();
        }
    }

    private static async Task AloneAsync(Lab lab, List<LiteDbTimelineStore> stores)
    {
        using var raw = new RawFile(lab.NewDirectory("raw"));
        var body = Chat.Entry(1).Body.ToArray();
        var rawSide = () => Callers.AskAsync(1, TimeSpan.MaxValue, _ =>
        {
            raw.Append(body);
            return Task.CompletedTask;
        }, AloneTimes);
        var rounds = await Rounds<Callers>.TakeTurnsAsync(
            lab.Amount.Rounds, lab.Stopped, [.. stores.Select(store => new Func<Task<Callers>>(() => AppendAsync(store, 1, AloneTimes))), rawSide]);
        for (var side = 0; side < stores.Count; side++)
            lab.Table.Add(Row(lab, side, "one caller, p50", Figures.Millis(rounds.Median(side, turn => turn.Half)), rounds.Ratio(side, 0, turn => turn.Half))
                with { Against = side == 0 ? $"raw append + fdatasync at the same moments: p50 {Figures.Millis(rounds.Median(stores.Count, turn => turn.Half))}" : Baseline(lab) });
    }

    private static async Task TogetherAsync(Lab lab, List<LiteDbTimelineStore> stores)
    {
        var rounds = await Rounds<Callers>.TakeTurnsAsync(
            lab.Amount.Rounds, lab.Stopped, [.. stores.Select(store => new Func<Task<Callers>>(() => AppendAsync(store, Together, TogetherTimes)))]);
        for (var side = 0; side < stores.Count; side++)
            lab.Table.Add(Row(lab, side, $"{Together} callers, cost of each", Figures.Micros(1 / rounds.Median(side, turn => turn.PerSecond)), rounds.Ratio(side, 0, turn => 1 / turn.PerSecond))
                with { Against = side == 0 ? "" : Baseline(lab) });
    }

    private static Row Row(Lab lab, int side, string who, string measured, double ratio)
    {
        var row = new Row($"Append at {Figures.Count(lab.Amount.Sizes[side])} entries, {who}", measured);
        return side == 0 ? row : (row with { Ratio = ratio }).AtMost(ratio, 1.5, "flat: ratio ≤ 1.5");
    }

    private static string Baseline(Lab lab) => $"the same at {Figures.Count(lab.Amount.Sizes[0])}";

    // The newest incidents, as numbers grow with time; the smallest store gains some thousands of entries by it.
    private static async Task<Callers> AppendAsync(ITimelineStore store, int callers, int times)
    {
        var newest = await store.LastStreamAsync();
        var entry = Chat.Entry(1);
        return await Callers.AskAsync(callers, TimeSpan.MaxValue, caller => store.AppendAsync(new AppendRequest(newest - (caller % 4), null, [entry], Chat.NewKey())).AsTask(), times);
    }
}

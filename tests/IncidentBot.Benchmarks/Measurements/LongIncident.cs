using System.Diagnostics;
using IncidentBot.Benchmarks.Reporting;
using IncidentBot.Benchmarks.Running;
using IncidentBot.Benchmarks.Seeds;
using IncidentBot.Ports;
using IncidentBot.TestKit;

namespace IncidentBot.Benchmarks.Measurements;

/// <summary>How long it takes until a long incident that is not at hand is folded.</summary>
internal sealed class LongIncident : IMeasurement
{
    private static readonly IncidentId Id = new(1);

    public string Name => "fold";

    public string About => "reading and folding a long incident";

    public async Task MeasureAsync(Lab lab)
    {
        await using var store = await Lab.OpenAsync(lab.NewDirectory("fold"));
        await using var memory = new InMemoryTimelineStore(TimeProvider.System);
        foreach (var twin in new ITimelineStore[] { store, memory }) await FillAsync(twin, lab.Amount.LongIncident);
        var rounds = await Rounds<double>.TakeTurnsAsync(
            lab.Amount.Rounds, lab.Stopped, () => TakeAsync(() => FoldAsync(store)), () => TakeAsync(() => ReadAsync(store)), () => TakeAsync(() => FoldAsync(memory)));
        lab.Table.Add(new Row($"Reading and folding an incident of {Figures.Count(lab.Amount.LongIncident)} entries", Figures.Millis(rounds.Median(0, seconds => seconds)))
        {
            Against = $"reading its pages alone: {Figures.Millis(rounds.Median(1, seconds => seconds))} (folding it from memory: {Figures.Millis(rounds.Median(2, seconds => seconds))})",
            Ratio = rounds.Ratio(0, 1, seconds => seconds),
        });
    }

    private static async Task FillAsync(ITimelineStore store, int entries)
    {
        var declared = Chat.Entry(new IncidentDeclared("Checkout is down", new Severity(3), IncidentType.Reliability, Private: false, [], null), Cast.Ana);
        await store.AppendAsync(new AppendRequest(Id.Number, null, [declared]));
        for (var number = 1; number < entries; number += 250)
            await store.AppendAsync(new AppendRequest(Id.Number, null, [.. Enumerable.Range(number, Math.Min(250, entries - number)).Select(Chat.Entry)]));
    }

    private static async Task<double> TakeAsync(Func<Task> act)
    {
        var watch = Stopwatch.StartNew();
        await act();
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task FoldAsync(ITimelineStore store) => await new Shelf(store).GetAsync(Id, CancellationToken.None);

    private static async Task ReadAsync(ITimelineStore store)
    {
        var after = 0;
        while (await store.ReadStreamAsync(Id.Number, after, ITimelineStore.LargestPage) is [.., var last]) after = last.Number;
    }
}

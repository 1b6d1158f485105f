using System.Diagnostics;
using IncidentBot.Benchmarks.Reporting;
using IncidentBot.Benchmarks.Running;
using IncidentBot.Benchmarks.Seeds;
using IncidentBot.Ports;

namespace IncidentBot.Benchmarks.Measurements;

/// <summary>How long it takes until the review of a long incident has written itself.</summary>
internal sealed class LongReview : IMeasurement
{
    private const double Most = 0.2;

    public string Name => "review";

    public string About => "the review of a long incident";

    public async Task MeasureAsync(Lab lab)
    {
        await using var store = await Lab.OpenAsync(lab.NewDirectory("review"));
        await LongStory.FillAsync(store, lab.Amount.LongIncident);
        var rounds = await Rounds<double>.TakeTurnsAsync(
            lab.Amount.Rounds, lab.Stopped, () => TakeAsync(() => ReviewAsync(store)), () => TakeAsync(() => ReadAsync(store)));
        var review = rounds.Median(0, seconds => seconds);
        lab.Table.Add(new Row($"Review of an incident of {Figures.Count(lab.Amount.LongIncident)} entries, as a document", Figures.Millis(review))
        {
            Against = $"reading its pages alone: {Figures.Millis(rounds.Median(1, seconds => seconds))}",
            Ratio = rounds.Ratio(0, 1, seconds => seconds),
        }.AtMost(review, Most, "< 200 ms"));
    }

    private static async Task<double> TakeAsync(Func<Task> act)
    {
        var watch = Stopwatch.StartNew();
        await act();
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task ReviewAsync(ITimelineStore store) => await ReviewWriter.ReadAsync(LongStory.Id, store, CancellationToken.None);

    private static async Task ReadAsync(ITimelineStore store)
    {
        var after = 0;
        while (await store.ReadStreamAsync(LongStory.Id.Number, after, ITimelineStore.LargestPage) is [.., var last]) after = last.Number;
    }
}

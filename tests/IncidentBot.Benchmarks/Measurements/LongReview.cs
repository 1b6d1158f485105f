using System.Diagnostics;
using IncidentBot.Benchmarks.Reporting;
using IncidentBot.Benchmarks.Running;
using IncidentBot.Benchmarks.Seeds;
using IncidentBot.Ports;
using IncidentBot.TestKit;
using IncidentBot.Web.Reviews;

namespace IncidentBot.Benchmarks.Measurements;

/// <summary>How long the review of a long incident takes, from the store to the file that prints well.</summary>
internal sealed class LongReview : IMeasurement
{
    private const double Most = 0.3;

    private static readonly IncidentId Id = new(1);
    private static readonly ReviewLinks Links = new("https://bot.example");

    public string Name => "review";

    public string About => "the review of a long incident and its HTML file";

    public async Task MeasureAsync(Lab lab)
    {
        await using var store = await Lab.OpenAsync(lab.NewDirectory("review"));
        await LongStory.TellAsync(store, Id, lab.Amount.LongIncident);
        var document = await ReadAsync(store);
        var bytes = (await ReviewHtml.WriteAsync(document, Links)).Length;
        var rounds = await Rounds<double>.TakeTurnsAsync(
            lab.Amount.Rounds, lab.Stopped,
            () => TakeAsync(async () => await ReviewHtml.WriteAsync(await ReadAsync(store), Links)), () => TakeAsync(() => ReadAsync(store)), () => TakeAsync(() => ReviewHtml.WriteAsync(document, Links)));
        var whole = rounds.Median(0, seconds => seconds);
        lab.Table.Add(new Row($"Review and HTML export of an incident of {Figures.Count(lab.Amount.LongIncident)} entries", Figures.Millis(whole))
        {
            Against = $"reading it into the review alone: {Figures.Millis(rounds.Median(1, seconds => seconds))} (writing the file of {bytes / 1024:N0} KiB: {Figures.Millis(rounds.Median(2, seconds => seconds))})",
            Ratio = rounds.Ratio(0, 1, seconds => seconds),
        }.AtMost(whole, Most, "under 300 ms"));
    }

    private static Task<ReviewDocument> ReadAsync(ITimelineStore store) => ReviewWriter.ReadAsync(Id, store, CancellationToken.None).AsTask();

    private static async Task<double> TakeAsync(Func<Task> act)
    {
        var watch = Stopwatch.StartNew();
        await act();
        return watch.Elapsed.TotalSeconds;
    }
}

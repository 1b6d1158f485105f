using IncidentBot.Benchmarks.Running;
using IncidentBot.Ports;
using IncidentBot.TestKit;

namespace IncidentBot.Benchmarks.Seeds;

/// <summary>
/// A history as a house gathers it: incidents of 250 entries that follow each other, 40 at a time, closed in the end.
/// The last 40 stay open. Each message was an append of its own with a key of its own.
/// </summary>
internal static class Seed
{
    private const int EntriesPerIncident = 250;
    private const int AtATime = 40;

    /// <summary>Fills a directory; returns it.</summary>
    public static async Task<string> CreateAsync(string directory, int entries, CancellationToken stopped)
    {
        await using var store = await Lab.OpenAsync(directory);
        var incidents = entries / EntriesPerIncident;
        for (var first = 1; first <= incidents; first += AtATime)
        {
            stopped.ThrowIfCancellationRequested();
            var last = Math.Min(first + AtATime - 1, incidents);
            await Task.WhenAll(Enumerable.Range(first, last - first + 1).Select(incident => LiveAsync(store, incident, stays: incident > incidents - AtATime)));
        }
        return directory;
    }

    private static async Task LiveAsync(ITimelineStore store, int incident, bool stays)
    {
        await AppendAsync(store, incident,
            Chat.Entry(new IncidentDeclared($"Checkout is down ({incident})", new Severity(3), IncidentType.Reliability, Private: false, ["checkout"], null), Cast.Ana),
            Chat.Entry(new RoleAssigned("commander", "Incident commander", Cast.Ana, Claimed: true), Cast.Ana),
            Chat.Entry(new StageChanged(Stage.Identification, Stage.Triage, Move.Triage, null), Cast.Ana));
        for (var number = 4; number <= EntriesPerIncident - 2; number++)
            await AppendAsync(store, incident, Chat.Entry((incident * EntriesPerIncident) + number));
        IReadOnlyList<NewEntry> end = stays
            ? [Chat.Entry(1), Chat.Entry(2)]
            : [Chat.Entry(new StageChanged(Stage.Triage, Stage.Review, Move.Resolve, "rolled back"), Cast.Ana), Chat.Entry(new StageChanged(Stage.Review, Stage.Closed, Move.Close, null), Cast.Ana)];
        await AppendAsync(store, incident, [.. end]);
    }

    private static async ValueTask AppendAsync(ITimelineStore store, int incident, params NewEntry[] entries) =>
        await store.AppendAsync(new AppendRequest(incident, null, entries, Chat.NewKey()));
}

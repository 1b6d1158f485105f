using IncidentBot.Ports;
using IncidentBot.Web.Exports;
using IncidentBot.Web.Exports.Evidence;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Api;

/// <summary>What is there to read: the list of incidents, one of them, and its timeline.</summary>
internal static class GetIncidents
{
    private const int Customary = 50;

    public static async Task<IResult> ListAsync(HttpRequest request, IncidentCatalog catalog, CancellationToken cancellation)
    {
        var faults = new Faults();
        var query = new Queries(request, faults, "open", "severity", "stage", "type", "drill", "text", "before", "take", "by");
        var filter = new IncidentFilter
        {
            Open = query.Flag("open"),
            Severity = query.Severity("severity"),
            Stage = query.Choice<Stage>("stage"),
            Type = query.Choice<IncidentType>("type"),
            Drill = query.Flag("drill"),
            Text = query.Text("text"),
        };
        var (before, take, viewer) = (query.Incident("before"), query.Number("take", 1, ITimelineStore.LargestPage, Customary), query.Viewer());
        if (!faults.None) return faults.Answer();

        var found = await catalog.ListAsync(filter, viewer, before, take + 1, cancellation);
        var page = found.Take(take).Select(IncidentLine.Of).ToList();
        return TypedResults.Ok(new IncidentPage(page, found.Count > take ? page[^1].Id : null));
    }

    public static async Task<IResult> OneAsync(string incident, HttpRequest request, IncidentDesk desk, CancellationToken cancellation)
    {
        var faults = new Faults();
        var viewer = new Queries(request, faults, "by").Viewer();
        if (!faults.None) return faults.Answer();
        return await FindAsync(incident, viewer, desk, cancellation) is { } found ? TypedResults.Ok(IncidentView.Of(found, await desk.HouseAsync(cancellation))) : NoIncident.Answer(incident);
    }

    public static async Task<IResult> TimelineAsync(string incident, HttpRequest request, IncidentDesk desk, ITimelineStore store, CancellationToken cancellation)
    {
        var faults = new Faults();
        var query = new Queries(request, faults, "after", "take", "by");
        var (after, take, viewer) = (query.Number("after", 0, int.MaxValue, 0), query.Number("take", 1, ITimelineStore.LargestPage, ITimelineStore.LargestPage), query.Viewer());
        if (!faults.None) return faults.Answer();
        if (await FindAsync(incident, viewer, desk, cancellation) is not { } found) return NoIncident.Answer(incident);

        var entries = await store.ReadStreamAsync(found.Id.Number, after, take, cancellation);
        var next = entries.Count > 0 && entries[^1].Number < found.Number ? entries[^1].Number : (int?)null;
        var readable = entries.Select(StoredEvents.Read).Where(entry => Visibility.MayRead(viewer, entry));
        return TypedResults.Ok(new TimelinePage([.. readable.Select(EntryView.Of)], next));
    }

    public static async Task<IResult> BundleAsync(string incident, HttpRequest request, IncidentDesk desk, EvidenceBundle bundle, CancellationToken cancellation)
    {
        var faults = new Faults();
        var viewer = new Queries(request, faults, "by").Viewer();
        if (!faults.None) return faults.Answer();
        if (await FindAsync(incident, viewer, desk, cancellation) is not { } found) return NoIncident.Answer(incident);
        await desk.TakeAwayAsync(found, ExportFormat.Bundle.File(), viewer, Callers.Via, cancellation);
        return BundleEndpoints.Download(found, bundle, request.HttpContext);
    }

    private static async ValueTask<Incident?> FindAsync(string incident, Person viewer, IncidentDesk desk, CancellationToken cancellation) =>
        IncidentId.TryParse(incident, out var id) ? await desk.FindAsync(id, viewer, Callers.Via, cancellation) : null;
}

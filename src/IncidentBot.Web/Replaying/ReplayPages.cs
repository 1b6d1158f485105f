using IncidentBot.Ports;
using IncidentBot.Web.Rendering;
using IncidentBot.Web.Viewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IncidentBot.Web.Replaying;

/// <summary>Looks back for an incident's page: at a moment, or from one key event to another.</summary>
internal sealed class ReplayPages(IncidentDesk desk, Sources sources, ITimelineStore store, PolicyBook policies, TimeProvider clock, Rendering.Drawing drawing)
{
    /// <summary>Maps the piece of the page that the slider asks for.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet(
        "/incidents/{id}/replay", (string id, HttpContext http, ReplayPages pages, CancellationToken cancellation) => pages.PieceAsync(id, http, cancellation));

    /// <summary>The replay as the page's address asks for it (<c>at</c>, <c>step</c>).</summary>
    public async ValueTask<ReplayModel> ModelAsync(Incident incident, IQueryCollection query, CancellationToken cancellation)
    {
        var scale = ReplayScale.Of(await RecordedAtAsync(incident, 1, cancellation), await RecordedAtAsync(incident, incident.Number, cancellation));
        if (query["at"].ToString() is not { Length: > 0 } text) return new ReplayModel(scale, null);
        var shown = await sources.Replays.AtAsync(incident, text, clock.GetUtcNow(), cancellation);
        return shown is Replay.Known known && query["step"].ToString() is "next" or "previous"
            ? await StepAsync(incident, scale, known, query["step"] == "next", cancellation)
            : new ReplayModel(scale, shown);
    }

    private async Task<IResult> PieceAsync(string id, HttpContext http, CancellationToken cancellation)
    {
        var viewer = Viewer.Of(http)!;
        if (!IncidentId.TryParse(id, out var named) || await desk.FindAsync(named, viewer, cancellation) is not { } incident) return Results.NotFound();
        var model = await ModelAsync(incident, http.Request.Query, cancellation);
        return Html.Pieces(await drawing.DrawAsync<ReplayThen>(
            (nameof(ReplayThen.Model), model), (nameof(ReplayThen.Now), incident), (nameof(ReplayThen.Policy), policies.Current), (nameof(ReplayThen.House), await desk.HouseAsync(cancellation))));
    }

    private async ValueTask<ReplayModel> StepAsync(Incident incident, ReplayScale scale, Replay.Known from, bool forward, CancellationToken cancellation)
    {
        var number = forward
            ? await KeyEvents.AfterAsync(incident, from.Last.Number, store, cancellation)
            : await KeyEvents.BeforeAsync(incident, from.Last.Number, store, cancellation);
        return number is { } found
            ? new ReplayModel(scale, await sources.Replays.AfterAsync(incident, found, cancellation))
            : new ReplayModel(scale, from, forward ? "This is the last key event so far." : "There is no earlier key event.");
    }

    private async ValueTask<DateTimeOffset> RecordedAtAsync(Incident incident, int number, CancellationToken cancellation) =>
        (await store.ReadStreamAsync(incident.Id.Number, number - 1, 1, cancellation))[0].RecordedAt;
}

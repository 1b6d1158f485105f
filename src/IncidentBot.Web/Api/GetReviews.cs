using IncidentBot.Web.Reviews;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IncidentBot.Web.Api;

/// <summary>An incident's review, as Markdown, as HTML and as JSON.</summary>
internal static class GetReviews
{
    public static void MapReviews(this RouteGroupBuilder incidents)
    {
        const string Same = "Made from the timeline, and from whose identities belong together: the same timeline gives the same bytes. Citations lead to this server; by tells who looks.";
        incidents.MapGet("/{incident}/review.md", Of(ReviewFormat.Md)).Produces<string>(contentType: "text/markdown").ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("The review as Markdown.").WithDescription(Same);
        incidents.MapGet("/{incident}/review.html", Of(ReviewFormat.Html)).Produces<string>(contentType: "text/html").ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("The review as one HTML file that prints well.").WithDescription(Same);
        incidents.MapGet("/{incident}/review.json", Of(ReviewFormat.Json)).Produces<ReviewDocumentView>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("The review as JSON.").WithDescription(Same);
    }

    private static Func<string, HttpContext, IncidentDesk, ReviewReader, CancellationToken, Task<IResult>> Of(ReviewFormat format) => async (incident, http, desk, reader, cancellation) =>
    {
        var faults = new Faults();
        var viewer = new Queries(http.Request, faults, "by").Viewer();
        if (!faults.None) return faults.Answer();
        if (!IncidentId.TryParse(incident, out var id) || await desk.FindAsync(id, viewer, Callers.Via, cancellation) is not { } found) return NoIncident.Answer(incident);
        await desk.TakeAwayAsync(found, format.File(), viewer, Callers.Via, cancellation);
        return await ReviewFiles.AnswerAsync(await reader.OfAsync(found, cancellation), format, http);
    };
}

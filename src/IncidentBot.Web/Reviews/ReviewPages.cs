using IncidentBot.Web.Rendering;
using IncidentBot.Web.Shells;
using IncidentBot.Web.Viewing;
using IncidentBot.Web.WarRoom;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Reviews;

/// <summary>Draws the review's page, its pieces and its files, for those who may see the incident.</summary>
internal sealed class ReviewPages(IncidentDesk desk, ReviewReader reader, RoomPages rooms, Frames frames, Onlooker onlooker, PolicyBook policies, TimeProvider clock, Rendering.Drawing drawing)
{
    public async Task<IResult> PageAsync(string id, HttpContext http, CancellationToken cancellation)
    {
        if (await FindAsync(id, http, cancellation) is not { } incident) return await rooms.MissingAsync(http, cancellation);
        var document = await reader.OfAsync(incident, cancellation);
        return Html.Page(await drawing.DrawAsync<ReviewPage>(
            (nameof(ReviewPage.Frame), await frames.OfAsync(http, Viewer.Of(http)!, "incidents", cancellation)), (nameof(ReviewPage.Document), document),
            (nameof(ReviewPage.Now), clock.GetUtcNow()), (nameof(ReviewPage.Editing), EditingOf(document))));
    }

    public async Task<IResult> FileAsync(string id, ReviewFormat format, HttpContext http, CancellationToken cancellation)
    {
        if (await FindAsync(id, http, cancellation) is not { } incident) return await rooms.MissingAsync(http, cancellation);
        await desk.TakeAwayAsync(incident, format.File(), Viewer.Of(http)!, ReviewPosts.Web, cancellation);
        return await ReviewFiles.AnswerAsync(await reader.OfAsync(incident, cancellation), format, http);
    }

    public async Task<IResult> EditorAsync(string id, string part, HttpContext http, CancellationToken cancellation)
    {
        if (await FindAsync(id, http, cancellation) is not { } incident || ReviewParts.Find(part) is not { } known) return Results.NotFound();
        var written = await reader.PartAsync(incident, known, cancellation);
        return Html.Pieces(await drawing.DrawAsync<PartEditor>((nameof(PartEditor.Written), written), (nameof(PartEditor.Incident), incident.Id)));
    }

    public async Task<ReviewView?> ViewAsync(string id, HttpContext http, CancellationToken cancellation) =>
        await FindAsync(id, http, cancellation) is { } incident ? new ReviewView(incident, Viewer.Of(http)!, desk, reader, this) : null;

    /// <summary>The incident, if the viewer may see it.</summary>
    public async ValueTask<Incident?> FindAsync(string id, HttpContext http, CancellationToken cancellation) =>
        IncidentId.TryParse(id, out var named) ? await desk.FindAsync(named, Viewer.Of(http)!, cancellation) : null;

    public Task<string> HeadAsync(ReviewDocument document) => drawing.DrawAsync<ReviewHead>((nameof(ReviewHead.Document), document), (nameof(ReviewHead.Now), clock.GetUtcNow()));

    public Task<string> SectionAsync(ReviewDocument document, ReviewSection section) => drawing.DrawAsync<ReviewSectionView>(
        (nameof(ReviewSectionView.Section), section), (nameof(ReviewSectionView.Incident), document.Incident), (nameof(ReviewSectionView.Links), ReviewLinks.OnPage),
        (nameof(ReviewSectionView.Editing), EditingOf(document)), (nameof(ReviewSectionView.Command), policies.Current.Command));

    private Editing EditingOf(ReviewDocument document) => document.Standing.State == ReviewState.Finished || !onlooker.MayAct ? Editing.Closed : Editing.Open;
}

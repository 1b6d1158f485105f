using IncidentBot.Web.Api;
using IncidentBot.Web.Guards;
using IncidentBot.Web.Rendering;
using IncidentBot.Web.Shells;
using IncidentBot.Web.Viewing;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Auditing;

/// <summary>Draws the audit for admins, and gives it away as a file.</summary>
internal sealed class AuditPages(AuditBook book, IncidentDesk desk, Frames frames, TimeProvider clock, Rendering.Drawing drawing)
{
    private const int PageSize = 50;

    public async Task<IResult> PageAsync(HttpContext http, CancellationToken cancellation)
    {
        if (await AdminAsync(http, cancellation) is not { } viewer) return ForAdmins.Answer();
        var faults = new Faults();
        var ask = AuditAsk.Read(new Queries(http.Request, faults, AuditAsk.Known), clock.GetUtcNow());
        var page = faults.None ? await book.ReadAsync(ask.Filter, ask.Before, PageSize, cancellation) : new AuditPage([], null);
        return Html.Page(
            await drawing.DrawAsync<AuditPageView>(
                (nameof(AuditPageView.Frame), await frames.OfAsync(http, viewer, AuditView.Name, cancellation)), (nameof(AuditPageView.Typed), http.Request.Query),
                (nameof(AuditPageView.Page), page), (nameof(AuditPageView.Fault), faults.None ? null : faults.Sentence)),
            faults.None ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    /// <summary>All that was asked for as a file, and that it was taken away as one more entry of the audit.</summary>
    public async Task<IResult> FileAsync(AuditFormat format, HttpContext http, CancellationToken cancellation)
    {
        if (await AdminAsync(http, cancellation) is not { } viewer) return ForAdmins.Answer();
        var faults = new Faults();
        var ask = AuditAsk.Read(new Queries(http.Request, faults, AuditAsk.Known), clock.GetUtcNow());
        if (!faults.None) return faults.Answer();
        await desk.TakeAwayAsync(format.File(), viewer, "web", cancellation);
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Stream(stream => AuditFiles.WriteAsync(book.AllAsync(ask.Filter, http.RequestAborted), format, stream, http.RequestAborted), format.MediaType(), format.File());
    }

    /// <summary>Who looks, when they are an admin.</summary>
    public async ValueTask<Person?> AdminAsync(HttpContext http, CancellationToken cancellation) =>
        await desk.RecogniseAsync(Viewer.Of(http)!, cancellation) is { Right: Right.Admin } admin ? admin : null;
}

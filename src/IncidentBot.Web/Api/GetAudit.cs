using IncidentBot.Ports;
using IncidentBot.Web.Auditing;
using IncidentBot.Web.Guards;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Api;

/// <summary><c>GET /api/audit</c>: who did what to the house itself.</summary>
internal static class GetAudit
{
    private const int Customary = 50;

    public static async Task<IResult> HandleAsync(HttpRequest request, AuditBook book, TimeProvider clock, CancellationToken cancellation)
    {
        var faults = new Faults();
        var queries = new Queries(request, faults, [.. AuditAsk.Known, "take", "by"]);
        var ask = AuditAsk.Read(queries, clock.GetUtcNow());
        var (take, viewer) = (queries.Number("take", 1, ITimelineStore.LargestPage, Customary), queries.Viewer());
        if (!faults.None) return faults.Answer();
        if (viewer.Right < Right.Admin) return Problems.Of(StatusCodes.Status403Forbidden, "For admins", "The audit is for admins of IncidentBot. Ask one of them.");

        var page = await book.ReadAsync(ask.Filter, ask.Before, take, cancellation);
        return TypedResults.Ok(new AuditAnswer([.. page.Entries.Select(AuditLine.Of)], page.Next));
    }
}

/// <summary>A page of the audit, the newest first.</summary>
/// <param name="Entries">What happened.</param>
/// <param name="Next">What to ask for next (before); null at the end.</param>
internal sealed record AuditAnswer(IReadOnlyList<AuditLine> Entries, int? Next);

using IncidentBot.Web.Guards;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Api;

/// <summary><c>POST /api/incidents/INC-1/messages</c>: a message in an incident's room.</summary>
internal static class PostMessage
{
    public static async Task<IResult> HandleAsync(string incident, HttpRequest request, IncidentDesk desk, CancellationToken cancellation)
    {
        var faults = new Faults();
        var body = await Body.ReadAsync(request, faults, "by", "text", "key");
        var by = Callers.Speaker(request.HttpContext, body, faults);
        var text = body.Text("text");
        if (!faults.None) return faults.Answer();
        if (!IncidentId.TryParse(incident, out var id)) return NoIncident.Answer(incident);

        var reply = await desk.SayAsync(new Said(text, by, Callers.Via, id, body.Optional("key")), cancellation);
        if (reply is { Refused: true, Missing: true }) return NoIncident.Answer(incident);
        if (reply.Refused) return Refused(reply);
        var entry = EntryView.Of(reply.Recorded[0]);
        return TypedResults.Created($"/api/incidents/{id}/timeline?after={entry.Number - 1}&take=1", entry);
    }

    private static IResult Refused(Reply reply) => reply.KeyWasUsed
        ? Problems.Of(StatusCodes.Status409Conflict, "The key is used", reply.Text)
        : Problems.Of(StatusCodes.Status400BadRequest, "The message was not recorded", reply.Text);
}

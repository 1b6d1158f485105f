using IncidentBot.Ports;
using IncidentBot.Web.Guards;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Api;

/// <summary><c>POST /api/incidents/INC-1/messages</c>: a message in an incident's room.</summary>
internal static class PostMessage
{
    public static async Task<IResult> HandleAsync(string incident, HttpRequest request, IncidentDesk desk, ITimelineStore store, CancellationToken cancellation)
    {
        var faults = new Faults();
        var body = await Body.ReadAsync(request, faults, "by", "text", "key");
        var by = Callers.Named(body.Text("by"), faults);
        var text = body.Text("text");
        if (!faults.None) return faults.Answer();
        if (!IncidentId.TryParse(incident, out var id) || await desk.FindAsync(id, by, cancellation) is null) return NoIncident.Answer(incident);

        var said = new Said(text, by, Callers.Via, id, body.Optional("key"));
        var reply = await desk.SayAsync(said, cancellation);
        if (reply.Refused) return await RefusedAsync(reply, said, store, cancellation);
        var entries = await store.ReadStreamAsync(id.Number, reply.Entries[0] - 1, 1, cancellation);
        var entry = EntryView.Of(StoredEvents.Read(entries[0]));
        return TypedResults.Created($"/api/incidents/{id}/timeline?after={entry.Number - 1}&take=1", entry);
    }

    private static async Task<IResult> RefusedAsync(Reply reply, Said said, ITimelineStore store, CancellationToken cancellation)
    {
        var isUsed = said.Key?.Length <= Limits.Key
            && Recording.Key(said.Via, said.By, said.Room, said.Key, said.Text) is { } key
            && await store.FindKeyAsync(key.Text, cancellation) is { } first && first.LineDigest != key.LineDigest;
        return isUsed
            ? Problems.Of(StatusCodes.Status409Conflict, "The key is used", reply.Text)
            : Problems.Of(StatusCodes.Status400BadRequest, "The message was not recorded", reply.Text);
    }
}

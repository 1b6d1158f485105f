using IncidentBot.Web.Guards;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Api;

/// <summary><c>POST /api/lines</c>: a line, as if it were typed.</summary>
internal static class PostLine
{
    public static async Task<IResult> HandleAsync(HttpRequest request, IncidentDesk desk, Verbs verbs, CancellationToken cancellation)
    {
        var faults = new Faults();
        var body = await Body.ReadAsync(request, faults, "line", "by", "room", "key");
        var line = body.Text("line");
        var by = Callers.Speaker(request.HttpContext, body, faults);
        var room = Room(body.Optional("room"), faults);
        if (!faults.None) return faults.Answer();

        var reply = await desk.HearAsync(new Heard(line, by, Callers.Via, room, body.Optional("key")), cancellation);
        return TypedResults.Ok(reply.Form is { } form ? Unfinished(form, reply, verbs) : new LineReply(reply.InFull(), reply.Incident?.ToString(), reply.Entries, reply.Refused));
    }

    private static IncidentId Room(string? room, Faults faults)
    {
        if (string.IsNullOrEmpty(room)) return IncidentId.House;
        if (IncidentId.TryParse(room, out var id)) return id;
        faults.Add($"“room” must be an incident's number like INC-42 or null, not “{Words.Brief(room, 40)}”.");
        return IncidentId.House;
    }

    // Where people get a form to fill in, a script is told what its line lacks.
    private static LineReply Unfinished(Form form, Reply reply, Verbs verbs)
    {
        var words = form.Line.Split(' ');
        var usage = IncidentId.TryParse(words[0], out var id) ? LineWriter.Line(id, Usage(words[1..], verbs)) : Usage(words, verbs);
        return new LineReply($"{form.Title}: something is missing. Type: {usage}", reply.Incident?.ToString(), [], Refused: true);
    }

    private static string Usage(string[] words, Verbs verbs) => words.Length > 0 && verbs.Find(words[0]) is { } verb ? verb.HelpLine : string.Join(' ', words);
}

using IncidentBot.Web.Messages;
using IncidentBot.Web.Rendering;
using IncidentBot.Web.Viewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IncidentBot.Web.WarRoom;

/// <summary>Takes what is pressed, picked, filled in and typed.</summary>
internal static class LinePosts
{
    private const string Web = "web";

    public static void MapLines(this IEndpointRouteBuilder app)
    {
        app.MapPost("/rooms/{room}/lines", PressedAsync).AddEndpointFilter<TokenFilter>();
        app.MapPost("/rooms/{room}/said", SaidAsync).AddEndpointFilter<TokenFilter>();
        app.MapPost("/rooms/{room}/entries/{entry:int}", EditedAsync).AddEndpointFilter<TokenFilter>();
    }

    private static async Task<IResult> PressedAsync(string room, HttpContext http, IncidentDesk desk, Answers answers, PolicyBook policies, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        if (!RoomPath.TryParse(room, out var id)) return Results.NotFound();
        var asker = new Asker(id, InForm: form.ContainsKey("filled"), InThread: form.ContainsKey("thread"));
        var line = PostedBlanks.Complete(form["line"].ToString(), form);
        if (form["person"].ToString() is { Length: > 0 } named)
        {
            if (named.Length > Limits.Name + 1 || Person.HandleOf(named.TrimStart('@')).Length == 0)
                return await answers.ToAsync(Reply.Refuse("Name a person, like @ana."), asker, http);
            if (await PersonAsync(named, id, http, desk, policies, cancellation) is not { } person) return await answers.ToAsync(Reply.Refuse(House.Nobody(named)), asker, http);
            line = new PeoplePicker("", line).LineFor(person);
        }
        var heard = new Heard(line, Viewer.Of(http)!, Web, id, Key(form));
        return await answers.ToAsync(await desk.HearAsync(heard, cancellation), asker, http);
    }

    private static async Task<IResult> SaidAsync(string room, HttpContext http, IncidentDesk desk, Answers answers, PolicyBook policies, Verbs verbs, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        if (!RoomPath.TryParse(room, out var id)) return Results.NotFound();
        var (text, viewer, key) = (form["text"].ToString().ReplaceLineEndings("\n"), Viewer.Of(http)!, Key(form));
        int? replyTo = int.TryParse(form["replyTo"], out var root) ? root : null;
        var asker = new Asker(id, InThread: replyTo is not null);
        if (Line.IsForTheBot(text, policies.Current.Command))
            return await answers.ToAsync(await desk.HearAsync(new Heard(text, viewer, Web, id, key), cancellation), asker, http);
        var reply = await desk.SayAsync(new Said(text, viewer, Web, id, key, replyTo), cancellation);
        return await answers.ToAsync(Beside(reply, text, policies.Current.Command, verbs), asker, http, reply.Instead.Count > 0 ? reply.Text : null);
    }

    private static async Task<IResult> EditedAsync(string room, int entry, HttpContext http, IncidentDesk desk, Answers answers, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        if (!RoomPath.TryParse(room, out var id)) return Results.NotFound();
        var line = $"{LineWriter.Line(id, "edit", entry.ToString())} {LineWriter.Quote(form["text"].ToString().ReplaceLineEndings("\n"))}";
        var reply = await desk.HearAsync(new Heard(line, Viewer.Of(http)!, Web, id, Key(form)), cancellation);
        return await answers.ToAsync(reply, new Asker(id, InThread: form.ContainsKey("thread")), http);
    }

    private static async ValueTask<PersonId?> PersonAsync(string named, IncidentId room, HttpContext http, IncidentDesk desk, PolicyBook policies, CancellationToken cancellation)
    {
        var house = await desk.HouseAsync(cancellation);
        return house.PersonBy(named, await desk.FindAsync(room, Viewer.Of(http)!, cancellation) ?? house.Room, policies.Current)?.Id;
    }

    // A message like "/declare …" is kept as a message, and its author told what was probably meant.
    private static Reply Beside(Reply reply, string text, string command, Verbs verbs)
    {
        var word = text.StartsWith('/') ? text[1..].Split((char[]?)null, 2)[0] : "";
        return reply.Refused || word.Length == 0 || verbs.Find(word) is null
            ? reply
            : reply with { Text = $"Recorded as a message. Did you mean /{command} {word}?", Instead = [.. reply.Instead, Words.Brief(text[1..], 200)] };
    }

    private static string? Key(IFormCollection form) => form["key"].ToString() is { Length: > 0 } key ? key : null;
}

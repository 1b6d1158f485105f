using IncidentBot.Web.Messages;
using IncidentBot.Web.Rendering;
using IncidentBot.Web.Viewing;
using IncidentBot.Web.WarRoom;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Reviews;

/// <summary>Takes what people write into a review. Beaten by somebody else, they see that one's words beside their own.</summary>
internal sealed class ReviewPosts(IncidentDesk desk, ReviewReader reader, ReviewPages pages, RoomItems items, PolicyBook policies, Rendering.Drawing drawing)
{
    /// <summary>By which way pages come.</summary>
    public const string Web = "web";

    /// <summary>A text as it will look.</summary>
    public static async Task<IResult> PreviewAsync(HttpContext http, CancellationToken cancellation)
    {
        var text = (await http.Request.ReadFormAsync(cancellation))["text"].ToString();
        return Html.Pieces(text.Length > Limits.Text
            ? $"<p>The text has {text.Length:N0} characters; {Limits.Text:N0} are allowed.</p>"
            : HumanMarkdown.ToHtml(text));
    }

    /// <summary>Says the line that writes a part, over the version that the writer had before them.</summary>
    public async Task<IResult> SaveAsync(string id, string part, HttpContext http, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        if (await pages.FindAsync(id, http, cancellation) is not { } incident || ReviewParts.Find(part) is not { } known) return Results.NotFound();
        var over = int.TryParse(form["over"], out var version) ? version : 0;
        var line = $"{LineWriter.Line(incident.Id, "review", "write", known.Word())} {LineWriter.Quote(form["text"].ToString().ReplaceLineEndings("\n"))} --over {over}";
        var key = form["key"].ToString() is { Length: > 0 } given ? given : null;
        var reply = await desk.HearAsync(new Heard(line, Viewer.Of(http)!, Web, incident.Id, key), cancellation);
        http.Response.Headers[Answers.Outcome] = reply.Refused ? "refused" : "done";
        if (await pages.FindAsync(id, http, cancellation) is not { } now) return Results.NotFound();
        if (!reply.Refused) return Html.Pieces(await DoneAsync(now, known, cancellation));
        var beaten = now.Review?.State != ReviewState.Finished && (now.Review?.VersionOf(known) ?? 0) != over;
        return Html.Pieces(beaten ? await BeatenAsync(now, known, cancellation) : await RefusedAsync(reply, now, known));
    }

    private async ValueTask<string> DoneAsync(Incident incident, ReviewPart part, CancellationToken cancellation)
    {
        var document = await reader.OfAsync(incident, cancellation);
        var section = document.Sections.First(section => section.Blocks.OfType<ReviewBlock.Written>().Any(written => written.Part == part));
        return Partials.Fill($"#editor-{part.Word()}", "") + Partials.Morph($"#{ReviewSectionView.Anchor(section.Key)}", await pages.SectionAsync(document, section));
    }

    private async ValueTask<string> BeatenAsync(Incident incident, ReviewPart part, CancellationToken cancellation)
    {
        var written = await reader.PartAsync(incident, part, cancellation);
        var who = (await items.EntryAsync(incident.Id, written.Version, cancellation))?.By.Name ?? "Somebody";
        var (word, sentence) = (part.Word(), $"{who} changed “{part.Title()}” while you were writing (entry {written.Version}). Their words stand beside yours: bring both together, then save again. What you save takes the place of theirs.");
        return Partials.Fill($"#fault-{word}", await NoticeAsync(Reply.Refuse(sentence), incident))
            + Partials.Fill($"#theirs-{word}", await drawing.DrawAsync<Theirs>((nameof(Theirs.Written), written), (nameof(Theirs.Who), who)))
            + Partials.Morph($"#over-{word}", $"<input type=\"hidden\" name=\"over\" id=\"over-{word}\" value=\"{written.Version}\" />");
    }

    private async ValueTask<string> RefusedAsync(Reply reply, Incident incident, ReviewPart part) =>
        Partials.Fill($"#fault-{part.Word()}", await NoticeAsync(reply, incident));

    private Task<string> NoticeAsync(Reply reply, Incident incident) => drawing.DrawAsync<Notice>(
        (nameof(Notice.Sentence), reply.Text), (nameof(Notice.Instead), reply.Instead), (nameof(Notice.Room), incident.Id),
        (nameof(Notice.Command), policies.Current.Command), (nameof(Notice.Refused), true));
}

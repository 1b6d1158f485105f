using IncidentBot.Web.Messages;
using IncidentBot.Web.Rendering;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.WarRoom;

/// <summary>Where an answer goes on the page that asked.</summary>
/// <param name="Room">The room.</param>
/// <param name="InForm">True when an open form asked.</param>
/// <param name="InThread">True when a thread's composer asked.</param>
internal sealed record Asker(IncidentId Room, bool InForm = false, bool InThread = false)
{
    public string Notices => InThread ? "#thread-notice" : "#notice";
}

/// <summary>Turns what the desk answers into pieces of the page.</summary>
internal sealed class Answers(PolicyBook policies, Rendering.Drawing drawing)
{
    /// <summary>The header that tells the page's script how it went: <c>done</c>, <c>refused</c>, <c>form</c> or <c>answer</c>.</summary>
    public const string Outcome = "Outcome";

    /// <summary>The header with the number of the first entry that was recorded.</summary>
    public const string Entry = "Entry";

    public async Task<IResult> ToAsync(Reply reply, Asker asker, HttpContext http, string? advice = null)
    {
        var (outcome, pieces) = reply switch
        {
            { Refused: true } => ("refused", await RefusedAsync(reply, asker)),
            { Form: { } form } => ("form", await FormAsync(form, reply, asker)),
            { Token: not null } => ("done", await AsideAsync(reply, asker)),
            { Entries.Count: 0 } => ("answer", await AsideAsync(reply, asker)),
            _ => ("done", await DoneAsync(reply, asker, advice)),
        };
        http.Response.Headers[Outcome] = outcome;
        if (!reply.Refused && reply.Entries.Count > 0) http.Response.Headers[Entry] = reply.Entries[0].ToString();
        if (reply is { Refused: false, Entries.Count: > 0, Incident: { } made } && reply.Card is not null && made != asker.Room)
            http.Response.Headers["HX-Redirect"] = RoomPath.Page(made);
        return Html.Pieces(pieces);
    }

    private async Task<string> RefusedAsync(Reply reply, Asker asker)
    {
        var notice = await NoticeAsync(reply.Text, reply.Instead, asker, refused: true);
        return Partials.Fill(asker.InForm ? "#form-fault" : asker.Notices, notice);
    }

    // A form that asks again for what is missing keeps what was typed: only the sentence is new.
    private async Task<string> FormAsync(Form form, Reply reply, Asker asker) => asker.InForm
        ? Partials.Fill("#form-fault", await NoticeAsync($"Something is still missing. {reply.Text}", [], asker, refused: true))
        : Partials.Fill(asker.Notices, "") + Partials.Fill("#modal", await drawing.DrawAsync<FormDialog>((nameof(FormDialog.Form), form), (nameof(FormDialog.Room), asker.Room)));

    private async Task<string> AsideAsync(Reply reply, Asker asker)
    {
        var aside = await drawing.DrawAsync<Aside>((nameof(Aside.Sentence), reply.Text), (nameof(Aside.Card), reply.Card), (nameof(Aside.Token), reply.Token?.Text), (nameof(Aside.Room), asker.Room));
        return Partials.Fill(asker.Notices, "") + Partials.Append("#asides", aside) + Close(asker);
    }

    private async Task<string> DoneAsync(Reply reply, Asker asker, string? advice)
    {
        var elsewhere = reply.Incident is { } incident && incident != asker.Room ? reply.Incident : null;
        var notice = advice is not null || reply.Instead.Count > 0 || elsewhere is not null
            ? await NoticeAsync(advice ?? reply.Text, reply.Instead, asker, refused: false, elsewhere, reply.Offer)
            : "";
        return Partials.Fill(asker.Notices, notice) + Close(asker);
    }

    private static string Close(Asker asker) => asker.InForm ? Partials.Fill("#modal", "") : "";

    private Task<string> NoticeAsync(string sentence, IReadOnlyList<string> instead, Asker asker, bool refused, IncidentId? link = null, Button? offer = null) => drawing.DrawAsync<Notice>(
        (nameof(Notice.Sentence), sentence), (nameof(Notice.Instead), instead), (nameof(Notice.Room), asker.Room),
        (nameof(Notice.Command), policies.Current.Command), (nameof(Notice.Refused), refused), (nameof(Notice.Link), link), (nameof(Notice.Offer), offer));
}

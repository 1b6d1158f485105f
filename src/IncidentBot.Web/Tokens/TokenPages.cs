using IncidentBot.Web.Guards;
using IncidentBot.Web.Messages;
using IncidentBot.Web.Rendering;
using IncidentBot.Web.Shells;
using IncidentBot.Web.Viewing;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Tokens;

/// <summary>Draws the tokens of programs for admins.</summary>
internal sealed class TokenPages(IncidentDesk desk, TokenDoor door, Frames frames, TimeProvider clock, Rendering.Drawing drawing)
{
    public async Task<IResult> PageAsync(HttpContext http, CancellationToken cancellation)
    {
        if (await AdminAsync(http, cancellation) is not { } viewer) return ForAdmins.Answer();
        return Html.Page(await drawing.DrawAsync<TokensPage>(
            (nameof(TokensPage.Frame), await frames.OfAsync(http, viewer, TokensView.Name, cancellation)), (nameof(TokensPage.Tokens), await LinesAsync(cancellation))));
    }

    /// <summary>Asks once more before a token is revoked.</summary>
    public async Task<IResult> AskAsync(string id, HttpContext http, CancellationToken cancellation)
    {
        if (await AdminAsync(http, cancellation) is null) return ForAdmins.Answer();
        if ((await desk.HouseAsync(cancellation)).Room.People.Tokens.Named(id) is not { } token) return Results.NotFound();
        var form = new Form($"Revoke {token.Name}?", $"token revoke {token.Id}", [new Blank("reason", "Why") { Longest = Limits.Reason, Hint = "For the audit; may stay empty" }], "Revoke")
        {
            Hint = "Whoever carries it is shut out at once, for good.",
        };
        return Html.Pieces(Partials.Fill("#modal", await drawing.DrawAsync<FormDialog>((nameof(FormDialog.Form), form), (nameof(FormDialog.Room), IncidentId.House))));
    }

    public async Task<string> TableAsync(CancellationToken cancellation) => await drawing.DrawAsync<TokenTable>((nameof(TokenTable.Tokens), await LinesAsync(cancellation)));

    /// <summary>Who looks, when they are an admin.</summary>
    public async ValueTask<Person?> AdminAsync(HttpContext http, CancellationToken cancellation) =>
        await desk.RecogniseAsync(Viewer.Of(http)!, cancellation) is { Right: Right.Admin } admin ? admin : null;

    private async ValueTask<IReadOnlyList<TokenLine>> LinesAsync(CancellationToken cancellation)
    {
        var tokens = (await desk.HouseAsync(cancellation)).Room.People.Tokens.ById.Values;
        return [.. tokens.Select(token => TokenLine.Of(token, door.LastUsed(token.Id), clock.GetUtcNow())).OrderBy(line => line.Token.Name, StringComparer.Ordinal).ThenByDescending(line => line.Token.MadeAt)];
    }
}

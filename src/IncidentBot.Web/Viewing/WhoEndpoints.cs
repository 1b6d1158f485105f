using IncidentBot.Web.Rendering;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace IncidentBot.Web.Viewing;

/// <summary>Asks once who somebody is.</summary>
internal static class WhoEndpoints
{
    public static void MapWho(this IEndpointRouteBuilder app)
    {
        app.MapGet("/who", AskAsync);
        app.MapPost("/who", AnswerAsync).AddEndpointFilter<TokenFilter>();
    }

    private static async Task<IResult> AskAsync([FromQuery] string? back, HttpContext http, IAntiforgery antiforgery, Drawing drawing) =>
        await PageAsync(Viewer.Of(http)?.Name ?? "", null, back, http, antiforgery, drawing);

    private static async Task<IResult> AnswerAsync(HttpContext http, IAntiforgery antiforgery, Drawing drawing, IncidentDesk desk, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var (said, back) = (form["name"].ToString().Trim(), form["back"].ToString());
        if (Viewer.Fault(said) is { } fault) return await PageAsync(said, fault, back, http, antiforgery, drawing);
        var viewer = Person.WhoSays(said);
        Viewer.Remember(http, viewer);
        await desk.HearAsync(new Heard("join", viewer, "web", IncidentId.House), cancellation);
        return Results.LocalRedirect(Safe(back));
    }

    private static async Task<IResult> PageAsync(string name, string? fault, string? back, HttpContext http, IAntiforgery antiforgery, Drawing drawing)
    {
        var token = antiforgery.GetAndStoreTokens(http).RequestToken;
        var html = await drawing.DrawAsync<WhoPage>(
            (nameof(WhoPage.Name), name), (nameof(WhoPage.Fault), fault), (nameof(WhoPage.Back), Safe(back)), (nameof(WhoPage.Token), token));
        return Html.Page(html, fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    // Only a path of our own: neither another host ("//…", "/\…") nor the question itself.
    private static string Safe(string? back) =>
        back is ['/', ..] && !back.StartsWith("//", StringComparison.Ordinal) && !back.Contains('\\') && !back.Any(char.IsControl)
            && !back.StartsWith("/who", StringComparison.Ordinal) ? back : "/";
}

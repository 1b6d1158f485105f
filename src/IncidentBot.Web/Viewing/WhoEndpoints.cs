using IncidentBot.Web.Guards;
using IncidentBot.Web.Rendering;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace IncidentBot.Web.Viewing;

/// <summary>Asks once who somebody is; with sign-in, the provider is asked instead.</summary>
internal static class WhoEndpoints
{
    public static void MapWho(this IEndpointRouteBuilder app, Doorway doorway)
    {
        if (doorway.AsksWhoIsThere)
        {
            app.MapGet("/who", ([FromQuery] string? back) => Results.LocalRedirect(WayBack.ToSignIn(back)));
            return;
        }
        app.MapGet("/who", AskAsync);
        app.MapPost("/who", AnswerAsync).AddEndpointFilter<TokenFilter>();
    }

    private static async Task<IResult> AskAsync([FromQuery] string? back, HttpContext http, IAntiforgery antiforgery, Drawing drawing) =>
        await PageAsync(Viewer.Said(http)?.Name ?? "", null, back, http, antiforgery, drawing);

    private static async Task<IResult> AnswerAsync(HttpContext http, IAntiforgery antiforgery, Drawing drawing, IncidentDesk desk, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var (said, back) = (form["name"].ToString().Trim(), form["back"].ToString());
        if (Viewer.Fault(said) is { } fault) return await PageAsync(said, fault, back, http, antiforgery, drawing);
        var viewer = Person.WhoSays(said);
        Viewer.Remember(http, viewer);
        await desk.HearAsync(new Heard("join", viewer, "web", IncidentId.House), cancellation);
        return Results.LocalRedirect(WayBack.Safe(back));
    }

    private static async Task<IResult> PageAsync(string name, string? fault, string? back, HttpContext http, IAntiforgery antiforgery, Drawing drawing)
    {
        var token = antiforgery.GetAndStoreTokens(http).RequestToken;
        var html = await drawing.DrawAsync<WhoPage>(
            (nameof(WhoPage.Name), name), (nameof(WhoPage.Fault), fault), (nameof(WhoPage.Back), WayBack.Safe(back)), (nameof(WhoPage.Token), token));
        return Html.Page(html, fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}

using IncidentBot.Web.Guards;
using IncidentBot.Web.Viewing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace IncidentBot.Web.SigningIn;

/// <summary>The way in and the way out.</summary>
internal static class SignInEndpoints
{
    public const string SignIn = "/sign-in";
    public const string SignedOut = "/signed-out";
    public const string Another = SignIn + "?another=1";
    private const string SignOut = "/sign-out";

    /// <summary>Maps them; without sign-in there are none.</summary>
    public static void MapSignIn(this IEndpointRouteBuilder app, Doorway doorway)
    {
        if (!doorway.AsksWhoIsThere) return;
        app.MapGet(SignIn, ComeInAsync);
        app.MapGet(SignedOut, (DoorKeeper keeper) => keeper.PageAsync(
            StatusCodes.Status200OK, "You are signed out", "This browser is signed out of IncidentBot. What you typed and did not send is kept in it.", "Sign in again", SignIn));
        app.MapPost(SignOut, LeaveAsync).AddEndpointFilter(UnlessGone).AddEndpointFilter<TokenFilter>();
    }

    private static async Task ComeInAsync([FromQuery] string? back, [FromQuery] string? another, HttpContext http, Entrance entrance, DoorKeeper keeper, CancellationToken cancellation)
    {
        var isIn = another is null && await entrance.WhoAsync(http, cancellation) is not null;
        if (isIn) await Results.LocalRedirect(WayBack.Safe(back)).ExecuteAsync(http);
        else await keeper.AskAsync(http, back, another is not null);
    }

    private static async Task<IResult> LeaveAsync(HttpContext http, Entrance entrance, IncidentDesk desk, DoorKeeper keeper, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        if (form.ContainsKey("everywhere") && await entrance.WhoAsync(http, cancellation) is { } who) await desk.SignOutEverywhereAsync(who, cancellation);
        await http.SignOutAsync(Doors.Session);
        if (await keeper.WayOutAsync(http) is not { } theirs) return Results.LocalRedirect(SignedOut);
        // Not by a redirect: browsers follow none that leaves the site behind a form.
        http.Response.Headers["Refresh"] = $"0; url={theirs}";
        return await keeper.PageAsync(StatusCodes.Status200OK, "You are signed out", "This browser is signed out of IncidentBot. It goes on to your provider, to sign out there too.", "Go on", theirs);
    }

    // A session that is over already needs no token to be left.
    private static ValueTask<object?> UnlessGone(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.User.Identity?.IsAuthenticated == true ? next(context) : ValueTask.FromResult<object?>(Results.LocalRedirect(SignedOut));
}

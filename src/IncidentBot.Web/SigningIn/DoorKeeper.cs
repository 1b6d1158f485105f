using IncidentBot.Web.Guards;
using IncidentBot.Web.Rendering;
using IncidentBot.Web.Viewing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IncidentBot.Web.SigningIn;

/// <summary>Leads people to the provider and back to where they wanted to go, and out of the provider's session when they leave.</summary>
internal sealed class DoorKeeper(IOptionsMonitor<OpenIdConnectOptions> options, Doorway doorway, Rendering.Drawing drawing, ILogger<DoorKeeper> logger)
{
    private const string SignedOut = "You are not signed in here, or no longer. Open /sign-in in this browser; what you typed is kept there.";

    /// <summary>Whoever follows a link is led to the provider; a page's own requests are told in words.</summary>
    public Task LeadInAsync(HttpContext http)
    {
        if (!WayBack.IsPage(http.Request)) return Problems.Of(StatusCodes.Status401Unauthorized, "Not signed in", SignedOut).ExecuteAsync(http);
        var wanted = http.Request.Path + http.Request.QueryString;
        // A session is for https and the server's own address; on this machine one may have come under another.
        if (doorway.IsSecure && !http.Request.IsHttps) return Results.Redirect(doorway.BeginningOfLinks(http.Request) + wanted).ExecuteAsync(http);
        return AskAsync(http, wanted);
    }

    /// <summary>Asks the provider who this is.</summary>
    /// <param name="http">Whoever comes.</param>
    /// <param name="back">Where they wanted to go.</param>
    /// <param name="another">True when they want to choose another account there.</param>
    public async Task AskAsync(HttpContext http, string? back, bool another = false)
    {
        try
        {
            var ask = new OpenIdConnectChallengeProperties { RedirectUri = WayBack.Safe(back), Prompt = another ? "select_account" : null };
            await http.ChallengeAsync(Doors.Provider, ask);
        }
        catch (Exception away) when (IsAway(away))
        {
            Log.ProviderAway(logger, Words.Brief(away.GetBaseException().Message, Log.Longest));
            await SayAsync(http, StatusCodes.Status503ServiceUnavailable, "Nobody can sign in just now",
                "The sign-in provider cannot be reached. Whoever is signed in already can go on. Try again in a moment.", "Try again", WayBack.ToSignIn(back));
        }
    }

    /// <summary>Where the provider's own session is ended; null when it has no such place, or cannot be asked.</summary>
    public async Task<string?> WayOutAsync(HttpContext http)
    {
        var provider = options.Get(Doors.Provider);
        try
        {
            var known = await provider.ConfigurationManager!.GetConfigurationAsync(http.RequestAborted);
            if (string.IsNullOrEmpty(known.EndSessionEndpoint)) return null;
            return new Microsoft.IdentityModel.Protocols.OpenIdConnect.OpenIdConnectMessage
            {
                IssuerAddress = known.EndSessionEndpoint,
                ClientId = provider.ClientId,
                PostLogoutRedirectUri = doorway.BeginningOfLinks(http.Request) + SignInEndpoints.SignedOut,
            }.CreateLogoutRequestUrl();
        }
        catch (Exception away) when (IsAway(away))
        {
            Log.ProviderAway(logger, Words.Brief(away.GetBaseException().Message, Log.Longest));
            return null;
        }
    }

    /// <summary>A small page at the door.</summary>
    public async Task SayAsync(HttpContext http, int status, string title, string sentence, string label, string href) =>
        await (await PageAsync(status, title, sentence, label, href)).ExecuteAsync(http);

    /// <summary>The same, as an answer.</summary>
    public async Task<IResult> PageAsync(int status, string title, string sentence, string label, string href) => Html.Page(await drawing.DrawAsync<DoorPage>(
        (nameof(DoorPage.Title), title), (nameof(DoorPage.Sentence), sentence), (nameof(DoorPage.Label), label), (nameof(DoorPage.Href), href)), status);

    private static bool IsAway(Exception fault) => fault is InvalidOperationException or HttpRequestException or IOException or TaskCanceledException;
}

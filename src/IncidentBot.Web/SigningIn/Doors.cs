using IncidentBot.Web.Tokens;

namespace IncidentBot.Web.SigningIn;

/// <summary>The ways in, by name: how callers prove who they are, and which endpoints ask for which.</summary>
public static class Doors
{
    /// <summary>Browsers, by the cookie that signing in gave them.</summary>
    public const string Session = "Session";

    /// <summary>The provider, who vouches for people while they sign in.</summary>
    public const string Provider = "Provider";

    /// <summary>Programs, by a token.</summary>
    public const string Token = ApiTokenHandler.ApiToken;

    /// <summary>What programs may ask: never by a cookie.</summary>
    public const string Api = "Api";
}

using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Viewing;

/// <summary>Who looks: the person who signed in, or without sign-in the name that somebody said once, kept in a cookie.</summary>
internal static class Viewer
{
    private const string Cookie = "incidentbot-name";

    private static readonly object Key = new();

    /// <summary>Who asks, as the house knows them; null before they were asked (<see cref="ViewerFilter"/>).</summary>
    public static Person? Of(HttpContext http) => http.Items[Key] as Person;

    /// <summary>Keeps who asks for the rest of the request.</summary>
    public static void Keep(HttpContext http, Person viewer) => http.Items[Key] = viewer;

    /// <summary>The name that was said; null when there is none. With sign-in it means nothing.</summary>
    public static Person? Said(HttpContext http) =>
        http.Request.Cookies[Cookie] is { Length: > 0 } name && Fault(name) is null ? Person.WhoSays(name) : null;

    /// <summary>Why this cannot be a name; null when it can.</summary>
    public static string? Fault(string name) => name switch
    {
        _ when name.Length > Limits.Name => $"The name has {name.Length} characters; {Limits.Name} are allowed.",
        _ when name.Any(char.IsControl) => "The name holds characters that cannot be shown.",
        _ when Person.HandleOf(name).Trim('-').Length == 0 => "Type a name with at least one letter or digit.",
        _ => null,
    };

    public static void Remember(HttpContext http, Person viewer) => http.Response.Cookies.Append(Cookie, viewer.Name, new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        IsEssential = true,
        Path = "/",
        MaxAge = TimeSpan.FromDays(365),
    });
}

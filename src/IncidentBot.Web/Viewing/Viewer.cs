using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Viewing;

/// <summary>Who looks: the name that somebody said once, kept in a cookie until sign-in exists.</summary>
internal static class Viewer
{
    private const string Cookie = "incidentbot-name";

    private static readonly object Recognised = new();

    public static Person? Of(HttpContext http) => http.Items[Recognised] as Person ?? Named(http);

    /// <summary>Whoever looks, with what the house knows of them now: from here on for the whole request.</summary>
    public static async ValueTask<Person?> RecogniseAsync(HttpContext http, IncidentDesk desk)
    {
        if (Named(http) is not { } named) return null;
        var viewer = await desk.RecogniseAsync(named, http.RequestAborted);
        http.Items[Recognised] = viewer;
        return viewer;
    }

    private static Person? Named(HttpContext http) =>
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

using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Viewing;

/// <summary>Where somebody wanted to go before they were asked who they are.</summary>
internal static class WayBack
{
    private static readonly PathString[] Doors = ["/who", "/sign-in", "/sign-out", "/signed-out", "/signin-oidc"];

    /// <summary>Only a path of our own: neither another host (<c>//…</c>, <c>/\…</c>) nor the question itself.</summary>
    public static string Safe(string? back) =>
        back is ['/', ..] && !back.StartsWith("//", StringComparison.Ordinal) && !back.Contains('\\') && !back.Any(char.IsControl) && !Doors.Any(new PathString(back.Split('?', '#')[0]).StartsWithSegments)
            ? back
            : "/";

    /// <summary>The address that asks who somebody is and leads back.</summary>
    public static string ToSignIn(string? back) => $"/sign-in?back={Uri.EscapeDataString(Safe(back))}";

    /// <summary>True when somebody follows a link; a page's own requests and programs are answered in words.</summary>
    public static bool IsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
        && !request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.Ordinal) && !request.Headers.ContainsKey("HX-Request");
}

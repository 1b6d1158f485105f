using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Guards;

/// <summary>Headers with which proxies say for whom they ask.</summary>
internal static class Forwarding
{
    public const string For = "X-Forwarded-For";
    public const string Proto = "X-Forwarded-Proto";

    /// <summary>The first such header of a request; null when it has none.</summary>
    public static string? HeaderOf(HttpRequest request) => request.Headers.Keys.FirstOrDefault(Is);

    private static bool Is(string header) =>
        header.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
        || header.Equals("X-Real-IP", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase);
}

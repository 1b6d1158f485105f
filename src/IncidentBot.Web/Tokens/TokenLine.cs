namespace IncidentBot.Web.Tokens;

/// <summary>A token as the page lists it.</summary>
/// <param name="Token">The token.</param>
/// <param name="LastUsed">When it was used last, in coarse words.</param>
/// <param name="Left">How long it still opens anything; null when it has no end.</param>
public sealed record TokenLine(ApiToken Token, string LastUsed, TimeSpan? Left)
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(7);

    /// <summary>True when its time is over.</summary>
    public bool IsOver => Left <= TimeSpan.Zero;

    /// <summary>True when its time is over within the week.</summary>
    public bool EndsSoon => Left < Soon && !IsOver;

    /// <summary>A token as it stands now.</summary>
    public static TokenLine Of(ApiToken token, DateTimeOffset? used, DateTimeOffset now) => new(token, Coarse(used, now), token.ExpiresAt - now);

    private static string Coarse(DateTimeOffset? used, DateTimeOffset now) => used is not { } at ? "not since the start" : (now.UtcDateTime.Date - at.UtcDateTime.Date).Days switch
    {
        0 => "today",
        1 => "yesterday",
        var days => $"{days} days ago",
    };
}

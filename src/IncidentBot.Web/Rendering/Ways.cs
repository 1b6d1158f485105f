namespace IncidentBot.Web.Rendering;

/// <summary>How the ways by which entries come are called on pages.</summary>
internal static class Ways
{
    /// <summary>The chat behind a way; null when none is.</summary>
    public static string? ChatOf(string via) => via switch
    {
        "slack" => "Slack",
        "teams" => "Teams",
        _ => null,
    };

    /// <summary>By which way somebody spoke, behind their name: <c>· Slack</c>, <c>· Slack app</c>, <c>via api</c>; null where that is nothing to tell.</summary>
    public static string? Of(Recorded entry) => (ChatOf(entry.Via), IsFromBot(entry.Event), entry.Via) switch
    {
        ({ } chat, true, _) => $"· {chat} app",
        ({ } chat, false, _) => $"· {chat}",
        (_, _, "web" or "clock" or "worker") => null,
        (_, _, var via) => $"via {via}",
    };

    /// <summary>True when it was read back from a chat afterwards.</summary>
    public static bool IsCaughtUp(IncidentEvent happened) => happened is MessagePosted { CaughtUp: true } or FileShared { CaughtUp: true };

    private static bool IsFromBot(IncidentEvent happened) => happened is MessagePosted { FromBot: true } or FileShared { FromBot: true };
}

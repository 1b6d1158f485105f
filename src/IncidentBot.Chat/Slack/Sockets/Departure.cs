namespace IncidentBot.Chat.Slack.Sockets;

/// <summary>Why a connection must be replaced, or could not be opened.</summary>
/// <param name="Because">The reason, as a sentence for the operator.</param>
internal abstract record Departure(string Because)
{
    /// <summary>Slack recycles it: the next one may be opened at once, and this one serves until it ends.</summary>
    public sealed record Recycled() : Departure("Slack recycles the connection.");

    /// <summary>It broke, or it could not be opened: what was in the way may be gone in a moment.</summary>
    public sealed record Lost(string Because) : Departure(Because);

    /// <summary>Slack counts too many connections of this app.</summary>
    public sealed record Crowded() : Departure(
        "Slack counts more than ten connections of this app (too_many_websockets). Stop other programs that use the same app-level token; connections that ended are forgotten after a while.");

    /// <summary>Slack says when to come again.</summary>
    public sealed record Busy(string Because, TimeSpan Wait) : Departure(Because);

    /// <summary>Nothing changes until a person does something.</summary>
    public sealed record ForAPerson(string Because) : Departure(Because);

    /// <summary>What Slack's own word for it means.</summary>
    public static Departure Of(string reason) => reason switch
    {
        "link_disabled" => new ForAPerson("Socket Mode was switched off. Switch it on again on the app's page at api.slack.com/apps, under Socket Mode; IncidentBot looks every few minutes."),
        "too_many_websockets" => new Crowded(),
        _ => new Recycled(),
    };
}

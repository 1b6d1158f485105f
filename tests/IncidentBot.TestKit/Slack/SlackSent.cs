using System.Text.Json.Nodes;

namespace IncidentBot.TestKit;

/// <summary>What kind of thing Slack sends.</summary>
public enum SlackKind
{
    /// <summary>Something happened.</summary>
    Event,

    /// <summary>Somebody typed the slash command.</summary>
    Command,

    /// <summary>Somebody pressed, picked, submitted or called a shortcut.</summary>
    Interaction,
}

/// <summary>Something that Slack sent, or sends again word for word.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Body">The envelope of an event, the fields of a command, the payload of an interaction.</param>
public sealed record SlackSent(SlackKind Kind, JsonObject Body)
{
    /// <summary>The inner type of an event.</summary>
    public string? Type => (string?)Body["event"]?["type"];
}

/// <summary>How it was received.</summary>
/// <param name="Status">The status; 0 when nobody answered in time.</param>
/// <param name="Body">What was answered; null when nothing was.</param>
/// <param name="Raw">The answer, word for word.</param>
public sealed record SlackReceipt(int Status, JsonObject? Body, string Raw = "")
{
    /// <summary>Nobody answered.</summary>
    public static readonly SlackReceipt None = new(0, null);

    /// <summary>True when Slack is content.</summary>
    public bool IsReceived => Status is >= 200 and < 300;
}

/// <summary>A way by which Slack reaches the bot.</summary>
internal interface ISlackWay
{
    /// <summary>Sends something once.</summary>
    Task<SlackReceipt> SendAsync(SlackSent sent, int retry, CancellationToken cancellation);
}

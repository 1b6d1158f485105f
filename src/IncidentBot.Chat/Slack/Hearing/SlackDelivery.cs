using System.Text.Json;

namespace IncidentBot.Chat.Slack.Hearing;

/// <summary>What Slack delivers, over HTTP or over a socket alike: proven to be Slack's, not yet understood.</summary>
public abstract record SlackDelivery
{
    /// <summary>Something happened: the envelope <c>event_callback</c>, or another that Slack sends to the events' address.</summary>
    public sealed record Event(JsonElement Body) : SlackDelivery;

    /// <summary>Somebody typed the slash command.</summary>
    public sealed record Command(IReadOnlyDictionary<string, string> Fields) : SlackDelivery;

    /// <summary>Somebody pressed, picked, submitted or called a shortcut.</summary>
    public sealed record Interaction(JsonElement Payload) : SlackDelivery;
}

/// <summary>What Slack gets for it at once.</summary>
/// <param name="Body">JSON; null when the receipt is all there is to say.</param>
public sealed record SlackAnswer(JsonElement? Body = null)
{
    /// <summary>A receipt without words.</summary>
    public static readonly SlackAnswer Received = new();
}

/// <summary>Takes in what Slack delivers and answers at once: what must last is durable when it has answered.</summary>
public interface ISlackIngress
{
    /// <summary>Takes it in. What nobody here knows is counted and received. An event that the store (or Slack) cannot take now is thrown on, so that it comes again; people who wait for an answer get a sentence.</summary>
    ValueTask<SlackAnswer> TakeAsync(SlackDelivery delivery, CancellationToken cancellation = default);
}

/// <summary>Takes in events of some types.</summary>
public interface ISlackEvents
{
    /// <summary>True when it knows this inner type (<c>message</c>, <c>channel_rename</c>).</summary>
    bool Hears(string type);

    /// <summary>Takes one in; what must last is durable when it has returned.</summary>
    /// <param name="happened">Slack's whole envelope, and the event in it.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    ValueTask HearAsync(SlackEvent happened, CancellationToken cancellation);
}

/// <summary>An event in its envelope.</summary>
/// <param name="Type">The inner type.</param>
/// <param name="Id">Slack's own id for it, the same on every delivery; empty when there is none.</param>
/// <param name="Team">The workspace.</param>
/// <param name="At">When it happened, by Slack's clock.</param>
/// <param name="Body">The inner event.</param>
public sealed record SlackEvent(string Type, string Id, string Team, DateTimeOffset At, JsonElement Body)
{
    /// <summary>True when it happened in a channel where people of other workspaces are.</summary>
    public bool IsShared { get; init; }

    /// <summary>The bot's own user, as the envelope says; null when it does not.</summary>
    public string? Bot { get; init; }
}

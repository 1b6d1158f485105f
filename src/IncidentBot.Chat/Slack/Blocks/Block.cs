using System.Text.Json.Serialization;

namespace IncidentBot.Chat.Slack.Blocks;

/// <summary>A piece of a Slack message or view, as Block Kit has it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Section), "section")]
public abstract record Block
{
    /// <summary>Its name in what comes back of it; at most 255 characters; null when Slack may choose one.</summary>
    public string? BlockId { get; init; }
}

/// <summary>Words.</summary>
public sealed record Section(Mrkdwn Text) : Block;

/// <summary>Words in Slack's own markup (<c>mrkdwn</c>); whatever people wrote is escaped in it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Mrkdwn), "mrkdwn")]
public record Mrkdwn(string Text);

using System.Text.Json.Serialization;

namespace IncidentBot.Chat.Slack.Blocks;

/// <summary>Words as they are: nothing in them means anything.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Plain), "plain_text")]
public record Plain(string Text);

/// <summary>Words in Slack's own markup; whatever people wrote is escaped in them.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Mrkdwn), "mrkdwn")]
public record Mrkdwn(string Text)
{
    /// <summary>Nothing in the words is made a link or a mention that is not written as one.</summary>
    public bool Verbatim { get; init; } = true;
}

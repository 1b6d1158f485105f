using System.Text.Json.Serialization;

namespace IncidentBot.Chat.Slack.Blocks;

/// <summary>A piece of a Slack message or view, as Block Kit has it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Header), "header")]
[JsonDerivedType(typeof(Section), "section")]
[JsonDerivedType(typeof(RichText), "rich_text")]
[JsonDerivedType(typeof(ContextLine), "context")]
[JsonDerivedType(typeof(Divider), "divider")]
[JsonDerivedType(typeof(Actions), "actions")]
[JsonDerivedType(typeof(Input), "input")]
public abstract record Block
{
    /// <summary>Its name in what comes back of it; at most 255 characters; null when Slack may choose one.</summary>
    public string? BlockId { get; init; }
}

/// <summary>A headline; at most 150 characters.</summary>
public sealed record Header(Plain Text) : Block;

/// <summary>Words, or pairs of a label and its value (at most 10).</summary>
public sealed record Section(Mrkdwn? Text = null) : Block
{
    /// <summary>The pairs; null when there are none.</summary>
    public IReadOnlyList<Mrkdwn>? Fields { get; init; }

    /// <summary>What can be pressed beside the words; null when nothing can.</summary>
    public Element? Accessory { get; init; }
}

/// <summary>Small grey words; at most 10 pieces.</summary>
public sealed record ContextLine(IReadOnlyList<Mrkdwn> Elements) : Block;

/// <summary>A line across.</summary>
public sealed record Divider : Block;

/// <summary>What can be pressed and picked; at most 25 elements.</summary>
public sealed record Actions(IReadOnlyList<Element> Elements) : Block;

/// <summary>A blank of a modal.</summary>
public sealed record Input(Plain Label, Element Element) : Block
{
    /// <summary>True when it may stay empty.</summary>
    public bool Optional { get; init; }

    /// <summary>A few words below it; null when none are needed.</summary>
    public Plain? Hint { get; init; }
}

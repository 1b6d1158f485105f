using System.Text.Json.Serialization;

namespace IncidentBot.Chat.Slack.Blocks;

/// <summary>Something that people press, pick or fill in.</summary>
/// <param name="ActionId">Its name in what comes back of it; unique in its block; at most 255 characters.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ButtonElement), "button")]
[JsonDerivedType(typeof(SelectElement), "static_select")]
[JsonDerivedType(typeof(PeopleElement), "users_select")]
[JsonDerivedType(typeof(TextElement), "plain_text_input")]
public abstract record Element(string ActionId);

/// <summary>A button; its label has at most 75 characters.</summary>
public sealed record ButtonElement(string ActionId, Plain Text) : Element(ActionId)
{
    /// <summary>What comes back when it is pressed; at most 2,000 characters.</summary>
    public string? Value { get; init; }

    /// <summary>Where it leads; null when it leads nowhere.</summary>
    public string? Url { get; init; }

    /// <summary><c>primary</c> or <c>danger</c>; null for one of several.</summary>
    public string? Style { get; init; }
}

/// <summary>A choice; at most 100 options.</summary>
public sealed record SelectElement(string ActionId, IReadOnlyList<OptionElement> Options) : Element(ActionId)
{
    /// <summary>What stands there while nothing is chosen; at most 150 characters.</summary>
    public Plain? Placeholder { get; init; }

    /// <summary>What holds now: equal to one of the options; null when none does.</summary>
    public OptionElement? InitialOption { get; init; }
}

/// <summary>An option: at most 75 characters to read and 150 to come back.</summary>
public sealed record OptionElement(Plain Text, string Value)
{
    /// <summary>More of it, at most 75 characters; null when the text says it all.</summary>
    public Plain? Description { get; init; }
}

/// <summary>A choice of a person.</summary>
public sealed record PeopleElement(string ActionId) : Element(ActionId)
{
    /// <summary>What stands there while nobody is chosen; at most 150 characters.</summary>
    public Plain? Placeholder { get; init; }
}

/// <summary>Words to fill in; at most 3,000 characters.</summary>
public sealed record TextElement(string ActionId) : Element(ActionId)
{
    /// <summary>True for several lines.</summary>
    public bool Multiline { get; init; }

    /// <summary>The most characters.</summary>
    public int MaxLength { get; init; } = 3_000;

    /// <summary>What stands there at first; null when nothing does.</summary>
    public string? InitialValue { get; init; }
}

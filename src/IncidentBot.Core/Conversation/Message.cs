namespace IncidentBot;

/// <summary>Something to say, in no platform's words: adapters draw it as HTML, Block Kit or an Adaptive Card.</summary>
/// <param name="Headline">One line; plain text.</param>
public sealed record Message(string Headline)
{
    /// <summary>More words, plain text with line breaks; null when the headline says it all.</summary>
    public string? Text { get; init; }

    /// <summary>Label and value pairs.</summary>
    public IReadOnlyList<Field> Fields { get; init; } = [];

    /// <summary>What a person can press or pick, in the order of importance.</summary>
    public IReadOnlyList<Control> Controls { get; init; } = [];

    /// <summary>Further lines, each a list item.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>How it feels.</summary>
    public Tone Tone { get; init; }

    /// <summary>The incident it is about; null when it is about none or several.</summary>
    public IncidentId? About { get; init; }

    /// <summary>Other messages under this one (a list of incidents).</summary>
    public IReadOnlyList<Message> Parts { get; init; } = [];
}

/// <summary>A label and its value.</summary>
public sealed record Field(string Label, string Value);

/// <summary>How a message feels, which adapters show as colour or icon.</summary>
public enum Tone
{
    /// <summary>Nothing special.</summary>
    Neutral,

    /// <summary>Something went well.</summary>
    Good,

    /// <summary>Something wants attention.</summary>
    Warning,

    /// <summary>Something is badly wrong.</summary>
    Critical,
}

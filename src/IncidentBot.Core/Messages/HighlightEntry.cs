namespace IncidentBot;

/// <summary>Marks an entry as a key event of the timeline (📌), or takes the mark away.</summary>
public sealed record HighlightEntry(int Entry, bool Marked) : Command, IAboutEntry
{
    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at) => at.Entry switch
    {
        null => Decision.Refuse($"There is no entry {Entry} on this timeline."),
        _ when incident.Highlights.Contains(Entry) == Marked =>
            Decision.Refuse(Marked ? $"Entry {Entry} is marked as a key event already." : $"Entry {Entry} is not marked as a key event."),
        { } marked => Decision.Accept(new EntryHighlighted(Entry, Marked, Words.Brief(marked.Sentence))),
    };
}

/// <summary>An entry became a key event, or ceased to be one.</summary>
public sealed record EntryHighlighted(int Entry, bool Marked, string Brief) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => Marked ? $"marked entry {Entry} as a key event: {Brief}" : $"took the mark from entry {Entry}";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Talk;

    /// <inheritdoc/>
    public override IncidentEvent? WithoutWords() => Marked ? this with { Brief = Redaction.Mark } : null;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident with
    {
        Highlights = Marked ? incident.Highlights.Add(Entry) : incident.Highlights.Remove(Entry),
    };
}

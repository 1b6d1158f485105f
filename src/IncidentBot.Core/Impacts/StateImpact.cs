namespace IncidentBot;

/// <summary>Whether data was seen by people who must not see it.</summary>
public enum DataExposure
{
    /// <summary>Nobody knows yet.</summary>
    Unknown,

    /// <summary>No.</summary>
    No,

    /// <summary>Yes.</summary>
    Yes,
}

/// <summary>Whom it hurts: who, how many, from when to when, and whether data is exposed.</summary>
public sealed record Impact(string Text, int? Customers, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, DataExposure DataExposed)
{
    /// <summary>One sentence.</summary>
    public string InWords => Text.TrimEnd('.')
        + (Customers is { } count ? $"; {count:N0} customers" : "")
        + (StartedAt is { } start ? $"; from {Words.Moment(start)}" : "")
        + (EndedAt is { } end ? $" until {Words.Moment(end)}" : "")
        + (DataExposed switch { DataExposure.Yes => "; data exposed", DataExposure.No => "; no data exposed", _ => "" })
        + ".";
}

/// <summary>States the impact; what is left out stays as it was stated before.</summary>
public sealed record StateImpact(string? Text, int? Customers = null, DateTimeOffset? Start = null, DateTimeOffset? End = null, DataExposure? DataExposed = null) : Command
{
    /// <inheritdoc/>
    public override string? Deed => "impact";

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at)
    {
        var known = incident.Impact;
        var impact = new Impact(
            string.IsNullOrWhiteSpace(Text) ? known?.Text ?? "" : Text.Trim(),
            Customers ?? known?.Customers,
            Start ?? known?.StartedAt ?? (known is null ? incident.StartedAt : null),
            End ?? (known?.EndedAt),
            DataExposed ?? known?.DataExposed ?? DataExposure.Unknown);
        return TextRules.Check(impact.Text, "impact", Limits.Text)
            ?? TextRules.CheckPast(Start, at.Now, "--start")
            ?? TextRules.CheckPast(End, at.Now, "--end")
            ?? (impact.EndedAt < impact.StartedAt
                ? Decision.Refuse($"The impact would end ({Words.Moment(impact.EndedAt.Value)}) before it began ({Words.Moment(impact.StartedAt.Value)}). Check --start and --end.")
                : null)
            ?? (Customers < 0 ? Decision.Refuse("The number of customers cannot be negative.") : null)
            ?? (impact == known ? Decision.Refuse($"That is what is stated already: {impact.InWords}") : null)
            ?? Decision.Accept(new ImpactStated(impact));
    }
}

/// <summary>The impact was stated.</summary>
public sealed record ImpactStated(Impact Impact) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"stated the impact: {Impact.InWords}";

    /// <inheritdoc/>
    public override IncidentEvent? WithoutWords() => this with { Impact = Impact with { Text = Redaction.Mark } };

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => (incident with { Impact = Impact, ImpactEntry = entry.Number }).WithResponder(entry.By);
}

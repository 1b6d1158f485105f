namespace IncidentBot;

/// <summary>What somebody looks for: words, and what narrows them.</summary>
/// <param name="Text">The words as they were typed: each must be there, "quoted ones" in this order, the last one may be only a beginning.</param>
public sealed record SearchQuery(string Text)
{
    /// <summary>The most characters of <see cref="Text"/>.</summary>
    public const int Longest = 200;

    /// <summary>What the words ask for.</summary>
    public IReadOnlyList<SearchTerm> Terms { get; } = SearchTerm.Read(Text);

    /// <summary>Only in this incident.</summary>
    public IncidentId? In { get; init; }

    /// <summary>Only in incidents of this severity.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Only in incidents at this stage.</summary>
    public Stage? Stage { get; init; }

    /// <summary>Only in incidents of this type.</summary>
    public IncidentType? Type { get; init; }

    /// <summary>Only in incidents that hurt this service.</summary>
    public string? Service { get; init; }

    /// <summary>Only what this person wrote.</summary>
    public Person? Person { get; init; }

    /// <summary>Only what happened then or later.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Only what happened then or earlier.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Why nothing can be looked for; null when it can.</summary>
    public string? Fault => this switch
    {
        { Text.Length: > Longest } => $"The words to look for have {Text.Length:N0} characters; {Longest} are allowed.",
        _ when string.IsNullOrWhiteSpace(Text) => "What shall I look for? Give at least one word.",
        { Terms.Count: 0 } => $"There is no word in “{Words.Brief(Text, 40)}”. Look for letters or digits.",
        _ when Since > Until => $"Nothing lies between {Words.Moment(Since.Value)} and {Words.Moment(Until.Value)}. Check since and until.",
        _ => null,
    };

    /// <summary>True when an incident that stands so may hold what is looked for.</summary>
    public bool Fits(IncidentSummary incident) =>
        (In is not { } only || incident.Id == only)
        && (Severity is not { } severity || incident.Severity == severity)
        && (Stage is not { } stage || incident.Stage == stage)
        && (Type is not { } type || incident.Type == type)
        && (Service is not { } service || incident.Services.Any(hurt => SearchTokens.Folded(hurt) == SearchTokens.Folded(service)));

    /// <summary>True when an entry may be what is looked for, whatever its words.</summary>
    public bool Fits(Recorded entry) =>
        (Person is not { } person || person.Is(entry.By.Id)) && (Since is not { } since || entry.OccurredAt >= since) && (Until is not { } until || entry.OccurredAt <= until);
}

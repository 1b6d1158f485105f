namespace IncidentBot;

/// <summary>Declares an incident: from here on it exists.</summary>
public sealed record DeclareIncident(string Title) : Command, IAboutProposal
{
    /// <summary>How bad; null takes the policy's default.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Reliability or security.</summary>
    public IncidentType Type { get; init; }

    /// <summary>Whether only members see it; null lets the type decide (security: yes).</summary>
    public bool? Private { get; init; }

    /// <summary>The services that it hurts.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>When the trouble began; null when that is now or unknown.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>True for an exercise.</summary>
    public bool Drill { get; init; }

    /// <summary>The entry of the house that proposed the alert it is declared for; null when it is declared for none.</summary>
    public int? Proposal { get; init; }

    /// <summary>True when only members will see it.</summary>
    public bool IsPrivate => Private ?? Type == IncidentType.Security;

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at)
    {
        if (incident.Exists) return Decision.Refuse($"{incident.Id} exists already.", LineWriter.Line(incident.Id, "info"));
        if (string.IsNullOrWhiteSpace(Title)) return Decision.Refuse("What is wrong? Give the incident a title.", "declare \"…\"");
        if (Title.Length > Limits.Title) return Decision.Refuse($"The title has {Title.Length} characters; {Limits.Title} are allowed. Put the rest into a note.");
        if (StartedAt > at.Now.AddMinutes(1)) return Decision.Refuse("The trouble cannot have started in the future. Check --started.");
        var severity = Severity ?? at.Policy.DefaultSeverity;
        if (at.Policy.Severities.All(rule => rule.Severity != severity))
            return Decision.Refuse($"There is no {severity}. Take one of {Words.Join(at.Policy.Severities.Select(rule => rule.Severity.ToString()))}.");
        var declared = new IncidentDeclared(Title.Trim(), severity, Type, IsPrivate, Services, StartedAt, Drill);
        if (Proposal is not { } proposal) return Decision.Accept(declared);
        if (at.Entry?.Event is not AlertProposed proposed) return AlertRules.Unknown(proposal);
        return AlertRules.TakenElsewhere(at, proposed.Alert.Fingerprint)
            ?? Decision.Accept([declared, .. AlertRules.Taking(proposed.Alert, proposal, at.House.Room)]);
    }
}

/// <summary>An incident exists.</summary>
public sealed record IncidentDeclared(
    string Title, Severity Severity, IncidentType Type, bool Private, IReadOnlyList<string> Services, DateTimeOffset? StartedAt, bool Drill = false) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence =>
        $"declared {Severity} “{Title}”"
        + (Drill ? ", a drill" : "")
        + (Type == IncidentType.Security ? ", a security incident" : "")
        + (Private ? ", private" : "")
        + (Services.Count > 0 ? $", on {Words.Join(Services)}" : "")
        + (StartedAt is { } start ? $", begun {Words.Moment(start)}" : "");

    /// <inheritdoc/>
    public override IncidentEvent? WithoutWords() => this with { Title = Redaction.Mark, Services = [.. Services.Take(1).Select(_ => Redaction.Mark)] };

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => (incident with
    {
        Title = Title,
        Severity = Severity,
        Peak = Severity,
        Type = Type,
        IsDrill = Drill,
        IsPrivate = Private,
        Services = [.. Services],
        DeclaredAt = entry.OccurredAt,
        DeclaredBy = entry.By,
        StartedAt = StartedAt ?? entry.OccurredAt,
        StageSince = entry.OccurredAt,
        WorkSince = entry.OccurredAt,
    }).WithResponder(entry.By);

    /// <inheritdoc/>
    public override IEnumerable<Effect> Consequences(Incident now, Policy policy)
    {
        foreach (var chat in policy.Chats) yield return new OpenRoom(chat);
        if (Private) yield break;
        foreach (var chat in policy.Chats) yield return new Announce(chat);
    }
}

namespace IncidentBot;

/// <summary>Makes the incident private (only members see it) or public.</summary>
public sealed record ChangePrivacy(bool Private) : Command
{
    /// <inheritdoc/>
    public override bool WorksOnEnded => true;

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at) => incident.IsPrivate == Private
        ? Decision.Refuse($"{incident.Id} is {(Private ? "private" : "public")} already.")
        : Decision.Accept(new PrivacyChanged(Private));
}

/// <summary>Who may see the incident changed.</summary>
public sealed record PrivacyChanged(bool Private) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => Private ? "made the incident private: only its members see it" : "made the incident public: everybody sees it, with its history";

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => (incident with { IsPrivate = Private }).WithResponder(entry.By);
}

using System.Collections.Immutable;

namespace IncidentBot;

/// <summary>Takes over the role that was offered.</summary>
public sealed record AcceptHandoff : Command
{
    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at) =>
        HandoffAnswers.NotForMe(incident, at)
        ?? Decision.Accept(new HandoffAccepted(incident.Handoff!.Role, incident.Handoff.Title, incident.Handoff.From, incident.Holding(incident.Handoff.Role, at.By) ?? at.By));
}

/// <summary>Declines the role that was offered; or takes the offer back.</summary>
public sealed record DeclineHandoff(string? Reason = null) : Command
{
    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at) =>
        at.By.Is(incident.Handoff?.From)
            ? Decision.Accept(new HandoffDeclined(incident.Handoff!.Title, incident.Handoff.From, incident.Handoff.To, Reason))
            : HandoffAnswers.NotForMe(incident, at)
              ?? Decision.Accept(new HandoffDeclined(incident.Handoff!.Title, incident.Handoff.From, at.By, Reason));
}

internal static class HandoffAnswers
{
    public static Decision? NotForMe(Incident incident, Circumstances at) => incident.Handoff switch
    {
        null => Decision.Refuse($"No role of {incident.Id} is on offer now.", LineWriter.Line(incident.Id, "role", "list")),
        { To: var to } when !at.By.Is(to) => Decision.Refuse($"The offer is to {to.Name}; only {to.Name} can answer it."),
        { LapsesAt: var lapsed } when lapsed <= at.Now => Decision.Refuse($"The offer lapsed at {Words.Moment(lapsed)}. Ask for it again."),
        _ => null,
    };
}

/// <summary>The role moved.</summary>
public sealed record HandoffAccepted(string Role, string Title, Person From, Person To) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"took over as {Title.ToLowerInvariant()} from {From.Name}";

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => (incident with
    {
        Handoff = null,
        Roles = incident.Roles.SetItem(Role, HoldersAfter(incident, entry)),
    }).WithResponder(To);

    // Who claimed a role of many while it was on offer holds it already.
    private ImmutableList<RoleHolder> HoldersAfter(Incident incident, Recorded entry)
    {
        var others = incident.HoldersOf(Role).RemoveAll(holder => holder.Person.Id == From.Id);
        return others.Exists(holder => holder.Person.Id == To.Id) ? others : others.Add(new RoleHolder(To, entry.OccurredAt));
    }
}

/// <summary>The role stays where it was.</summary>
public sealed record HandoffDeclined(string Title, Person From, Person To, string? Reason) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"ended the offer of the role {Title.ToLowerInvariant()} from {From.Name} to {To.Name}{Words.Because(Reason)}";

    /// <inheritdoc/>
    public override IncidentEvent? WithoutWords() => Reason is null ? null : this with { Reason = Redaction.Mark };

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident with { Handoff = null };
}

/// <summary>The offer ended unanswered; the role stays where it was.</summary>
public sealed record HandoffLapsed(string Title, Person From, Person To, DateTimeOffset DueAt) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"noted that {To.Name} did not answer the offer of the role {Title.ToLowerInvariant()}; {From.Name} still holds it";

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident with { Handoff = null };
}

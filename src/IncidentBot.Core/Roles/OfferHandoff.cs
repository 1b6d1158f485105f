namespace IncidentBot;

/// <summary>A role that was offered and not yet taken.</summary>
/// <param name="Entry">The entry that offered it.</param>
/// <param name="LapsesAt">When the offer ends unanswered.</param>
public sealed record PendingHandoff(int Entry, string Role, string Title, Person From, Person To, DateTimeOffset OfferedAt, DateTimeOffset LapsesAt);

/// <summary>
/// Offers one's role to another person. It moves only when that person accepts ("You're now the incident commander, okay?",
/// Google SRE book, chapter 14).
/// </summary>
public sealed record OfferHandoff(Person To, string Role, string? Note = null) : Command
{
    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at)
    {
        if (at.Policy.RoleBy(Role) is not { } role) return RoleRefusals.Unknown(Role, at.Policy);
        if (!incident.Stage.IsOpen()) return RoleRefusals.Ended(incident);
        if (incident.Holding(role.Name, at.By) is not { } holder)
            return Decision.Refuse(
                $"Only who is {role.Title.ToLowerInvariant()} can hand it over, and that is {HoldersInWords(incident, role)}.",
                LineWriter.Line(incident.Id, "role", "assign", role.Name, "@" + To.Id.Handle));
        if (To.Is(at.By)) return Decision.Refuse("You hold the role already. Name the person who shall take it over.");
        if (incident.Holding(role.Name, To) is not null)
            return Decision.Refuse($"{To.Name} is {role.Title.ToLowerInvariant()} already. Release yours instead.", LineWriter.Line(incident.Id, "role", "release", role.Name));
        if (incident.Handoff is { } pending)
            return Decision.Refuse($"{pending.From.Name} has offered the role {pending.Title.ToLowerInvariant()} to {pending.To.Name}; wait for the answer (until {Words.Moment(pending.LapsesAt)}).");
        return Decision.Accept(new HandoffOffered(
            role.Name, role.Title, holder, To, Note, Briefing.Of(incident, at.Policy, at.Now), at.Now + at.Policy.HandoffAnswerWithin));
    }

    private static string HoldersInWords(Incident incident, RoleRule role)
    {
        var holders = incident.HoldersOf(role.Name);
        return holders.IsEmpty ? "nobody yet" : Words.Join(holders.Select(holder => holder.Person.Name));
    }
}

/// <summary>A role was offered, with a briefing.</summary>
public sealed record HandoffOffered(string Role, string Title, Person From, Person To, string? Note, string Briefing, DateTimeOffset LapsesAt) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"offered the role {Title.ToLowerInvariant()} to {To.Name}{(Note is null ? "" : $": {Note}")}";

    /// <inheritdoc/>
    public override IncidentEvent? WithoutWords() => this with { Note = Redaction.Of(Note), Briefing = Redaction.Mark };

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident with
    {
        Handoff = new PendingHandoff(entry.Number, Role, Title, From, To, entry.OccurredAt, LapsesAt),
        Members = incident.Members.Add(To.Id),
    };
}

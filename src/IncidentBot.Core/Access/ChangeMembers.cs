namespace IncidentBot;

/// <summary>Lets a person see the incident while it is private.</summary>
public sealed record AddMember(Person Who) : Command
{
    /// <inheritdoc/>
    public override bool WorksOnEnded => true;

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at) => incident.Members.Any(Who.Is)
        ? Decision.Refuse($"{Who.Name} is a member of {incident.Id} already.")
        : Decision.Accept(new MemberAdded(Who));
}

/// <summary>A person may see the incident while it is private.</summary>
public sealed record MemberAdded(Person Who) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"added {Who.Name} as a member";

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident with { Members = incident.Members.Add(Who.Id) };
}

/// <summary>Lets a person see a private incident no longer.</summary>
public sealed record RemoveMember(Person Who) : Command
{
    /// <inheritdoc/>
    public override bool WorksOnEnded => true;

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at)
    {
        if (!incident.Members.Any(Who.Is)) return Decision.Refuse($"{Who.Name} is not a member of {incident.Id}.");
        if (incident.Roles.Values.Any(holders => holders.Any(holder => Who.Is(holder.Person))))
            return Decision.Refuse($"{Who.Name} holds a role on {incident.Id}. The role must be released or handed over first.", LineWriter.Line(incident.Id, "role", "list"));
        if (incident.Members.All(Who.Is)) return Decision.Refuse($"{Who.Name} is the last member; without one, nobody could see {incident.Id}.");
        var others = incident.Members.Where(member => member != Who.Id && Who.Is(member)).OrderBy(member => member.Value, StringComparer.Ordinal).ToList();
        return Decision.Accept(new MemberRemoved(Who, others.Count > 0 ? others : null));
    }
}

/// <summary>A person is a member no longer.</summary>
/// <param name="Who">The person.</param>
/// <param name="AlsoAs">Other identities under which the person was a member; null when there were none.</param>
public sealed record MemberRemoved(Person Who, IReadOnlyList<PersonId>? AlsoAs = null) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"removed {Who.Name} from the members";

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry)
    {
        IReadOnlyList<PersonId> gone = [Who.Id, .. AlsoAs ?? []];
        return incident with { Members = incident.Members.Except(gone), Responders = incident.Responders.RemoveRange(gone) };
    }
}

namespace IncidentBot;

/// <summary>Lets a person see the incident while it is private.</summary>
public sealed record AddMember(Person Who) : Command
{
    /// <inheritdoc/>
    public override bool WorksOnEnded => true;

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at) => incident.Members.Contains(Who.Id)
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
        if (!incident.Members.Contains(Who.Id)) return Decision.Refuse($"{Who.Name} is not a member of {incident.Id}.");
        if (incident.Roles.Values.Any(holders => holders.Any(holder => holder.Person.Id == Who.Id)))
            return Decision.Refuse($"{Who.Name} holds a role on {incident.Id}. The role must be released or handed over first.", LineWriter.Line(incident.Id, "role", "list"));
        if (incident.Members.Count == 1) return Decision.Refuse($"{Who.Name} is the last member; without one, nobody could see {incident.Id}.");
        return Decision.Accept(new MemberRemoved(Who));
    }
}

/// <summary>A person is a member no longer.</summary>
public sealed record MemberRemoved(Person Who) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"removed {Who.Name} from the members";

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident with { Members = incident.Members.Remove(Who.Id), Responders = incident.Responders.Remove(Who.Id) };
}

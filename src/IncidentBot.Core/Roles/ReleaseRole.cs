namespace IncidentBot;

/// <summary>Lets go of a role that one holds.</summary>
public sealed record ReleaseRole(string Role) : Command
{
    /// <inheritdoc/>
    public override string? Deed => "role";

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at)
    {
        if (at.Policy.RoleBy(Role) is not { } role) return RoleRefusals.Unknown(Role, at.Policy);
        if (!incident.Stage.IsOpen()) return RoleRefusals.Ended(incident);
        var holdings = incident.HoldersOf(role.Name).Where(holder => at.By.Is(holder.Person)).ToList();
        return holdings.Count > 0
            ? Decision.Accept([.. holdings.Select(holding => new RoleReleased(role.Name, role.Title, holding.Person))])
            : Decision.Refuse($"You are not {role.Title.ToLowerInvariant()} of {incident.Id}.", LineWriter.Line(incident.Id, "role", "list"));
    }
}

/// <summary>A person holds a role no longer.</summary>
public sealed record RoleReleased(string Role, string Title, Person Holder) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"let go of the role {Title.ToLowerInvariant()}";

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident with
    {
        Roles = incident.Roles.SetItem(Role, incident.HoldersOf(Role).RemoveAll(holder => holder.Person.Id == Holder.Id)),
        Handoff = incident.Handoff is { } handoff && handoff.Role == Role && handoff.From.Id == Holder.Id ? null : incident.Handoff,
        // Without a commander since now: the wait for the next one begins here, not at the declaration.
        Reminders = Role == RoleNames.Commander
            ? incident.Reminders.SetItem(ReminderKind.NoCommander, new ReminderState(0, entry.OccurredAt))
            : incident.Reminders,
    };
}

namespace IncidentBot;

/// <summary>Somebody who holds a role, and since when.</summary>
public sealed record RoleHolder(Person Person, DateTimeOffset Since);

/// <summary>Gives a role to a person; claiming is giving it to oneself.</summary>
/// <param name="Role">The role's word or an alias.</param>
/// <param name="To">Who gets it.</param>
public sealed record AssignRole(string Role, Person To) : Command
{
    /// <inheritdoc/>
    public override string? Deed => "role";

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at)
    {
        if (at.Policy.RoleBy(Role) is not { } role) return RoleRefusals.Unknown(Role, at.Policy);
        if (!incident.Stage.IsOpen()) return RoleRefusals.Ended(incident);
        var holders = incident.HoldersOf(role.Name);
        if (holders.Any(holder => To.Is(holder.Person)))
            return Decision.Refuse($"{To.Name} is {role.Title.ToLowerInvariant()} of {incident.Id} already.");
        if (!role.Many && holders.Count > 0) return Held(role, holders[0].Person, incident, at);
        return Decision.Accept(new RoleAssigned(role.Name, role.Title, To, Claimed: To.Is(at.By)));
    }

    private Decision Held(RoleRule role, Person holder, Incident incident, Circumstances at) => at.By.Is(holder)
        ? Decision.Refuse(
            $"You are {role.Title.ToLowerInvariant()} of {incident.Id}. Hand the role over, so that {To.Name} agrees to it.",
            LineWriter.Line(incident.Id, "handoff", "@" + To.Id.Handle, "--role", role.Name))
        : Decision.Refuse(
            $"{holder.Name} is {role.Title.ToLowerInvariant()} of {incident.Id} already. Ask {holder.Name} to hand the role over.",
            LineWriter.Line(incident.Id, "role", "list"));
}

/// <summary>A person holds a role now.</summary>
/// <param name="Role">The role's name.</param>
/// <param name="Title">Its title.</param>
/// <param name="To">Who holds it.</param>
/// <param name="Claimed">True when they took it themselves.</param>
public sealed record RoleAssigned(string Role, string Title, Person To, bool Claimed = false) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => Claimed ? $"took the role {Title.ToLowerInvariant()}" : $"made {To.Name} {Title.ToLowerInvariant()}";

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => (incident with
    {
        Roles = incident.Roles.SetItem(Role, incident.HoldersOf(Role).Add(new RoleHolder(To, entry.OccurredAt))),
        Reminders = Role == RoleNames.Commander ? incident.Reminders.Remove(ReminderKind.NoCommander) : incident.Reminders,
    }).WithResponder(entry.By).WithResponder(To);
}

/// <summary>Refusals that all role commands share.</summary>
internal static class RoleRefusals
{
    public static Decision Unknown(string role, Policy policy) =>
        Decision.Refuse($"There is no role “{role}”. Roles: {string.Join(", ", policy.Roles.Select(rule => rule.Name))}.");

    public static Decision Ended(Incident incident) =>
        Decision.Refuse($"{incident.Id} is {incident.Stage.Word()}; roles stay as they were. Reopen it first.", LineWriter.Line(incident.Id, "reopen"));
}

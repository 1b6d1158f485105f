using System.Collections.Immutable;

namespace IncidentBot;

/// <summary>Something that began to hold: a stage, a severity. It holds until the next one of its kind.</summary>
/// <param name="Value">What.</param>
/// <param name="At">Since when.</param>
/// <param name="Entry">The entry that says so.</param>
public sealed record Turn<T>(T Value, DateTimeOffset At, int Entry);

/// <summary>A moment of an incident, and the entry that says so.</summary>
public sealed record Milestone(DateTimeOffset At, int Entry);

/// <summary>A stretch of time in which a person held a role.</summary>
/// <param name="Role">The role's word.</param>
/// <param name="Person">Who.</param>
/// <param name="From">Since when.</param>
/// <param name="FromEntry">The entry that gave the role.</param>
/// <param name="To">Until when; null while it is held.</param>
/// <param name="ToEntry">The entry that ended it; null while it is held.</param>
public sealed record RoleTenure(string Role, Person Person, DateTimeOffset From, int FromEntry, DateTimeOffset? To = null, int? ToEntry = null);

/// <summary>Keeps an incident's turns while it is folded, whatever event brought them about.</summary>
internal static class Turns
{
    /// <summary>The incident with what one entry changed in its stage, severity and roles put into their histories.</summary>
    public static Incident Tracing(this Incident after, Incident before, Recorded entry)
    {
        if (entry.Event.Prominence == Prominence.Housekeeping || after.Id.IsHouse) return after;
        if (after.Stages.IsEmpty || after.Stage != before.Stage) after = after with { Stages = after.Stages.Add(new Turn<Stage>(after.Stage, entry.OccurredAt, entry.Number)) };
        if (after.Severities.IsEmpty || after.Severity != before.Severity) after = after with { Severities = after.Severities.Add(new Turn<Severity>(after.Severity, entry.OccurredAt, entry.Number)) };
        if (!ReferenceEquals(after.Roles, before.Roles)) after = after with { Tenures = TenuresAfter(after, before, entry) };
        if (entry.Event is AlertAttached { Alert.StartedAt: var fired } && !(after.FirstAlert?.At <= fired)) after = after with { FirstAlert = new Milestone(fired, entry.Number) };
        return after.TakenUp is null && IsTakenUpBy(entry) ? after with { TakenUp = new Milestone(entry.OccurredAt, entry.Number) } : after;
    }

    private static bool IsTakenUpBy(Recorded entry) => !entry.By.IsBot && entry.Event is RoleAssigned or ResponderJoined or StageChanged { From: Stage.Identification };

    private static ImmutableList<RoleTenure> TenuresAfter(Incident after, Incident before, Recorded entry)
    {
        var (held, was) = (Holdings(after), Holdings(before));
        var ended = after.Tenures.Select(tenure => tenure.To is null && !held.ContainsKey((tenure.Role, tenure.Person.Id))
            ? tenure with { To = entry.OccurredAt, ToEntry = entry.Number }
            : tenure);
        var begun = held.Where(holding => !was.ContainsKey(holding.Key)).Select(holding => new RoleTenure(holding.Key.Role, holding.Value, entry.OccurredAt, entry.Number));
        return [.. ended, .. begun];
    }

    private static Dictionary<(string Role, PersonId Person), Person> Holdings(Incident incident) => incident.Roles
        .SelectMany(role => role.Value.Select(holder => (role.Key, holder.Person)))
        .DistinctBy(holding => (holding.Key, holding.Person.Id))
        .ToDictionary(holding => (holding.Key, holding.Person.Id), holding => holding.Person);
}

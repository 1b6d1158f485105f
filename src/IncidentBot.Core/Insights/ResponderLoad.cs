namespace IncidentBot;

/// <summary>What one incident asked of one person.</summary>
/// <param name="Person">Who.</param>
/// <param name="Name">The name as it was last known there.</param>
/// <param name="Commanded">True when they were incident commander, however shortly.</param>
/// <param name="InRoles">How long they held a role while the incident was worked on; two roles at once count once.</param>
/// <param name="InRolesSince">Since when they hold one now, which comes on top; null when they do not, or nobody works on it any more.</param>
public sealed record ResponderLoad(PersonId Person, string Name, bool Commanded, TimeSpan InRoles, DateTimeOffset? InRolesSince)
{
    /// <summary>The time in roles up to a moment.</summary>
    public TimeSpan InRolesUpTo(DateTimeOffset now) => InRolesSince is { } since && since < now ? InRoles + (now - since) : InRoles;

    /// <summary>The load of everybody who took part.</summary>
    public static IReadOnlyList<ResponderLoad> Of(Incident incident)
    {
        var rounds = Round.Of(incident);
        return [.. incident.Responders.Values.Select(person => Of(person, incident, rounds)).OrderBy(load => load.Person.Value, StringComparer.Ordinal)];
    }

    private static ResponderLoad Of(Person person, Incident incident, IReadOnlyList<Round> rounds)
    {
        var tenures = incident.Tenures.Where(tenure => tenure.Person.Id == person.Id).ToList();
        var inRoles = Stretch.Union(tenures.SelectMany(tenure => rounds.Select(round => new Stretch(round.From, round.To).Within(tenure.From, tenure.To))).OfType<Stretch>()).ToList();
        return new ResponderLoad(
            person.Id, person.Name, tenures.Exists(tenure => tenure.Role == RoleNames.Commander),
            inRoles.Aggregate(TimeSpan.Zero, (sum, stretch) => sum + (stretch.Length ?? TimeSpan.Zero)),
            inRoles.Count > 0 && inRoles[^1].Length is null ? inRoles[^1].From : null);
    }
}

/// <summary>A stretch of time; without an end while it lasts.</summary>
internal sealed record Stretch(DateTimeOffset From, DateTimeOffset? To)
{
    /// <summary>How long it was; null while it lasts.</summary>
    public TimeSpan? Length => To - From;

    /// <summary>The part of it within other bounds; null when there is none.</summary>
    public Stretch? Within(DateTimeOffset from, DateTimeOffset? to)
    {
        var begin = from > From ? from : From;
        var end = To is not { } own ? to : to is not { } other || own < other ? own : other;
        return end <= begin ? null : new Stretch(begin, end);
    }

    /// <summary>The same time as stretches that do not overlap, in order.</summary>
    public static IEnumerable<Stretch> Union(IEnumerable<Stretch> stretches)
    {
        Stretch? last = null;
        foreach (var next in stretches.OrderBy(stretch => stretch.From))
        {
            if (last is not null && last.To < next.From)
            {
                yield return last;
                last = null;
            }
            last = last is null ? next : last with { To = last.To is null || next.To is null ? null : next.To > last.To ? next.To : last.To };
        }
        if (last is not null) yield return last;
    }
}

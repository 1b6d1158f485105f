namespace IncidentBot;

/// <summary>A number of incidents, and which ones they are: those that the viewer may see by their ids, the others only counted.</summary>
/// <param name="Key">Its name in addresses.</param>
/// <param name="Name">What they have in common, for people.</param>
/// <param name="Incidents">Those that the viewer may see, the newest first.</param>
/// <param name="Hidden">How many others there are.</param>
public sealed record Tally(string Key, string Name, IReadOnlyList<IncidentId> Incidents, int Hidden)
{
    /// <summary>How many there are.</summary>
    public int Count => Incidents.Count + Hidden;

    /// <summary>The tally of these incidents.</summary>
    public static Tally Of(string key, string name, IEnumerable<IncidentSummary> incidents, Person viewer)
    {
        var sides = incidents.ToLookup(incident => incident.MayBeSeenBy(viewer));
        return new Tally(key, name, [.. sides[true].Select(incident => incident.Id).OrderDescending()], sides[false].Count());
    }
}

/// <summary>The incidents that were declared in one week.</summary>
/// <param name="Week">Which.</param>
/// <param name="All">All of them.</param>
/// <param name="Severities">How bad they were at worst, from the worst; only those that occurred.</param>
public sealed record WeekFigure(Week Week, Tally All, IReadOnlyList<SeverityFigure> Severities);

/// <summary>The incidents of one peak severity.</summary>
public sealed record SeverityFigure(Severity Peak, Tally Of);

/// <summary>How long something took.</summary>
/// <param name="Title">What is measured.</param>
/// <param name="Definition">From when to when.</param>
/// <param name="Of">The incidents that have such a span.</param>
/// <param name="Spread">How long it took; null when no incident has such a span.</param>
public sealed record SpanFigure(string Title, string Definition, Tally Of, Spread? Spread);

/// <summary>The incidents that hurt one service.</summary>
/// <param name="Service">Its name.</param>
/// <param name="Of">They.</param>
public sealed record ServiceFigure(string Service, Tally Of);

/// <summary>How often incidents were not over after all.</summary>
/// <param name="Reopened">Those that were reopened at least once.</param>
/// <param name="Ended">Those that came to an end at least once: resolved, or reopened from whatever end.</param>
public sealed record ReopenFigure(Tally Reopened, Tally Ended)
{
    /// <summary>The share of those that were reopened, from 0 to 1; null when none came to an end.</summary>
    public double? Rate => Ended.Count == 0 ? null : (double)Reopened.Count / Ended.Count;
}

/// <summary>What is still to be done.</summary>
/// <param name="Open">How many follow-ups are not done.</param>
/// <param name="OpenOn">On which incidents.</param>
/// <param name="Overdue">How many of them should be.</param>
/// <param name="OverdueOn">On which incidents.</param>
/// <param name="Lines">The overdue ones that the viewer may see, the oldest due date first.</param>
public sealed record FollowUpFigure(int Open, Tally OpenOn, int Overdue, Tally OverdueOn, IReadOnlyList<OverdueFollowUp> Lines);

/// <summary>A follow-up that should be done by now, and its incident.</summary>
public sealed record OverdueFollowUp(IncidentId Incident, string Title, OpenFollowUp FollowUp);

/// <summary>What incidents asked of one person. Private incidents that the viewer may not see are left out: who works on them is a detail.</summary>
/// <param name="Person">Who.</param>
/// <param name="Name">The name as it was last known.</param>
/// <param name="TookPart">Those in which they took part.</param>
/// <param name="Commanded">Those in which they were incident commander.</param>
/// <param name="InRoles">How long they held roles while these were worked on.</param>
public sealed record LoadFigure(PersonId Person, string Name, Tally TookPart, Tally Commanded, TimeSpan InRoles);

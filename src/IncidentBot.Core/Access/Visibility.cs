namespace IncidentBot;

/// <summary>Who may see an incident: the one function that every query, page, stream and drawing asks.</summary>
public static class Visibility
{
    /// <summary>True when the person may see that the incident exists and all that is on it. An incident that one may not see answers as one that does not exist.</summary>
    public static bool MaySee(Person viewer, Incident incident) =>
        MaySee(viewer, incident.IsPrivate, incident.Members);

    /// <summary>The rule itself, for read models that hold no whole incident.</summary>
    public static bool MaySee(Person viewer, bool isPrivate, IEnumerable<PersonId> members) =>
        !isPrivate || viewer.IsBot || members.Contains(viewer.Id);
}

namespace IncidentBot;

/// <summary>Who may see what: the one place that every query, page, stream and drawing asks.</summary>
public static class Visibility
{
    /// <summary>True when the person may see that the incident exists and all that is on it. An incident that one may not see answers as one that does not exist.</summary>
    public static bool MaySee(Person viewer, Incident incident) =>
        MaySee(viewer, incident.IsPrivate, incident.Members);

    /// <summary>The rule itself, for read models that hold no whole incident: members see a private one, and admins who are named for it.</summary>
    public static bool MaySee(Person viewer, bool isPrivate, IReadOnlyCollection<PersonId> members) =>
        viewer.IsBot || (viewer.Right >= Right.Reader && (!isPrivate || viewer.SeesPrivate || members.Any(viewer.Is)));

    /// <summary>True when the person may read an entry of a timeline that they may see: what only concerns the house's admins is for them alone.</summary>
    public static bool MayRead(Person viewer, Recorded entry) => !entry.Event.IsForAdmins || viewer.IsBot || viewer.Right == Right.Admin;
}

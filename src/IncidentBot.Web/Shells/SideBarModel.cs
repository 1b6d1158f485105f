namespace IncidentBot.Web.Shells;

/// <summary>What the side bar shows: the rooms that one may enter, and who is known here.</summary>
/// <param name="Open">Open incidents that the viewer may see, the worst first.</param>
/// <param name="Ended">The latest ended ones.</param>
/// <param name="House">The house: its general room, and whom it knows.</param>
/// <param name="Current">The page one is on: a room's name, <c>incidents</c>, <c>search</c>, <c>insights</c> ….</param>
public sealed record SideBarModel(IReadOnlyList<Incident> Open, IReadOnlyList<IncidentSummary> Ended, House House, string Current)
{
    /// <summary>True for an admin, who also finds the house's own pages.</summary>
    public bool IsAdmin { get; init; }

    /// <summary>True for who may see who has signed in.</summary>
    public bool SeesPeople { get; init; }

    /// <summary>People that can be mentioned.</summary>
    public IEnumerable<Person> People => House.People;

    /// <summary>The general room.</summary>
    public Incident General => House.Room;
}

/// <summary>What is around every page.</summary>
/// <param name="Viewer">Who looks.</param>
/// <param name="Token">The token that posts must carry.</param>
/// <param name="Policy">The house rules.</param>
/// <param name="SideBar">The rooms.</param>
/// <param name="House">What the house knows of people.</param>
public sealed record Frame(Person Viewer, string Token, Policy Policy, SideBarModel SideBar, House House);

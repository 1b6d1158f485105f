namespace IncidentBot.Web.Api;

/// <summary>Who calls: a name that is merely said, until sign-in exists.</summary>
internal static class Callers
{
    /// <summary>By which way the API's callers come.</summary>
    public const string Via = "api";

    private static readonly Person Nobody = new(new PersonId("api:nobody"), "Somebody", Claimed: true);

    /// <summary>The person of that name.</summary>
    public static Person Named(string name, Faults faults)
    {
        if (name.Length > Limits.Name) faults.Add($"The name in “by” has {name.Length:N0} characters; {Limits.Name} are allowed.");
        else if (name.Any(char.IsControl)) faults.Add("The name in “by” holds a character that cannot be shown.");
        else if (Person.HandleOf(name).Length > 0) return Person.WhoSays(name);
        else if (faults.None) faults.Add("“by” must say who it is: a name with at least one letter or digit.");
        return Nobody;
    }

    /// <summary>Who looks; somebody who is a member of nothing when no name is given.</summary>
    public static Person Viewer(string? name, Faults faults) => string.IsNullOrEmpty(name) ? Nobody : Named(name, faults);
}

namespace IncidentBot.Web.Rendering;

/// <summary>How rooms and pages are addressed.</summary>
internal static class RoomPath
{
    private const string General = "general";

    /// <summary>The room's name in addresses: <c>general</c> or <c>INC-1</c>.</summary>
    public static string Slug(IncidentId id) => id.IsHouse ? General : id.ToString();

    /// <summary>The room's page.</summary>
    public static string Page(IncidentId id) => id.IsHouse ? "/" : $"/rooms/{id}";

    /// <summary>Something under the room.</summary>
    public static string Under(IncidentId id, string rest) => $"/rooms/{Slug(id)}/{rest}";

    /// <summary>An entry's permanent address.</summary>
    public static string Entry(IncidentId id, int number) => $"/incidents/{id}/entries/{number}";

    public static bool TryParse(string slug, out IncidentId id)
    {
        id = IncidentId.House;
        return slug.Equals(General, StringComparison.OrdinalIgnoreCase) || IncidentId.TryParse(slug, out id);
    }
}

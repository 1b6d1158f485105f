namespace IncidentBot.Web.Reviews;

/// <summary>Where the entries that a review cites can be read: links of a file must lead there from anywhere.</summary>
/// <param name="Server">The address that people reach the server at, without a slash at its end; empty on the server's own pages; null when the file stands alone, so that citations are bare numbers.</param>
public sealed record ReviewLinks(string? Server)
{
    /// <summary>Links within the server's own pages.</summary>
    public static ReviewLinks OnPage { get; } = new("");

    /// <summary>No links: the file goes where no server is.</summary>
    public static ReviewLinks None { get; } = new((string?)null);

    /// <summary>An entry's address; null when citations are bare numbers.</summary>
    public string? Of(IncidentId incident, int entry) => Server is null ? null : Server.TrimEnd('/') + PagePaths.Entry(incident, entry);
}

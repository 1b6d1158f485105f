namespace IncidentBot;

/// <summary>What the sign-in provider says of a person, as far as it is kept.</summary>
/// <param name="Name">Their name; never empty.</param>
/// <param name="Email">Their e-mail address, when the provider has verified it; null otherwise.</param>
/// <param name="Groups">The groups that they are in, in order.</param>
public sealed record Profile(string Name, string? Email, IReadOnlyList<string> Groups)
{
    /// <summary>True when it says the same.</summary>
    public bool Says(Profile other) => Name == other.Name && Email == other.Email && Groups.SequenceEqual(other.Groups);

    /// <summary>What is new in it, in words; empty when nothing is.</summary>
    public string NewsSince(Profile before) => string.Concat([
        Name == before.Name ? "" : $"; the name was {before.Name}",
        Email == before.Email ? "" : $"; the address was {before.Email ?? "unknown"} and is {Email ?? "unknown"}",
        Told("; joined", Groups.Except(before.Groups)),
        Told("; left", before.Groups.Except(Groups)),
    ]);

    private static string Told(string verb, IEnumerable<string> groups) => groups.ToList() is { Count: > 0 } some ? $"{verb} {Words.Join(some)}" : "";
}

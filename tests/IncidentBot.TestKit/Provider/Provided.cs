namespace IncidentBot.TestKit;

/// <summary>Somebody with an account at the provider.</summary>
/// <param name="Subject">Who they are there.</param>
/// <param name="Name">Their name.</param>
public sealed record Provided(string Subject, string Name)
{
    /// <summary>The groups that they are in.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Their e-mail address; null when they have none.</summary>
    public string? Email { get; init; }

    /// <summary>Whether the provider has verified it.</summary>
    public bool EmailIsVerified { get; init; } = true;

    /// <summary>What the provider tells at its user address alone.</summary>
    public IReadOnlyDictionary<string, object> AtUserInfo { get; init; } = new Dictionary<string, object>();
}

namespace IncidentBot;

/// <summary>Says what a token must open to be let in at an endpoint.</summary>
/// <param name="scope">What.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsScopeAttribute(TokenScope scope) : Attribute
{
    /// <summary>What it must open.</summary>
    public TokenScope Scope => scope;

    /// <summary>True where the endpoint looks at the token itself, because it knows others too.</summary>
    public bool IsCheckedThere { get; init; }
}

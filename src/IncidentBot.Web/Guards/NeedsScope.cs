namespace IncidentBot.Web.Guards;

/// <summary>Marks an endpoint that a token must open with this scope.</summary>
/// <param name="scope">The scope.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsScopeAttribute(TokenScope scope) : Attribute
{
    /// <summary>The scope.</summary>
    public TokenScope Scope { get; } = scope;
}

namespace IncidentBot;

/// <summary>Holds the policy that is in force.</summary>
public sealed class PolicyBook(Policy policy)
{
    /// <summary>The policy in force.</summary>
    public Policy Current { get; } = policy;
}

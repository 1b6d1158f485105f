namespace IncidentBot;

/// <summary>A browser in which somebody has signed in.</summary>
/// <param name="Account">Who.</param>
/// <param name="BegunAt">When they signed in there.</param>
public sealed record Session(PersonId Account, DateTimeOffset BegunAt)
{
    /// <summary>True while it holds for this account: not shut out, not signed out since, and not too old.</summary>
    public bool Holds(Account account, AccessPolicy access, DateTimeOffset now) =>
        account.Id == Account && !account.IsShutOut && access.Admits(account.Email)
        && (account.EndedAt is not { } ended || BegunAt > ended) && now - BegunAt < access.SessionFor;
}

namespace IncidentBot;

/// <summary>
/// Links whoever was just met with the account that has the same verified e-mail address, unless the person has taken them apart.
/// Two accounts of one provider stay two: it knows best that they are not one, and addresses are given to others.
/// </summary>
/// <param name="Who">Who was met; somebody vouches for them.</param>
/// <param name="Email">Their e-mail address, verified by whoever vouches.</param>
public sealed record LinkByEmail(Person Who, string Email) : Command
{
    /// <inheritdoc/>
    public override Right Needs => Right.None;

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at) => Twin(incident.People) is { } twin
        ? Decision.Accept(new IdentitiesLinked(twin, Who, LinkProof.VerifiedEmail))
        : Decision.Refuse($"Nobody else has signed in with the e-mail address of {Who.Name}.");

    /// <summary>The account's identity that is the same person's and not yet linked; null when there is none.</summary>
    public Person? Twin(PeopleBook people) => Who.Claimed || people.KeptApart.Contains(Who.Id) ? null : people.Accounts.ById.Values
        .Where(account => account.Issuer != people.Accounts.Find(Who.Id)?.Issuer && Email.Equals(account.Email, StringComparison.OrdinalIgnoreCase))
        .Where(account => !people.KeptApart.Contains(account.Id) && !people.Identities.Of(Who.Id).Contains(account.Id))
        .Select(account => account.Person).FirstOrDefault();
}

namespace IncidentBot;

/// <summary>Lets somebody in whom the provider vouches for. On first sight their account is opened.</summary>
public sealed record SignIn(Newcomer Who) : Command
{
    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at)
    {
        var accounts = incident.People.Accounts;
        if (Who.IdentityIn(accounts) != at.By.Id) return Decision.Refuse($"{at.By.Id.Value} became somebody else's in the meantime.");
        if (TurnedAway.Find(Who.AccountIn(accounts), at.Policy.Access) is { } away) return Decision.Refuse(away.Sentence);
        if (accounts.Find(at.By.Id) is not { } known) return Decision.Accept(new AccountOpened(at.By.Id, Who.Issuer, Who.Subject, Who.Profile), new SignedIn(at.By.Id));
        return Decision.Accept(Who.Profile.Says(known.Profile) ? new SignedIn(known.Id) : new SignedIn(known.Id) { Before = known.Profile, Now = Who.Profile });
    }
}

/// <summary>Somebody came for the first time and has an account.</summary>
/// <param name="Account">Their identity here.</param>
/// <param name="Issuer">Who vouches for them.</param>
/// <param name="Subject">Who they are there.</param>
/// <param name="Profile">What the provider said of them.</param>
public sealed record AccountOpened(PersonId Account, string Issuer, string Subject, Profile Profile) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"came for the first time and is @{Account.Handle}{(Profile.Email is { } email ? $" ({email})" : "")}; {Issuer} vouches for them";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Housekeeping;

    /// <inheritdoc/>
    public override bool IsForAdmins => true;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry)
    {
        var account = new Account(Account, Profile.Name, Issuer, Subject).With(Profile);
        return incident.WithAccount(account).WithResponder(account.Person);
    }
}

/// <summary>Somebody signed in.</summary>
/// <param name="Account">Who.</param>
public sealed record SignedIn(PersonId Account) : IncidentEvent
{
    /// <summary>What the provider said of them the last time; null when it says the same now.</summary>
    public Profile? Before { get; init; }

    /// <summary>What it says now; null when that is the same.</summary>
    public Profile? Now { get; init; }

    /// <inheritdoc/>
    public override string Sentence => "signed in" + (Before is not null && Now is not null ? Now.NewsSince(Before) : "");

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Housekeeping;

    /// <inheritdoc/>
    public override bool IsForAdmins => true;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry)
    {
        if (incident.People.Accounts.Find(Account) is not { } known) return incident;
        var account = (Now is null ? known : known.With(Now)) with { SignedInAt = entry.RecordedAt };
        return incident.WithAccount(account).WithResponder(account.Person);
    }
}

namespace IncidentBot;

/// <summary>Signs somebody out of every browser.</summary>
public sealed record EndSessions(Account Who) : Command
{
    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at) => Decision.Accept(new SessionsEnded(Who.Id, Who.Name) { Own = at.By.Is(Who.Id) });
}

/// <summary>Somebody is signed out of every browser.</summary>
public sealed record SessionsEnded(PersonId Account, string Name) : IncidentEvent
{
    /// <summary>True when they did it themselves.</summary>
    public bool Own { get; init; }

    /// <inheritdoc/>
    public override string Sentence => Own ? "signed out everywhere" : $"signed {Name} (@{Account.Handle}) out everywhere";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Housekeeping;

    /// <inheritdoc/>
    public override bool IsForAdmins => true;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident.People.Accounts.Find(Account) is { } known
        ? incident.WithAccount(known with { EndedAt = entry.RecordedAt })
        : incident;
}

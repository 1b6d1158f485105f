namespace IncidentBot;

/// <summary>Shuts somebody out: their sessions end, and they cannot sign in.</summary>
public sealed record ShutOut(Account Who, string? Why) : Command
{
    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at)
    {
        if (at.By.Is(Who.Id)) return Decision.Refuse("You cannot shut yourself out. Ask another admin.");
        if (incident.People.Accounts.Find(Who.Id)?.IsShutOut == true) return Decision.Refuse($"{Who.Name} is shut out already.", $"people let-in @{Who.Id.Handle}");
        return TextRules.Check(Why, "reason", Limits.Reason) ?? Decision.Accept(new AccountShutOut(Who.Id, Who.Name, Why!));
    }
}

/// <summary>Somebody was shut out.</summary>
public sealed record AccountShutOut(PersonId Account, string Name, string Why) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"shut out {Name} (@{Account.Handle}){Words.Because(Why)}";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Housekeeping;

    /// <inheritdoc/>
    public override bool IsForAdmins => true;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident.People.Accounts.Find(Account) is { } known
        ? incident.WithAccount(known with { IsShutOut = true, EndedAt = entry.RecordedAt })
        : incident;
}

/// <summary>Lets somebody sign in again who was shut out.</summary>
public sealed record LetIn(Account Who) : Command
{
    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at) => incident.People.Accounts.Find(Who.Id)?.IsShutOut == true
        ? Decision.Accept(new AccountLetIn(Who.Id, Who.Name))
        : Decision.Refuse($"{Who.Name} is not shut out.");
}

/// <summary>Somebody who was shut out may sign in again.</summary>
public sealed record AccountLetIn(PersonId Account, string Name) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"let {Name} (@{Account.Handle}) in again";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Housekeeping;

    /// <inheritdoc/>
    public override bool IsForAdmins => true;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident.People.Accounts.Find(Account) is { } known
        ? incident.WithAccount(known with { IsShutOut = false })
        : incident;
}

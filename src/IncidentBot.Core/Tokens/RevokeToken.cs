namespace IncidentBot;

/// <summary>Takes a token back: from now on it opens nothing.</summary>
/// <param name="Which">Its name or its id.</param>
/// <param name="Reason">Why; null when nobody says.</param>
public sealed record RevokeToken(string Which, string? Reason) : Command
{
    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at)
    {
        if (Reason is not null && TextRules.Check(Reason, "reason", Limits.Reason) is { } fault) return fault;
        if (incident.People.Tokens.Named(Which) is { } token) return Decision.Accept(new TokenRevoked(token.Id, token.Name, Reason));
        var was = incident.People.Tokens.ById.Values.LastOrDefault(token => token.Name.Equals(Which, StringComparison.OrdinalIgnoreCase) || token.Id == Which);
        return was is null
            ? Decision.Refuse($"There is no token “{Words.Brief(Which, 60)}”.", "token list")
            : Decision.Refuse($"The token {was.Name} was revoked on {Words.Moment(was.RevokedAt!.Value)} already.", "token list");
    }
}

/// <summary>A token opens nothing any more.</summary>
public sealed record TokenRevoked(string Id, string Name, string? Reason = null) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"revoked the token {Name}{Words.Because(Reason)}";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Housekeeping;

    /// <inheritdoc/>
    public override bool IsForAdmins => true;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident.People.Tokens.ById.TryGetValue(Id, out var token)
        ? incident with { People = incident.People with { Tokens = incident.People.Tokens.With(token with { RevokedAt = entry.RecordedAt }) } }
        : incident;
}

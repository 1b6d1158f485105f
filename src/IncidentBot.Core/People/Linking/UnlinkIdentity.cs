namespace IncidentBot;

/// <summary>Makes one of one's identities a person of its own again.</summary>
/// <param name="Identity">Which: <c>web:ana</c>.</param>
public sealed record UnlinkIdentity(string Identity) : Command
{
    /// <inheritdoc/>
    public override Right Needs => Right.None;

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at)
    {
        var own = incident.People.Identities.Of(at.By.Id).Select(id => id.Value).Order(StringComparer.Ordinal).ToList();
        if (own.Count < 2) return Decision.Refuse($"Nothing is linked with {at.By.Id}.", "me");
        return own.Find(id => id.Equals(Identity, StringComparison.OrdinalIgnoreCase)) is { } known
            ? Decision.Accept(new IdentityUnlinked(new PersonId(known)))
            : Decision.Refuse($"“{Words.Brief(Identity, 60)}” is none of your identities. They are {Words.Join(own)}.", [.. own.Where(id => id != at.By.Id.Value).Select(id => $"me unlink {id}")]);
    }

    /// <inheritdoc/>
    public override Reply Answered(Reply reply, Person by, Policy policy) => reply with { Entries = [] };
}

/// <summary>An identity is a person of its own again; what it has in common with others does not link it by itself any more.</summary>
public sealed record IdentityUnlinked(PersonId Identity) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"took {Identity} apart from the other identities";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Housekeeping;

    /// <inheritdoc/>
    public override bool IsForAdmins => true;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident with
    {
        People = incident.People with { Identities = incident.People.Identities.Without(Identity), KeptApart = incident.People.KeptApart.Add(Identity) },
    };
}

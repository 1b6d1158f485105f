namespace IncidentBot;

/// <summary>Notes that somebody was turned away; of one person, and of many at once, not every time.</summary>
public sealed record RefuseSignIn(Newcomer Who, string Because) : Command
{
    /// <summary>How long a person is not noted again.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMinutes(10);

    /// <summary>How many are noted within that time.</summary>
    public const int Most = 100;

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at)
    {
        var noted = incident.People.Accounts.Refused.Where(refused => at.Now - refused.Value < Quiet).Select(refused => refused.Key).ToList();
        return noted.Count >= Most || noted.Contains(Accounts.KeyOf(Who.Issuer, Who.Subject))
            ? Decision.Refuse("This was noted a moment ago.")
            : Decision.Accept(new SignInRefused(Who.Issuer, Who.Subject, Who.InWords, Because));
    }
}

/// <summary>Somebody whom the provider vouches for was not let in.</summary>
/// <param name="Issuer">Who vouched.</param>
/// <param name="Subject">Who they are there.</param>
/// <param name="Who">Who they are in words.</param>
/// <param name="Because">Why not.</param>
public sealed record SignInRefused(string Issuer, string Subject, string Who, string Because) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"turned {Who} away, for whom {Issuer} vouches: {Because}";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Housekeeping;

    /// <inheritdoc/>
    public override bool IsForAdmins => true;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry)
    {
        var accounts = incident.People.Accounts;
        var recent = accounts.Refused.RemoveRange(accounts.Refused.Where(refused => entry.RecordedAt - refused.Value >= RefuseSignIn.Quiet).Select(refused => refused.Key));
        return incident with { People = incident.People with { Accounts = accounts with { Refused = recent.SetItem(Accounts.KeyOf(Issuer, Subject), entry.RecordedAt) } } };
    }
}

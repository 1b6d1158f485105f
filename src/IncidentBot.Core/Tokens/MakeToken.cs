using System.Text.RegularExpressions;
using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>Gives a program a token.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Scopes">What it opens.</param>
/// <param name="For">How long it opens anything; null for ever.</param>
/// <param name="SpeaksFor">Whose words it may bring: handles, or <c>*</c> for everybody's.</param>
public sealed partial record MakeToken(string Name, IReadOnlyList<TokenScope> Scopes, TimeSpan? For, IReadOnlyList<string> SpeaksFor) : Command
{
    private const int LongestName = 40;

    /// <summary>What is kept of the token itself, which is minted outside.</summary>
    public TokenPrint Print { get; init; } = new("", "");

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at)
    {
        var name = Name.ToLowerInvariant();
        if (!NameShape().IsMatch(name))
            return Decision.Refuse($"“{Words.Brief(Name, 60)}” is no name for a token. Take up to {LongestName} letters, digits, dots, dashes and underscores, like deploy-bot.");
        if (Scopes.Count == 0) return Decision.Refuse($"Say what the token shall open: --scope read,lines. There are {TokenScopes.AllWords}.");
        if (For <= TimeSpan.Zero) return Decision.Refuse("A token that lives for no time opens nothing. Say --for 90d, or leave it out for a token without an end.");
        var made = new TokenMade(Print.Id, name, Print.Digest, [.. Scopes.Distinct().Order()], For is { } span ? at.Now + span : null, [.. SpeaksFor.Distinct().Order(StringComparer.Ordinal)]);
        return incident.People.Tokens.Named(name) switch
        {
            null => Decision.Accept(made),
            { } known when known.IsLive(at.Now) => Decision.Refuse(
                $"There is a token {name} already; {known.MadeBy.Name} made it on {Words.Moment(known.MadeAt)}. Take another name, or revoke that one first.", $"token revoke {name}"),
            // Its bearer has the same identity: what the old one was allowed must not be lent to the new one.
            { } over => Decision.Accept(new TokenRevoked(over.Id, over.Name, "its time was over, and its name goes to a new one"), made),
        };
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9._-]{0,39}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NameShape();
}

/// <summary>A program got a token. The token itself is not here, only what it is known by.</summary>
public sealed record TokenMade(
    string Id, string Name, string Digest, IReadOnlyList<TokenScope> Scopes, DateTimeOffset? ExpiresAt, IReadOnlyList<string> SpeaksFor) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence =>
        $"made the token {Name}, which opens {Scopes.InWords()}{(ExpiresAt is { } end ? $" until {Words.Moment(end)}" : "")}{Voices}";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Housekeeping;

    /// <inheritdoc/>
    public override bool IsForAdmins => true;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident with
    {
        People = incident.People with
        {
            Tokens = incident.People.Tokens.With(new ApiToken(Id, Name, Digest, [.. Scopes], entry.By, entry.RecordedAt) { ExpiresAt = ExpiresAt, SpeaksFor = [.. SpeaksFor] }),
        },
    };

    private string Voices => SpeaksFor.Count == 0 ? "" : $" and speaks for {TokenBearer.Voices(SpeaksFor)}";
}

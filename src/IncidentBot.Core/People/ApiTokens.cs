using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace IncidentBot;

/// <summary>What a token opens.</summary>
public enum TokenScope
{
    /// <summary>Read incidents, timelines, reviews, search and insights.</summary>
    Read,

    /// <summary>Say lines and messages.</summary>
    Lines,

    /// <summary>Send alerts.</summary>
    Alerts,

    /// <summary>Ask whether a change may be made.</summary>
    Gate,

    /// <summary>Everything, also what is for admins alone.</summary>
    Admin,
}

/// <summary>A token that a program carries. What it is made of was shown once; only its digest is kept.</summary>
/// <param name="Id">The part of it that may be known: <c>ib_&lt;id&gt;_…</c>.</param>
/// <param name="Name">What it is called: its bearer is <c>api:&lt;name&gt;</c>.</param>
/// <param name="Digest">SHA-256 of the whole token, lower-case hex. The token holds 256 random bits, so that the digest tells nothing.</param>
/// <param name="Scopes">What it opens.</param>
/// <param name="MadeBy">Who made it.</param>
/// <param name="MadeAt">When.</param>
public sealed record ApiToken(string Id, string Name, string Digest, ImmutableSortedSet<TokenScope> Scopes, Person MadeBy, DateTimeOffset MadeAt)
{
    /// <summary>When it stops to open anything; null when it never does.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was revoked; null while it is not.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Whose words it may bring: their handles, or <c>*</c> for everybody's; empty when it speaks for itself alone.</summary>
    public ImmutableSortedSet<string> SpeaksFor { get; init; } = [];

    /// <summary>The bearer.</summary>
    public Person Bearer => new(new PersonId($"{PersonId.Token}:{Name}"), Name);

    /// <summary>True while it opens anything.</summary>
    public bool IsLive(DateTimeOffset now) => RevokedAt is null && !(ExpiresAt <= now);

    /// <summary>True when it opens this.</summary>
    public bool Opens(TokenScope scope) => Scopes.Opens(scope);
}

/// <summary>Every token that was ever made.</summary>
public sealed record ApiTokens
{
    /// <summary>None.</summary>
    public static readonly ApiTokens None = new();

    /// <summary>By id.</summary>
    public ImmutableSortedDictionary<string, ApiToken> ById { get; init; } = ImmutableSortedDictionary<string, ApiToken>.Empty.WithComparers(StringComparer.Ordinal);

    // What is presented under an id that nobody has is compared all the same.
    private static readonly string Nobodys = new('0', 2 * SHA256.HashSizeInBytes);

    /// <summary>With this token as it is now.</summary>
    public ApiTokens With(ApiToken token) => this with { ById = ById.SetItem(token.Id, token) };

    /// <summary>The token that has this name, or this id, and is not revoked; null when there is none.</summary>
    public ApiToken? Named(string nameOrId) => ById.Values.FirstOrDefault(token =>
        token.RevokedAt is null && (token.Name.Equals(nameOrId, StringComparison.OrdinalIgnoreCase) || token.Id == nameOrId));

    /// <summary>The token that was presented, if it is one of these and opens anything now. How long that takes tells nothing about them.</summary>
    public ApiToken? Find(string presented, DateTimeOffset now)
    {
        var token = presented.Split('_', 3) is ["ib", var id, _] ? ById.GetValueOrDefault(id) : null;
        var matches = CryptographicOperations.FixedTimeEquals(DigestBytes(presented), Convert.FromHexString(token?.Digest ?? Nobodys));
        return matches && token is not null && token.IsLive(now) ? token : null;
    }

    /// <summary>What is kept of a token.</summary>
    public static string Digest(string token) => Convert.ToHexStringLower(DigestBytes(token));

    /// <summary>What the bearer of a token may do, once the door has let it in.</summary>
    public Right RightOf(PersonId bearer) => ById.Values.Where(token => token.RevokedAt is null && token.Bearer.Id == bearer).Select(token => token.Scopes.Right()).DefaultIfEmpty(Right.None).Max();

    private static byte[] DigestBytes(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}

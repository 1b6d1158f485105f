using System.Collections.Immutable;

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

    /// <summary>True when it opens this.</summary>
    public bool Opens(TokenScope scope) => Scopes.Contains(scope) || Scopes.Contains(TokenScope.Admin);
}

/// <summary>Every token that was ever made.</summary>
public sealed record ApiTokens
{
    /// <summary>None.</summary>
    public static readonly ApiTokens None = new();

    /// <summary>By id.</summary>
    public ImmutableSortedDictionary<string, ApiToken> ById { get; init; } = ImmutableSortedDictionary<string, ApiToken>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>What the bearer of a token may do, once the door has let it in.</summary>
    public Right RightOf(PersonId bearer) => ById.Values.Where(token => token.RevokedAt is null && token.Bearer.Id == bearer).Select(RightOf).DefaultIfEmpty(Right.None).Max();

    private static Right RightOf(ApiToken token) =>
        token.Opens(TokenScope.Admin) ? Right.Admin
        : token.Opens(TokenScope.Lines) ? Right.Responder
        : token.Opens(TokenScope.Read) ? Right.Reader
        : Right.None;
}

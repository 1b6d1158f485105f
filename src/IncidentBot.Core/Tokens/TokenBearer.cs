using System.Collections.Immutable;

namespace IncidentBot;

/// <summary>Who comes with a token, and what it opens for them.</summary>
/// <param name="Person">Whose token it is.</param>
/// <param name="Scopes">What it opens.</param>
public sealed record TokenBearer(Person Person, ImmutableSortedSet<TokenScope> Scopes)
{
    /// <summary>Everybody, where it says whose words a token may bring.</summary>
    public const string Everybody = "*";

    /// <summary>Whose words it may bring: their handles, or <c>*</c>; empty when it speaks for itself alone.</summary>
    public ImmutableSortedSet<string> SpeaksFor { get; init; } = [];

    /// <summary>True when it opens this.</summary>
    public bool Opens(TokenScope scope) => Scopes.Opens(scope);

    /// <summary>True when it may bring the words of whoever has this handle.</summary>
    public bool MaySpeakFor(string handle) => SpeaksFor.Contains(Everybody) || SpeaksFor.Contains(handle);

    /// <summary>Somebody for whom it speaks, with no more right than it has itself.</summary>
    public Person Lend(Person person) => person with { AtMost = Scopes.Right() };

    /// <summary>Whoever carries this token.</summary>
    public static TokenBearer Of(ApiToken token) => new(token.Bearer, token.Scopes) { SpeaksFor = token.SpeaksFor };

    /// <summary>"@ana and @ben", "everybody".</summary>
    public static string Voices(IEnumerable<string> handles) =>
        handles.Contains(Everybody) ? "everybody" : Words.Join(handles.Select(handle => "@" + handle));
}

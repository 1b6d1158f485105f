using System.Collections.Immutable;

namespace IncidentBot;

/// <summary>What scopes come to, and how people write them.</summary>
public static class TokenScopes
{
    private static readonly char[] Between = [',', ' ', ';', '+'];

    /// <summary>All of them, for sentences.</summary>
    public static readonly string AllWords = Words.Join(Enum.GetValues<TokenScope>().Select(Word));

    /// <summary>The scope as people write it: <c>read</c>.</summary>
    public static string Word(this TokenScope scope) => scope.ToString().ToLowerInvariant();

    /// <summary>"read and lines".</summary>
    public static string InWords(this IEnumerable<TokenScope> scopes) => Words.Join(scopes.Order().Select(Word));

    /// <summary>True when they open this: admin opens everything.</summary>
    public static bool Opens(this IEnumerable<TokenScope> scopes, TokenScope scope) => scopes.Any(given => given == scope || given == TokenScope.Admin);

    /// <summary>What one may do with them.</summary>
    public static Right Right(this ImmutableSortedSet<TokenScope> scopes) =>
        scopes.Opens(TokenScope.Admin) ? IncidentBot.Right.Admin
        : scopes.Opens(TokenScope.Lines) ? IncidentBot.Right.Responder
        : scopes.Opens(TokenScope.Read) ? IncidentBot.Right.Reader
        : IncidentBot.Right.None;

    /// <summary>Reads <c>read,lines</c>; the word that is no scope when there is one.</summary>
    public static (ImmutableSortedSet<TokenScope> Scopes, string? Unknown) Read(string text)
    {
        var words = Split(text);
        var unknown = words.FirstOrDefault(word => Find(word) is null);
        return ([.. words.Select(Find).OfType<TokenScope>()], unknown);
    }

    /// <summary>The words of a list: <c>@ana,@ben</c>.</summary>
    internal static string[] Split(string text) => text.Split(Between, StringSplitOptions.RemoveEmptyEntries);

    private static TokenScope? Find(string word) =>
        Enum.GetValues<TokenScope>().Where(scope => scope.Word().Equals(word, StringComparison.OrdinalIgnoreCase)).Select(scope => (TokenScope?)scope).FirstOrDefault();
}

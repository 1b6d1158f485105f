using System.Buffers;
using System.Text;

namespace IncidentBot;

/// <summary>Words that must stand one behind the other. A text is found when it holds every term that was typed.</summary>
/// <param name="Words">As search compares them; never empty.</param>
/// <param name="Begins">True when the last of them may be only the beginning of a word.</param>
public sealed record SearchTerm(IReadOnlyList<string> Words, bool Begins)
{
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”„«»");

    /// <summary>Reads what was typed. Every text can be read: a quote that is never closed is nothing special, and what holds no letter or digit asks for nothing.</summary>
    public static IReadOnlyList<SearchTerm> Read(string typed)
    {
        var terms = new List<SearchTerm>();
        var pieces = Cut(typed);
        for (var at = 0; at < pieces.Count; at++)
        {
            IReadOnlyList<string> words = [.. SearchTokens.Of(pieces[at].Text).Select(token => token.Folded)];
            if (words.Count > 0) terms.Add(new SearchTerm(words, !pieces[at].Quoted && at == pieces.Count - 1 && MayBegin(words[^1])));
        }
        return terms;
    }

    /// <summary>Where the term stands among the words of a text: the first and the last word of each place.</summary>
    public IEnumerable<(int First, int Last)> PlacesIn(IReadOnlyList<SearchToken> text)
    {
        for (var first = 0; first + Words.Count <= text.Count; first++)
            if (StandsAt(first, text)) yield return (first, first + Words.Count - 1);
    }

    private bool StandsAt(int first, IReadOnlyList<SearchToken> text)
    {
        for (var at = 0; at < Words.Count; at++)
        {
            var (word, there) = (Words[at], text[first + at].Folded);
            if (!(Begins && at == Words.Count - 1 ? there.StartsWith(word, StringComparison.Ordinal) : there == word)) return false;
        }
        return true;
    }

    // One letter begins too much to be of use.
    private static bool MayBegin(string word) => word.Length > 1 && !SearchTokens.StandsAlone(Rune.GetRuneAt(word, 0));

    private static List<(string Text, bool Quoted)> Cut(string typed)
    {
        var pieces = new List<(string, bool)>();
        for (var at = 0; at < typed.Length;)
        {
            if (char.IsWhiteSpace(typed[at])) at++;
            else if (Quotes.Contains(typed[at]) && typed.AsSpan(at + 1).IndexOfAny(Quotes) is var length and >= 0)
            {
                pieces.Add((typed.Substring(at + 1, length), true));
                at += length + 2;
            }
            else
            {
                var start = at++;
                while (at < typed.Length && !char.IsWhiteSpace(typed[at]) && !Quotes.Contains(typed[at])) at++;
                pieces.Add((typed[start..at], false));
            }
        }
        return pieces;
    }
}

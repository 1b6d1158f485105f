namespace IncidentBot;

/// <summary>A piece of an excerpt: words, and whether they are what was looked for.</summary>
public readonly record struct ExcerptPiece(string Text, bool IsMatch);

/// <summary>The part of a text around what was found in it, on one line.</summary>
/// <param name="Pieces">In order.</param>
public sealed record Excerpt(IReadOnlyList<ExcerptPiece> Pieces)
{
    private const int Longest = 240;
    private const int Before = 60;

    /// <summary>The words, matches and others alike.</summary>
    public string Text => string.Concat(Pieces.Select(piece => piece.Text));

    /// <summary>The excerpt of a text for what was looked for; the text's beginning when nothing of it is there.</summary>
    public static Excerpt Of(string text, IReadOnlyList<SearchTerm> terms)
    {
        var line = Words.Brief(text, int.MaxValue);
        var tokens = SearchTokens.Of(line);
        var matches = Joined(terms.SelectMany(term => term.PlacesIn(tokens)).Select(place => (tokens[place.First].Start, End: EndOf(tokens[place.Last]))));
        var from = matches.Count == 0 || line.Length <= Longest || matches[0].Start <= Before ? 0 : tokens.First(token => token.Start >= matches[0].Start - Before).Start;
        var to = line.Length - from <= Longest ? line.Length : Whole(line, from + Longest);
        return new Excerpt(Cut(line, from, to, matches));
    }

    private static List<ExcerptPiece> Cut(string line, int from, int to, List<(int Start, int End)> matches)
    {
        var pieces = new List<ExcerptPiece>();
        void Add(string text, bool isMatch)
        {
            if (text.Length > 0) pieces.Add(new ExcerptPiece(text, isMatch));
        }

        var at = from;
        if (from > 0) Add("…", false);
        foreach (var (start, end) in matches.Where(match => match.Start < to))
        {
            Add(line[at..start], false);
            Add(line[start..Math.Min(end, to)], true);
            at = Math.Min(end, to);
        }
        Add(line[at..to] + (to < line.Length ? "…" : ""), false);
        return pieces;
    }

    private static List<(int Start, int End)> Joined(IEnumerable<(int Start, int End)> matches)
    {
        var joined = new List<(int Start, int End)>();
        foreach (var match in matches.Order())
            if (joined.Count > 0 && match.Start <= joined[^1].End) joined[^1] = (joined[^1].Start, Math.Max(joined[^1].End, match.End));
            else joined.Add(match);
        return joined;
    }

    private static int EndOf(SearchToken token) => token.Start + token.Length;

    private static int Whole(string line, int end) => char.IsHighSurrogate(line[end - 1]) ? end - 1 : end;
}

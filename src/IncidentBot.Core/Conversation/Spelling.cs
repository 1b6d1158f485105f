namespace IncidentBot;

/// <summary>Tells how far apart two words are spelt, so that a slip can be answered with what was meant.</summary>
public static class Spelling
{
    private const int Longest = 40;

    /// <summary>The word that is spelt most like this one, or that this one begins; null when there is none to choose from.</summary>
    public static string? Nearest(string word, IEnumerable<string> among) =>
        among.MinBy(candidate => word.Length > 2 && candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? 0 : Distance(candidate, word));

    /// <summary>How many slips lie between two words, whatever their case: Levenshtein's distance, with a swap of neighbours counted as one.</summary>
    public static int Distance(string one, string other)
    {
        var (a, b) = (Short(one), Short(other));
        var far = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) far[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) far[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                var same = a[i - 1] == b[j - 1] ? 0 : 1;
                far[i, j] = Math.Min(Math.Min(far[i - 1, j] + 1, far[i, j - 1] + 1), far[i - 1, j - 1] + same);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) far[i, j] = Math.Min(far[i, j], far[i - 2, j - 2] + 1);
            }
        return far[a.Length, b.Length];
    }

    private static string Short(string word) => (word.Length > Longest ? word[..Longest] : word).ToLowerInvariant();
}

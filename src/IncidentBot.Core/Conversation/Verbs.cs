namespace IncidentBot;

/// <summary>All verbs: the one list from which lines are read, help is printed and documentation is made.</summary>
public sealed class Verbs(IReadOnlyList<Verb> all)
{
    /// <summary>Every verb, in the order of help.</summary>
    public IReadOnlyList<Verb> All { get; } = all;

    /// <summary>The verb by word or alias; null when there is none.</summary>
    public Verb? Find(string word) => All.FirstOrDefault(verb =>
        verb.Word.Equals(word, StringComparison.OrdinalIgnoreCase) || verb.Aliases.Contains(word, StringComparer.OrdinalIgnoreCase));

    /// <summary>The verb whose word or alias is spelt most like this one.</summary>
    public Verb Nearest(string word) => All
        .SelectMany(verb => verb.Aliases.Append(verb.Word).Select(name => (verb, Far: Distance(name, word.ToLowerInvariant()))))
        .MinBy(near => near.Far).verb;

    // Levenshtein's distance with a swap of neighbours counted as one slip.
    private static int Distance(string a, string b)
    {
        if (b.Length > 40) b = b[..40];
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
}

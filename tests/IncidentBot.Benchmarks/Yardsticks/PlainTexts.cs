using IncidentBot.Benchmarks.Seeds;

namespace IncidentBot.Benchmarks.Yardsticks;

/// <summary>What a search without an index would read: all texts in memory, the newest first.</summary>
internal sealed class PlainTexts(int entries)
{
    private readonly string[] texts = [.. Enumerable.Range(1, entries).Select(Chat.Text)];

    /// <summary>Reads every text for a word.</summary>
    public int Scan(string word, int take)
    {
        var found = 0;
        for (var at = texts.Length - 1; at >= 0 && found < take; at--)
            if (texts[at].Contains(word, StringComparison.OrdinalIgnoreCase)) found++;
        return found;
    }
}

using System.Text.Json;

namespace IncidentBot;

/// <summary>What stands where people's words stood before they were taken away.</summary>
public static class Redaction
{
    /// <summary>In the place of a text.</summary>
    public const string Mark = "[redacted]";

    /// <summary>In the place of the digest of a file that is gone.</summary>
    public static readonly string NoDigest = new('0', 64);

    private const int ShortestTelling = 8;
    private const int LongestCompared = 60;

    /// <summary>The mark in the place of a text that may be absent.</summary>
    public static string? Of(string? text) => text is null ? null : Mark;

    /// <summary>The words of people in an event: every text in it that its remains do not have.</summary>
    public static IReadOnlyList<string> WordsOf(IncidentEvent happened)
    {
        if (happened.WithoutWords() is not { } wordless) return [];
        var texts = new List<string>();
        Compare(StoredEvents.Data(happened), StoredEvents.Data(wordless), texts);
        return texts;
    }

    /// <summary>True when people's words in an event repeat any of these.</summary>
    public static bool Repeats(IncidentEvent happened, IReadOnlyList<string> words) => WordsOf(happened).Any(text => Holds(text, words));

    /// <summary>True when a text repeats any of these words, whole or as the beginning that briefs keep; words too short to tell are left out.</summary>
    public static bool Holds(string text, IReadOnlyList<string> words)
    {
        var line = Words.OnOneLine(text);
        return words.Select(Beginning).Any(word => word.Length >= ShortestTelling && line.Contains(word, StringComparison.Ordinal));
    }

    private static string Beginning(string text) => Words.OnOneLine(text) is var line && line.Length > LongestCompared ? line[..LongestCompared] : line;

    private static void Compare(JsonElement before, JsonElement? after, List<string> texts)
    {
        switch (before.ValueKind)
        {
            case JsonValueKind.String when after is not { ValueKind: JsonValueKind.String } kept || kept.GetString() != before.GetString():
                texts.Add(before.GetString()!);
                break;
            case JsonValueKind.Object:
                foreach (var property in before.EnumerateObject())
                    Compare(property.Value, after is { ValueKind: JsonValueKind.Object } to && to.TryGetProperty(property.Name, out var same) ? same : null, texts);
                break;
            case JsonValueKind.Array:
                var rest = after is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray().ToList() : [];
                foreach (var (item, at) in before.EnumerateArray().Select((item, at) => (item, at)))
                    Compare(item, at < rest.Count ? rest[at] : null, texts);
                break;
        }
    }
}

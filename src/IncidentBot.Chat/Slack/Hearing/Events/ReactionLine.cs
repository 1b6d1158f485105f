namespace IncidentBot.Chat.Slack.Hearing.Events;

/// <summary>The line that a reaction says.</summary>
internal static class ReactionLine
{
    private const string Entry = "{entry}";
    private const string Text = "{text}";

    // Quoted it may be twice as long, and still fits a line.
    private const int Longest = 4_000;

    /// <summary>The line about an entry, its words filled in and cut where they are too long for a line.</summary>
    public static string Filled(string template, int entry, string words) => template.Replace(Entry, $"{entry}").Replace(Text, LineWriter.Quote(Cut(words)));

    /// <summary>The line that takes it back: a mark is taken away; what was recorded stays, with a note beside it.</summary>
    public static string TakenBack(string template, string reaction, int entry, Verbs verbs) =>
        IsPin(template, verbs)
            ? LineWriter.Line(IncidentId.House, "unpin", $"{entry}")
            : LineWriter.Line(IncidentId.House, "note", LineWriter.Quote($"took {Emoji(reaction)} from entry {entry}"));

    /// <summary>True when the line marks the entry as a key event.</summary>
    public static bool IsPin(string template, Verbs verbs) => verbs.Find(template.Split(' ', 2)[0]) is PinVerb { Word: "pin" };

    private static string Cut(string words)
    {
        if (words.Length <= Longest) return words;
        var end = char.IsHighSurrogate(words[Longest - 2]) ? Longest - 2 : Longest - 1;
        return words[..end] + "…";
    }

    private static string Emoji(string reaction) => reaction switch
    {
        "pushpin" => "📌",
        "star" => "⭐",
        "fast_forward" => "⏩",
        "scales" => "⚖️",
        _ => $":{reaction}:",
    };
}

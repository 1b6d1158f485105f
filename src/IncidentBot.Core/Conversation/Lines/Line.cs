using System.Text;

namespace IncidentBot;

/// <summary>One word of a line, and whether it was quoted (a quoted word is never an option).</summary>
/// <param name="Text">The word without its quotes.</param>
/// <param name="Quoted">True when quotes stood around it.</param>
/// <param name="Start">Where it begins in the line.</param>
public readonly record struct Word(string Text, bool Quoted, int Start);

/// <summary>A line as it was typed, cut into words: by spaces, with "straight" and “curly” quotes around words that hold spaces.</summary>
public sealed class Line
{
    private Line(string text, IReadOnlyList<Word> words) => (Text, Words) = (text, words);

    /// <summary>What was typed.</summary>
    public string Text { get; }

    /// <summary>Its words.</summary>
    public IReadOnlyList<Word> Words { get; }

    /// <summary>Reads a line. Every text is a line: a quote that is never closed is an ordinary character.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="command">The root command: <c>/incident</c> in front is dropped, with or without the slash's alias <c>/inc</c>.</param>
    public static Line Read(string text, string command)
    {
        var words = Cut(text);
        if (words.Count > 0 && !words[0].Quoted && IsRoot(words[0].Text, command)) words.RemoveAt(0);
        return new Line(text, words);
    }

    /// <summary>True when a message is meant for the bot: it begins with the root command and its slash.</summary>
    public static bool IsForTheBot(string text, string command)
    {
        var first = text.TrimStart().Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        return first.StartsWith('/') && IsRoot(first, command);
    }

    private static bool IsRoot(string word, string command) =>
        word.StartsWith('/')
        && (word.AsSpan(1).Equals(command, StringComparison.OrdinalIgnoreCase) || word.Equals("/inc", StringComparison.OrdinalIgnoreCase));

    private static List<Word> Cut(string text)
    {
        var words = new List<Word>();
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at])) at++;
            else if (Closing(text[at]) is { } closing && End(text, at + 1, closing) is { } end)
            {
                words.Add(new Word(Unescape(text[(at + 1)..end]), Quoted: true, at));
                at = end + 1;
            }
            else
            {
                var start = at;
                while (at < text.Length && !char.IsWhiteSpace(text[at])) at++;
                words.Add(new Word(text[start..at], Quoted: false, start));
            }
        }
        return words;
    }

    private static char? Closing(char opening) => opening switch { '"' => '"', '“' or '”' or '„' => '”', _ => null };

    private static int? End(string text, int from, char closing)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (text[at] == '\\') at++;
            else if ((text[at] == closing || (closing == '”' && text[at] == '“')) && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]))) return at;
        }
        return null;
    }

    private static string Unescape(string quoted)
    {
        if (!quoted.Contains('\\')) return quoted;
        var text = new StringBuilder(quoted.Length);
        for (var at = 0; at < quoted.Length; at++)
        {
            if (quoted[at] == '\\' && at + 1 < quoted.Length && quoted[at + 1] is '"' or '\\') at++;
            text.Append(quoted[at]);
        }
        return text.ToString();
    }
}

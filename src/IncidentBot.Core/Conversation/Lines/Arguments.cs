namespace IncidentBot;

/// <summary>What stands behind the verb: words, and options (<c>--reason "disk full"</c>; a flag is an option without a value).</summary>
public sealed class Arguments
{
    private readonly Dictionary<string, string> options = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> words = [];
    private readonly List<string> typed = [];

    private Arguments() { }

    /// <summary>The words that belong to no option, in order.</summary>
    public IReadOnlyList<string> Words => words;

    /// <summary>Why the line cannot be read; null when it can.</summary>
    public string? Fault { get; private set; }

    /// <summary>All words from one on, as one text; a quoted text stays exactly as it was.</summary>
    public string Rest(int from = 0) => string.Concat(words.Skip(from).Select((word, at) => at == 0 || word.StartsWith('\n') ? word : " " + word)).Trim();

    /// <summary>All words as they were typed: quoted ones in straight quotes.</summary>
    public string Typed => string.Join(' ', typed);

    /// <summary>The value of an option; null when it was not given.</summary>
    public string? Option(string name) => options.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>True when a flag was given.</summary>
    public bool Flag(string name) => options.ContainsKey(name);

    /// <summary>Reads what stands behind the verb.</summary>
    /// <param name="line">The line.</param>
    /// <param name="from">The first word behind the verb.</param>
    /// <param name="takes">The options that the verb takes: name, and whether it has a value.</param>
    public static Arguments Read(Line line, int from, IReadOnlyDictionary<string, bool> takes)
    {
        var arguments = new Arguments();
        var free = new List<(Word Word, int At)>();
        for (var at = from; at < line.Words.Count; at++)
        {
            var word = line.Words[at];
            if (word.Quoted || !LooksLikeOption(word.Text)) { free.Add((word, at)); continue; }
            var (name, inline) = Split(word.Text);
            if (!takes.TryGetValue(name, out var hasValue)) { arguments.Fault ??= Unknown(name, takes); continue; }
            if (!hasValue) { arguments.options[name] = ""; continue; }
            if (inline is not null) arguments.options[name] = inline;
            else if (at + 1 < line.Words.Count && (line.Words[at + 1].Quoted || !LooksLikeOption(line.Words[at + 1].Text))) arguments.Take(name, line, ref at);
            else arguments.Fault ??= $"--{name} needs a value behind it.";
        }
        arguments.Keep(free, line);
        return arguments;
    }

    // An unquoted value runs up to the next option: nobody at their worst hour thinks of quotes.
    private void Take(string name, Line line, ref int at)
    {
        if (line.Words[at + 1].Quoted) { options[name] = line.Words[++at].Text; return; }
        var value = new List<string>();
        while (at + 1 < line.Words.Count && !line.Words[at + 1].Quoted && !LooksLikeOption(line.Words[at + 1].Text)) value.Add(line.Words[++at].Text);
        options[name] = string.Join(' ', value);
    }

    // Words that follow each other keep the white space between them: a pasted text stays as it was.
    private void Keep(List<(Word Word, int At)> free, Line line)
    {
        foreach (var (word, at) in free)
        {
            var followsText = words.Count > 0 && at > 0 && free.Exists(other => other.At == at - 1) && !word.Quoted && !line.Words[at - 1].Quoted;
            var gap = followsText ? line.Text[(line.Words[at - 1].Start + line.Words[at - 1].Text.Length)..word.Start] : "";
            typed.Add(word.Quoted ? $"\"{word.Text.Replace('"', ' ')}\"" : word.Text);
            words.Add(gap.Contains('\n') ? gap.TrimStart(' ') + word.Text : word.Text);
        }
    }

    private static bool LooksLikeOption(string word) => word.Length > 2 && word.StartsWith("--", StringComparison.Ordinal) && char.IsLetter(word[2])
        || word.Length > 1 && word[0] is '—' && char.IsLetter(word[1]);

    private static (string Name, string? Value) Split(string word)
    {
        var parts = word.TrimStart('-', '—').Split('=', 2);
        return (parts[0], parts.Length > 1 ? parts[1] : null);
    }

    private static string Unknown(string name, IReadOnlyDictionary<string, bool> takes) => takes.Count == 0
        ? $"There is no --{name} here."
        : $"There is no --{name} here. Options: {string.Join(", ", takes.Keys.Order().Select(option => "--" + option))}.";
}

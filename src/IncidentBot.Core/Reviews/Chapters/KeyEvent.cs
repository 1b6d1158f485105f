using System.Text.RegularExpressions;

namespace IncidentBot;

/// <summary>A row of the timeline of key events.</summary>
internal sealed partial record KeyEvent(int Number, DateTimeOffset At, DateTimeOffset? RecordedAt, string Who, string What, IReadOnlyList<string> Evidence, IReadOnlyList<int> Entries)
{
    private const int Longest = 300;

    /// <summary>An entry as a key event.</summary>
    public static KeyEvent Of(Recorded entry) => Of(entry, entry.Event.Sentence, EvidenceIn(entry.Event), [entry.Number]);

    /// <summary>A message as a key event, in its newest words.</summary>
    public static KeyEvent Of(Recorded entry, string newest, int edit) => Of(entry, $"said: {newest}", LinksIn(newest), [entry.Number, edit]);

    /// <summary>The row, with the files that were shared in answer to it.</summary>
    public TableRow Row(IReadOnlyList<(int Entry, FileShared File)> files) => new(
        [Words.Moment(At), RecordedAt is { } at ? Words.Moment(at) : "", Who, What, string.Join('\n', Evidence.Concat(files.Select(shared => InWords(shared.File))))],
        [.. Entries, .. files.Select(shared => shared.Entry)]);

    private static KeyEvent Of(Recorded entry, string what, IReadOnlyList<string> evidence, IReadOnlyList<int> entries) =>
        new(entry.Number, entry.OccurredAt, entry.IsLate ? entry.RecordedAt : null, entry.By.Name, Words.Brief(what, Longest), evidence, entries);

    private static IReadOnlyList<string> EvidenceIn(IncidentEvent happened) => happened switch
    {
        AlertAttached { Alert.Link: { } link } => [link],
        FileShared file => [InWords(file)],
        _ => LinksIn(happened.Sentence),
    };

    private static IReadOnlyList<string> LinksIn(string text) => [.. Links().Matches(text).Select(link => link.Value.TrimEnd('.', ',', ';', ':', '!', '?')).Distinct()];

    private static string InWords(FileShared file) => file.IsKept ? $"{file.Name} (SHA-256 {file.Sha256[..12]}…)" : $"{file.Name} (kept where it was shared)";

    [GeneratedRegex("""https?://[^\s<>"“”()\[\]{}]+""", RegexOptions.NonBacktracking)]
    private static partial Regex Links();
}

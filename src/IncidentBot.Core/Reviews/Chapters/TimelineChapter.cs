namespace IncidentBot;

/// <summary>The key events, in the order in which they happened, and the files that were shared.</summary>
internal sealed class TimelineChapter() : ReviewChapter("timeline", "Timeline of key events")
{
    private readonly SortedDictionary<int, KeyEvent> events = [];
    private readonly Dictionary<int, Recorded> recalled = [];
    private readonly List<(int Entry, DateTimeOffset At, Person By, FileShared File)> files = [];

    public override void Take(Step step)
    {
        var entry = step.Entry;
        if (entry.Event is FileShared file) files.Add((entry.Number, entry.OccurredAt, entry.By, file));
        if (entry.Event.Prominence == Prominence.Key) events[entry.Number] = KeyEvent.Of(entry);
    }

    public override IEnumerable<int> Wanted(Incident incident) =>
        incident.Highlights.Concat(incident.Highlights.Where(incident.EditedMessages.ContainsKey).Select(number => incident.EditedMessages[number]));

    public override void Recall(Recorded entry) => recalled[entry.Number] = entry;

    protected override IEnumerable<ReviewBlock> Blocks(Incident incident)
    {
        var told = events.Values.Concat(Highlighted(incident)).OrderBy(known => known.At).ThenBy(known => known.Number);
        yield return new ReviewBlock.Table(["When", "Recorded", "Who", "What", "Evidence"], [.. told.Select(known => known.Row(FilesIn(known.Number)))]);
        if (files.Count > 0)
            yield return new ReviewBlock.Table(
                ["Shared", "By", "File", "Size", "SHA-256"],
                [.. files.Select(shared => new TableRow([Words.Moment(shared.At), shared.By.Name, shared.File.Name, shared.File.Size, shared.File.IsKept ? shared.File.Sha256 : Elsewhere(shared.File)], shared.Entry))]);
    }

    private static string Elsewhere(FileShared file) => file.Link is null ? "kept where it was shared" : $"kept at {file.Link}";

    private IEnumerable<KeyEvent> Highlighted(Incident incident) => incident.Highlights
        .Where(number => !events.ContainsKey(number))
        .Select(number => recalled.GetValueOrDefault(number))
        .OfType<Recorded>()
        .Where(entry => !incident.DeletedMessages.Contains(AboutMessage(entry)))
        .Select(entry => incident.EditedMessages.TryGetValue(entry.Number, out var edit) && recalled.GetValueOrDefault(edit) is { Event: MessageEdited newest }
            ? KeyEvent.Of(entry, newest.Text, edit)
            : KeyEvent.Of(entry));

    private static int AboutMessage(Recorded entry) => entry.Event switch
    {
        MessageEdited edited => edited.Entry,
        EntryHighlighted marked => marked.Entry,
        _ => entry.Number,
    };

    private IReadOnlyList<(int, FileShared)> FilesIn(int number) => [.. files.Where(shared => shared.File.ReplyTo == number).Select(shared => (shared.Entry, shared.File))];
}

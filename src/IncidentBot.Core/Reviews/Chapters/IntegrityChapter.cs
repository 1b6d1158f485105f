using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>How far the timeline itself bears out that nothing of it was changed.</summary>
internal sealed class IntegrityChapter(IncidentId id) : ReviewChapter("integrity", "Integrity")
{
    private const int MostNamed = 10;

    private readonly TimelineWalk walk = new(id, []);
    private readonly List<(int Entry, TimelineSealed Says)> seals = [];
    private readonly Dictionary<int, string> heads = [];
    private readonly SortedSet<int> unreadable = [];
    private readonly List<(int Entry, string Kind)> unknown = [];
    private (int Number, ReadOnlyMemory<byte> Hash) head;
    private int count;
    private int? brokenAt;

    /// <summary>Computes the next entry anew.</summary>
    public void Take(TimelineEntry stored)
    {
        count++;
        head = (stored.Number, stored.Hash);
        if (brokenAt is null && !walk.Take(stored)) brokenAt = stored.Number;
    }

    /// <summary>Notes that an entry's words are no longer to be read.</summary>
    public void CannotRead(int number) => unreadable.Add(number);

    /// <summary>Keeps the hash of an entry that a seal speaks of.</summary>
    public void Recall(TimelineEntry stored) => heads[stored.Number] = Convert.ToHexStringLower(stored.Hash.Span);

    public override void Take(Step step)
    {
        if (step.Entry.Event is TimelineSealed sealedUp) seals.Add((step.Entry.Number, sealedUp));
        if (step.Entry.Event is UnknownEvent stranger) unknown.Add((step.Entry.Number, stranger.Kind));
    }

    public override IEnumerable<int> Wanted(Incident incident) => seals.Select(seal => seal.Says.UpTo);

    protected override IEnumerable<ReviewBlock> Blocks(Incident incident)
    {
        yield return new ReviewBlock.Facts(
        [
            new Fact("Entries", $"{count:N0}", head.Number),
            new Fact("Hash of the last entry", Convert.ToHexStringLower(head.Hash.Span), head.Number),
        ]);
        if (seals.Count > 0)
            yield return new ReviewBlock.Table(["Seal", "Up to entry", "Compared"], [.. seals.Select(Row)]);
        yield return new ReviewBlock.Sentences([Chain(), .. Cover(), .. Strangers(), Redactions(incident.Redacted), Reach()]);
    }

    private Statement Chain() => walk.Finding() is { Fault: { } fault, FirstWrong: var wrong }
        ? new Statement(
            $"Computing all hashes anew showed that the timeline is not as it was recorded: {fault}. What this review tells from entry {wrong} on is what is there now, and may not be what happened.",
            brokenAt is { } at ? [at] : [])
        : new Statement("Computing all hashes anew showed that every entry is as it was recorded and follows the one before it.", head.Number);

    private IEnumerable<Statement> Cover()
    {
        var upTo = seals.Where(Fits).Select(seal => seal.Says.UpTo).DefaultIfEmpty(0).Max();
        if (seals.Count == 0) yield return new Statement("The timeline speaks of no seal yet.");
        else if (upTo == head.Number - 1 && seals[^1].Entry == head.Number) yield return new Statement($"Seal {seals[^1].Says.Seal} covers all that came before its own entry.", head.Number);
        else if (upTo < head.Number) yield return new Statement($"What came after entry {upTo} is chained, but no seal that this timeline speaks of covers it yet.");
    }

    private IEnumerable<Statement> Strangers()
    {
        if (unreadable.Count > 0) yield return new Statement($"{Entries(unreadable)} cannot be read any more and could not be told here.", [.. unreadable]);
        if (unknown.Count > 0)
            yield return new Statement(
                $"{Entries(unknown.Select(stranger => stranger.Entry))} came from a newer version ({string.Join(", ", unknown.Select(stranger => stranger.Kind).Distinct().Order(StringComparer.Ordinal))}); what they say could not be told here.",
                [.. unknown.Select(stranger => stranger.Entry)]);
    }

    private static Statement Redactions(IReadOnlyCollection<int> redacted) => redacted.Count switch
    {
        0 => new Statement("No entry was redacted."),
        1 => new Statement($"{Entries(redacted)} was redacted: its texts are gone for good, and the chain holds a digest of what was there.", [.. redacted]),
        > MostNamed => new Statement($"{redacted.Count:N0} entries were redacted: their texts are gone for good, and the chain holds digests of what was there."),
        _ => new Statement($"{Entries(redacted)} were redacted: their texts are gone for good, and the chain holds digests of what was there.", [.. redacted]),
    };

    private static Statement Reach() => new(
        "This is what the timeline can say of itself. It cannot show that its last entries were taken away, or that somebody computed the whole chain anew after a change: "
        + "the seals that are kept beside it can, and the verb verify asks them. Nothing here shows that what people wrote was right, or that they wrote everything.");

    private TableRow Row((int Entry, TimelineSealed Says) seal) => new(
        [
            $"{seal.Says.Seal}", $"{seal.Says.UpTo}",
            Fits(seal) ? "the entry has the hash that was sealed"
                : heads.ContainsKey(seal.Says.UpTo) ? "the entry has another hash than the one that was sealed" : "the entry is not there",
        ],
        heads.ContainsKey(seal.Says.UpTo) ? [seal.Says.UpTo, seal.Entry] : [seal.Entry]);

    private bool Fits((int Entry, TimelineSealed Says) seal) => heads.GetValueOrDefault(seal.Says.UpTo) == seal.Says.Head;

    private static string Entries(IEnumerable<int> numbers)
    {
        var all = numbers.ToList();
        return $"{(all.Count == 1 ? "Entry" : "Entries")} {Words.Join(all.Select(number => $"{number}"))}";
    }
}

using System.Security.Cryptography;
using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>
/// Takes the words of an entry from the timeline for good, with every entry that repeats them: a message's other versions, the mark
/// that quotes it, the decision that its prefix made. That something was there, by whom and when, stays, and the chain still verifies.
/// Of very many repetitions some go, and the entry itself stays until the same is asked again and all of them are gone.
/// </summary>
public sealed record RedactEntry(int Entry, string Why) : Command, IAboutRepeats, IOpenToAuthor
{
    /// <inheritdoc/>
    public override bool WorksOnEnded => true;

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at)
    {
        if (incident.HeldBy is { } held) return Decision.Refuse($"{incident.Id} is on legal hold since entry {held}: nothing of it may be taken away. Lift the hold first.", LineWriter.Line(incident.Id, "unhold", "…"));
        if (at.Entry is not { } entry) return Decision.Refuse($"There is no entry {Entry} on this timeline.");
        if (entry.IsRedacted) return Decision.Refuse($"Entry {Entry} is redacted already.");
        if (entry.Event.WithoutWords() is null) return Decision.Refuse($"Entry {Entry} holds no words that could be taken away: {entry.Sentence}.");
        if (incident.Id.IsHouse && !at.By.Is(entry.By) && at.By is { Right: < Right.Admin }) return Decision.Refuse($"Entry {Entry} is {entry.By.Name}'s. Here only they or an admin may redact it.");
        if (TextRules.Check(Why, "reason", Limits.Reason) is { } unfit) return unfit;
        return Redaction.Holds(Why, Redaction.WordsOf(entry.Event))
            ? Decision.Refuse("The reason repeats what has to go, and it would stay. Say why in other words.")
            : Redacting.These(at.Repeats.Count < Redacting.Most ? [entry, .. at.Repeats] : [.. at.Repeats.Take(Redacting.Most)], Why);
    }
}

/// <summary>How entries lose their words.</summary>
public static class Redacting
{
    /// <summary>The most entries that one deed redacts.</summary>
    public const int Most = 500;

    /// <summary>The decision that takes the words of these entries; the timeline keeps what is left of each, and attests it.</summary>
    public static Decision These(IReadOnlyList<Recorded> entries, string why)
    {
        var erasures = entries.OrderBy(entry => entry.Number)
            .Select(entry => new Erasure(entry.Number, StoredEvents.Write(entry.Event.WithoutWords() ?? entry.Event, [.. entry.Promises.Select(promise => promise.WithoutWords())]))).ToList();
        var attested = erasures.Select(erasure => new RedactedEntry(erasure.Number, Convert.ToHexStringLower(SHA256.HashData(erasure.Remains.Span))));
        return new Decision.Accepted(new EntryRedacted([.. attested], why)) { Erases = erasures };
    }

    /// <summary>The words by which repetitions of an entry are known.</summary>
    public static IReadOnlyList<string> WordsOf(Recorded entry) => entry.Event is MessagePosted { Text: var text } && Prefixes.Meaning(text) is not null
        ? [.. Redaction.WordsOf(entry.Event), text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..]]
        : Redaction.WordsOf(entry.Event);

    /// <summary>True when the other entry goes with this one: it is another version of it, quotes it, came of it, or repeats its words.</summary>
    public static bool Takes(Recorded entry, IReadOnlyList<string> words, Recorded other)
    {
        if (other.Number == entry.Number || other.IsRedacted || other.Event.WithoutWords() is null) return false;
        var subject = SubjectOf(entry);
        return SubjectOf(other) == subject || other.Event is EntryHighlighted { Entry: var marked } && marked == subject
            || CameOf(entry, other) || CameOf(other, entry) || Redaction.Repeats(other.Event, words);
    }

    private static int SubjectOf(Recorded entry) => entry.Event is MessageEdited edited ? edited.Entry : entry.Number;

    // What a message's prefix means is recorded in the same append, right behind it.
    private static bool CameOf(Recorded message, Recorded other) =>
        message.Event is MessagePosted { Text: var text } && other.Number == message.Number + 1 && other.RecordedAt == message.RecordedAt
        && other.By == message.By && Prefixes.Meaning(text) is not null;
}

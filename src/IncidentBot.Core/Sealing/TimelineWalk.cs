using System.Text.Json;
using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>One timeline, gone through entry by entry.</summary>
/// <param name="id">Whose it is.</param>
/// <param name="genuine">Its seals.</param>
/// <param name="redactions">Compares what is erased with what is redacted; null for who does not read to the end and so cannot judge it.</param>
internal sealed class TimelineWalk(IncidentId id, IEnumerable<Seal> genuine, RedactionCheck? redactions = null)
{
    private readonly ILookup<int, Seal> seals = genuine.ToLookup(seal => seal.Number);
    private readonly List<SealClaim> claims = [];
    private ReadOnlyMemory<byte> previous = EntryHash.Zero;
    private long position;
    private int sealedUpTo;
    private (int Entry, string What)? fault;

    /// <summary>The last entry that was found in order.</summary>
    public int Number { get; private set; }

    /// <summary>The seals that its entries speak of.</summary>
    public IReadOnlyList<SealClaim> Claims => claims;

    /// <summary>Entries to look at again before anything is said about their redaction; none once something else is wrong.</summary>
    public IReadOnlyList<int> Doubtful => fault is null ? redactions?.Doubtful ?? [] : [];

    /// <summary>Takes the next entry; false when it is wrong, and the walk is over.</summary>
    public bool Take(TimelineEntry entry)
    {
        fault = Wrong(entry) ?? Unlike(entry) ?? Claim(entry);
        if (fault is not null) return false;
        redactions?.Show(entry);
        (Number, previous, position) = (entry.Number, entry.Hash, entry.Position);
        if (seals.Contains(Number)) sealedUpTo = Number;
        return true;
    }

    /// <summary>Takes an entry that was taken before, as it is now.</summary>
    public void TakeAgain(TimelineEntry entry)
    {
        if (!IsAsHashed(entry)) fault ??= (entry.Number, Changed(entry.Number));
        redactions?.Show(entry);
    }

    /// <summary>What was found, once the last entry was taken.</summary>
    public TimelineFinding Finding()
    {
        fault ??= Lost() ?? redactions?.Fault();
        return fault is var (entry, what) ? new TimelineFinding(id, Number, sealedUpTo, entry, what) : new TimelineFinding(id, Number, sealedUpTo);
    }

    /// <summary>What was found until it could not be read on.</summary>
    public TimelineFinding BrokenOff(string because) =>
        new(id, Number, sealedUpTo, Number + 1, $"it cannot be read behind entry {Number}. {because.TrimEnd('.')}");

    private (int, string)? Wrong(TimelineEntry entry)
    {
        var next = Number + 1;
        if (entry.Number == next + 1) return (next, $"entry {next} is missing");
        if (entry.Number > next) return (next, $"entries {next}–{entry.Number - 1} are missing");
        if (entry.Number < next || entry.Stream != id.Number) return (next, $"entry {next} is not in its place");
        if (!IsAsHashed(entry)) return (next, Changed(next));
        if (!entry.PreviousHash.Span.SequenceEqual(previous.Span))
            return (Math.Max(1, Number), Number == 0
                ? "entry 1 does not begin a chain: what came before it is missing"
                : $"entry {next} does not continue entry {Number}: one of them was changed, or entries were removed or put in between");
        return entry.Position > position ? null : (next, $"entry {next} was recorded before the one it follows");
    }

    private static bool IsAsHashed(TimelineEntry entry) => EntryHash.Of(entry).AsSpan().SequenceEqual(entry.Hash.Span);

    private static string Changed(int entry) => $"entry {entry} was changed after it was recorded";

    // A seal is compared at the entry that it sealed, whatever has been recorded since.
    private (int, string)? Unlike(TimelineEntry entry)
    {
        var head = Convert.ToHexStringLower(entry.Hash.Span);
        if (seals[entry.Number].FirstOrDefault(seal => seal.Head != head) is not { } seal) return null;
        var first = sealedUpTo + 1;
        return (first, first == seal.Number
            ? $"entry {first} is not what seal {seal.Index} sealed: it was changed and the chain computed anew"
            : $"entries {first}–{seal.Number} are not what seal {seal.Index} sealed: one or more of them were changed and the chain computed anew");
    }

    private (int, string)? Claim(TimelineEntry entry)
    {
        if (entry.Kind is not (nameof(TimelineSealed) or nameof(EntryRedacted))) return null;
        try
        {
            var happened = StoredEvents.Read(entry).Event;
            if (happened is TimelineSealed says) claims.Add(new SealClaim(id, entry.Number, says));
            return happened is EntryRedacted redacted ? redactions?.Hear(entry.Number, redacted) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return (entry.Number, $"entry {entry.Number} cannot be read");
        }
    }

    private (int, string)? Lost()
    {
        var last = seals.Select(sealedAt => sealedAt.Key).DefaultIfEmpty(0).Max();
        if (last > Number)
            return (Number + 1, Number + 1 == last
                ? $"entry {last} is lost: a seal covers it, but the timeline ends at {Number}"
                : $"entries {Number + 1}–{last} are lost: a seal covers them, but the timeline ends at {Number}");
        return Number == 0 && !id.IsHouse ? (1, "all its entries are lost") : null;
    }
}

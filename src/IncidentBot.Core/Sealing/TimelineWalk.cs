using System.Text.Json;
using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>One timeline, gone through entry by entry.</summary>
internal sealed class TimelineWalk(IncidentId id, IEnumerable<Seal> genuine)
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

    /// <summary>Takes the next entry; false when it is wrong, and the walk is over.</summary>
    public bool Take(TimelineEntry entry)
    {
        fault = Wrong(entry) ?? Unlike(entry) ?? Claim(entry);
        if (fault is not null) return false;
        (Number, previous, position) = (entry.Number, entry.Hash, entry.Position);
        if (seals.Contains(Number)) sealedUpTo = Number;
        return true;
    }

    /// <summary>What was found, once the last entry was taken.</summary>
    public TimelineFinding Finding()
    {
        fault ??= Lost();
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
        if (!EntryHash.Of(entry).AsSpan().SequenceEqual(entry.Hash.Span)) return (next, $"entry {next} was changed after it was recorded");
        if (!entry.PreviousHash.Span.SequenceEqual(previous.Span))
            return (Math.Max(1, Number), Number == 0
                ? "entry 1 does not begin a chain: what came before it is missing"
                : $"entry {next} does not continue entry {Number}: one of them was changed, or entries were removed or put in between");
        return entry.Position > position ? null : (next, $"entry {next} was recorded before the one it follows");
    }

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
        if (entry.Kind != nameof(TimelineSealed)) return null;
        try
        {
            if (StoredEvents.Read(entry).Event is TimelineSealed says) claims.Add(new SealClaim(id, entry.Number, says));
            return null;
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

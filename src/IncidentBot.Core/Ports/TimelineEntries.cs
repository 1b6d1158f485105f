namespace IncidentBot.Ports;

/// <summary>What a caller brings to be remembered.</summary>
/// <param name="OccurredAt">When it happened, cut to whole microseconds.</param>
/// <param name="By">Who, with the name as it was then.</param>
/// <param name="Via">By which way: web, api, cli, slack, teams, clock, worker.</param>
/// <param name="Kind">The event's stored name.</param>
/// <param name="Body">The event and its promises as UTF-8 JSON; kept byte for byte. At most <see cref="LargestBody"/> bytes.</param>
public sealed record NewEntry(DateTimeOffset OccurredAt, Person By, string Via, string Kind, ReadOnlyMemory<byte> Body)
{
    /// <summary>The most bytes of one body: 256 KiB.</summary>
    public const int LargestBody = 256 * 1024;
}

/// <summary>An entry as it is remembered.</summary>
/// <param name="Position">Its place in the global order; from 1, without holes.</param>
/// <param name="Stream">The incident's number, 0 for the house.</param>
/// <param name="Number">Its place in its stream; from 1, without holes.</param>
/// <param name="RecordedAt">When the store wrote it, in whole microseconds; never before the entry that precedes it in its stream.</param>
/// <param name="OccurredAt">When it happened, in whole microseconds.</param>
/// <param name="By">Who.</param>
/// <param name="Via">By which way.</param>
/// <param name="Kind">The event's stored name.</param>
/// <param name="Key">The idempotency key, on the first entry of an append that had one; empty otherwise.</param>
/// <param name="Salt">16 random bytes that keep the body's digest from telling anything about a short body; none once it is erased.</param>
/// <param name="Body">The exact bytes that were brought; what remains of them once it is erased.</param>
/// <param name="PreviousHash">The hash of the entry before it in its stream; 32 zero bytes for the first.</param>
/// <param name="Hash">See <see cref="EntryHash"/>.</param>
/// <param name="ErasedDigest">SHA-256(salt ‖ body) of what was there before it was erased; empty while nothing is.</param>
public sealed record TimelineEntry(
    long Position, long Stream, int Number, DateTimeOffset RecordedAt, DateTimeOffset OccurredAt,
    Person By, string Via, string Kind, string Key,
    ReadOnlyMemory<byte> Salt, ReadOnlyMemory<byte> Body, ReadOnlyMemory<byte> PreviousHash, ReadOnlyMemory<byte> Hash,
    ReadOnlyMemory<byte> ErasedDigest = default)
{
    /// <summary>True when salt and body are gone, and the body is what remains.</summary>
    public bool IsErased => !ErasedDigest.IsEmpty;

    /// <summary>The entry without its salt and body: what remains takes their place, and the chain still verifies.</summary>
    public TimelineEntry Erased(ReadOnlyMemory<byte> remains) => this with
    {
        Salt = default,
        Body = remains,
        ErasedDigest = IsErased ? ErasedDigest : EntryHash.Content(Salt.Span, Body.Span),
    };
}

/// <summary>The last entry of a stream.</summary>
public readonly record struct StreamHead(int Number, ReadOnlyMemory<byte> Hash);

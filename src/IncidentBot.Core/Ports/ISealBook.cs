namespace IncidentBot.Ports;

/// <summary>Where seals are kept, beside the store and under a key that the store does not know.</summary>
public interface ISealBook
{
    /// <summary>Seals a stream up to an entry; completes when the seal is on the device.</summary>
    ValueTask<Seal> SealAsync(long stream, int number, ReadOnlyMemory<byte> head, DateTimeOffset at, CancellationToken cancellation = default);

    /// <summary>All seals, in order, each with what is wrong with it. Damage is told, not thrown.</summary>
    ValueTask<IReadOnlyList<KeptSeal>> ReadAsync(CancellationToken cancellation = default);
}

/// <summary>A seal: "this stream's entry <paramref name="Number"/> had this hash".</summary>
/// <param name="Index">Its place among all seals, from 1, without holes.</param>
/// <param name="Stream">The incident's number, 0 for the house.</param>
/// <param name="Number">The entry that was the last one then.</param>
/// <param name="Head">Its hash, lower-case hex.</param>
/// <param name="At">When it was sealed.</param>
/// <param name="Mac">HMAC-SHA-256 over the previous seal's mac and all of the above, lower-case hex.</param>
public sealed record Seal(long Index, long Stream, int Number, string Head, DateTimeOffset At, string Mac);

/// <summary>A seal as it was found.</summary>
/// <param name="Seal">The seal.</param>
/// <param name="Fault">Why it cannot be believed; null when it can.</param>
public sealed record KeptSeal(Seal Seal, string? Fault);

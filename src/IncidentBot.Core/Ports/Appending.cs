namespace IncidentBot.Ports;

/// <summary>A batch for one stream, appended whole or not at all.</summary>
/// <param name="Stream">The incident's number, 0 for the house.</param>
/// <param name="Expected">The number that the stream's last entry must have (0: the stream must be new); null appends to whatever is there.</param>
/// <param name="Entries">At least one.</param>
/// <param name="Key">What makes a repetition harmless; null when the caller needs none.</param>
/// <param name="Erases">Entries of the same stream, recorded before, that lose their salt and body with this append; null erases none.</param>
/// <remarks>
/// An append that erases is answered once the erased bytes are gone from wherever the store keeps them, also from what it keeps beside its data.
/// Naming an entry twice, or one that was not there before, is an <see cref="ArgumentException"/>.
/// </remarks>
public sealed record AppendRequest(
    long Stream, int? Expected, IReadOnlyList<NewEntry> Entries, IdempotencyKey? Key = null, IReadOnlyList<Erasure>? Erases = null);

/// <summary>An entry that is to lose its salt and body. Erasing one that is erased already replaces what remains of it, and nothing else.</summary>
/// <param name="Number">Its number in the stream of the append.</param>
/// <param name="Remains">The same event as UTF-8 JSON without its texts, so that the incident can still be folded; at most <see cref="NewEntry.LargestBody"/> bytes.</param>
public sealed record Erasure(int Number, ReadOnlyMemory<byte> Remains);

/// <summary>A key that names one deed (<c>via:caller:key</c>), and a digest of the line that it came with.</summary>
/// <param name="Text">1 to 512 characters.</param>
/// <param name="LineDigest">Tells the same deed repeated from another deed under a used key.</param>
public sealed record IdempotencyKey(string Text, ulong LineDigest);

/// <summary>What a key was used for the first time.</summary>
/// <param name="Stream">Where its entries are.</param>
/// <param name="FirstNumber">The first of them.</param>
/// <param name="LastNumber">The last of them.</param>
/// <param name="LineDigest">The digest of the line that came with it; null once one of its entries was erased: no line is the same any more.</param>
public sealed record KeyMemory(long Stream, int FirstNumber, int LastNumber, ulong? LineDigest);

/// <summary>How an append ended.</summary>
public abstract record AppendOutcome
{
    private AppendOutcome() { }

    /// <summary>The entries are on the device.</summary>
    public sealed record Appended(IReadOnlyList<TimelineEntry> Entries) : AppendOutcome;

    /// <summary>The same key with the same line digest was appended before; nothing was changed now. What it speaks of is durable.</summary>
    public sealed record Repeated(KeyMemory First) : AppendOutcome;

    /// <summary>The key was used before for another line; nothing was changed.</summary>
    public sealed record KeyTaken(KeyMemory First) : AppendOutcome;

    /// <summary>The stream's last entry has another number than was expected; nothing was changed.</summary>
    public sealed record Conflicted(int ActualNumber) : AppendOutcome;
}

/// <summary>Whether the store can be relied upon.</summary>
/// <param name="Fenced">Why it stopped, in words for the operator; null while all is well.</param>
/// <param name="DurablePosition">The last position that is on the device.</param>
public sealed record StoreHealth(string? Fenced, long DurablePosition);

/// <summary>The store has stopped because what it holds or where it writes is in doubt. The message says what happened and what to do.</summary>
public sealed class StoreFencedException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>The data cannot be opened: locked by another process, not writable, or damaged. The message is a sentence for the operator.</summary>
public class StoreUnavailableException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>Another process has the data open: a server runs on it.</summary>
public sealed class StoreInUseException(string message, Exception? cause = null) : StoreUnavailableException(message, cause);

/// <summary>Another node holds the lease now.</summary>
public sealed class LeaseLostException(string message) : Exception(message);

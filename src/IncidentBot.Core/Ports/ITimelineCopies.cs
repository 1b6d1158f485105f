namespace IncidentBot.Ports;

/// <summary>A power that a store may have: its timeline can be copied while everybody goes on writing.</summary>
public interface ITimelineCopies
{
    /// <summary>
    /// Writes a copy of the timeline into a directory; completes when it is on the device. Nothing may lie there but what an
    /// earlier copy left. What is recorded meanwhile is not in it; what is erased meanwhile is not in it either.
    /// </summary>
    ValueTask<TimelineCopy> CopyAsync(string directory, CancellationToken cancellation = default);
}

/// <summary>A copy of the timeline: another store's whole data.</summary>
/// <param name="Position">The last entry that it holds, and with it all before; 0 when it holds none.</param>
/// <param name="Files">What it consists of.</param>
public sealed record TimelineCopy(long Position, IReadOnlyList<CopiedFile> Files);

/// <summary>A file as it was when it was copied.</summary>
/// <param name="Name">Its name below the copy's directory, with <c>/</c> between its parts.</param>
/// <param name="Bytes">How long it is.</param>
/// <param name="Sha256">The SHA-256 of its content, lower-case hex.</param>
public sealed record CopiedFile(string Name, long Bytes, string Sha256);

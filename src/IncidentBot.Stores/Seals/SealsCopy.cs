using IncidentBot.Ports;
using IncidentBot.Stores.Backups;
using IncidentBot.Stores.Disks;

namespace IncidentBot.Stores.Seals;

/// <summary>
/// The seals that belong to a copy of the timeline: those that were there before it was begun, and those made meanwhile
/// as long as they cover nothing that the copy does not hold.
/// </summary>
internal static class SealsCopy
{
    /// <summary>How many bytes of seals there are now; to be asked before the timeline is copied.</summary>
    internal static long Length(string directory) => new FileInfo(Path.Combine(directory, SealFile.Name)) is { Exists: true } file ? file.Length : 0;

    /// <summary>Copies them; null when nothing was ever sealed.</summary>
    internal static async Task<CopiedFile?> MakeAsync(string from, long known, ITimelineStore copy, string to, CancellationToken cancellation)
    {
        if (!File.Exists(Path.Combine(from, SealFile.Name))) return null;
        using var file = new LocalFile(File.OpenHandle(Path.Combine(from, SealFile.Name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var content = new byte[file.Length];
        var whole = content.AsMemory(0, file.Read(0, content));
        return await FileCopy.MakeAsync(file, await FittingAsync(whole, known, copy, cancellation), to, SealFile.Name, cancellation);
    }

    // A seal that the copy cannot bear out was made after it; so were all that follow, and none of them is spoken of in it.
    private static async Task<long> FittingAsync(ReadOnlyMemory<byte> content, long known, ITimelineStore copy, CancellationToken cancellation)
    {
        var at = 0;
        for (int end; (end = content.Span[at..].IndexOf((byte)'\n')) >= 0; at += end + 1)
        {
            var seal = SealLine.Read(content.Span.Slice(at, end));
            if (at >= known && seal is not null && (await copy.HeadAsync(seal.Stream, cancellation)).Number < seal.Number) break;
        }
        return at;
    }
}

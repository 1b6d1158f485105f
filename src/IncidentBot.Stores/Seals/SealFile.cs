using IncidentBot.Ports;
using IncidentBot.Stores.Disks;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Stores.Seals;

/// <summary>
/// Seals as lines of a file beside the timeline, each vouching for those before it under a key that the timeline does not know.
/// A line that was torn when the power went counts for nothing: nobody was told of its seal.
/// </summary>
public sealed class SealFile : ISealBook
{
    internal const string Name = "seals.jsonl";
    internal const string KeyName = "seal.key";
    private readonly Lock gate = new();
    private readonly string directory;
    private readonly SealKey key;
    private readonly ILogger<SealFile> logger;
    private Seal? last;
    private long length = -1;

    /// <summary>The seals in a directory, under the key in a file; null for <c>seal.key</c> in the same directory.</summary>
    public SealFile(string directory, string? keyFile, ILogger<SealFile> logger)
    {
        this.directory = Path.GetFullPath(directory);
        this.logger = logger;
        key = new SealKey(string.IsNullOrWhiteSpace(keyFile) ? Path.Combine(this.directory, KeyName) : keyFile);
    }

    private string Place => Path.Combine(directory, Name);

    /// <inheritdoc/>
    public ValueTask<Seal> SealAsync(long stream, int number, ReadOnlyMemory<byte> head, DateTimeOffset at, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            var secret = key.FindOrMake();
            using var file = Open();
            if (file.Length != length) Learn(file);
            var seal = new Seal((last?.Index ?? 0) + 1, stream, number, Convert.ToHexStringLower(head.Span), Microseconds.Cut(at), "");
            seal = seal with { Mac = SealMac.Of(secret, last?.Mac ?? SealMac.First, seal) };
            Append(file, SealLine.Write(seal));
            (last, length) = (seal, file.Length);
            return ValueTask.FromResult(seal);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<KeptSeal>> ReadAsync(CancellationToken cancellation = default)
    {
        if (!File.Exists(Place)) return [];
        var lines = SealLines.Of(await ReadAllAsync(cancellation));
        if (lines.Torn > 0) Log.Torn(logger, Place, lines.Torn);
        var (secret, fault) = key.Find();
        return SealCheck.Of(lines.Seals, secret, fault);
    }

    // Once it has sealed, this process trusts its memory more than the file: what was cut off meanwhile leaves a gap to be seen.
    private void Learn(FileStream file)
    {
        var content = new byte[file.Length];
        file.ReadExactly(content);
        var lines = SealLines.Of(content);
        if (lines.Torn > 0) Log.Torn(logger, Place, lines.Torn);
        last ??= lines.Seals.LastOrDefault(seal => seal is not null);
        length = lines.Whole;
    }

    private void Append(FileStream file, byte[] line)
    {
        file.SetLength(length);
        file.Position = length;
        file.Write(line);
        file.Flush(flushToDisk: true);
        if (length == 0) DeviceSync.Names(directory);
    }

    private FileStream Open()
    {
        LocalDisk.Create(directory);
        return new FileStream(Place, OwnersFile.ToWrite(FileMode.OpenOrCreate));
    }

    private async Task<byte[]> ReadAllAsync(CancellationToken cancellation)
    {
        await using var file = new FileStream(Place, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var content = new byte[file.Length];
        await file.ReadExactlyAsync(content, cancellation);
        return content;
    }
}

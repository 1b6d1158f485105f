using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace IncidentBot.Web.Exports.Evidence;

/// <summary>A zip that is written as it is made, to a place that is only written: its files in the order of their writing, all under one time, and their sums.</summary>
internal sealed class BundleZip : IAsyncDisposable
{
    private const int RegularFile = 0x81A4 << 16; // -rw-r--r--
    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly PatientStream way;
    private readonly ZipArchive archive;
    private readonly DateTimeOffset stamp;
    private readonly SortedDictionary<string, string> sums = new(StringComparer.Ordinal);

    private BundleZip(PatientStream way, ZipArchive archive, DateTimeOffset stamp) => (this.way, this.archive, this.stamp) = (way, archive, stamp);

    /// <summary>Begins one.</summary>
    /// <param name="destination">Where it goes; left open.</param>
    /// <param name="stamp">The time of all its files, so that the same files give the same bytes.</param>
    /// <param name="cancellation">Ends the writing.</param>
    public static async ValueTask<BundleZip> CreateAsync(Stream destination, DateTimeOffset stamp, CancellationToken cancellation)
    {
        var begun = new PatientStream(destination);
        return new BundleZip(begun, await ZipArchive.CreateAsync(begun, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation), stamp < Earliest ? Earliest : stamp.ToUniversalTime());
    }

    /// <summary>Adds a file of some text.</summary>
    public ValueTask AddAsync(string name, string text, CancellationToken cancellation) => AddAsync(name, Encoding.UTF8.GetBytes(text), cancellation);

    /// <summary>Adds a file of some bytes.</summary>
    public ValueTask AddAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation) =>
        AddAsync(name, stream => stream.WriteAsync(bytes, cancellation).AsTask(), cancellation);

    /// <summary>Adds a file whose bytes come one after the other.</summary>
    public async ValueTask AddAsync(string name, Func<Stream, Task> write, CancellationToken cancellation)
    {
        using var sum = SHA256.Create();
        await using (var file = await OpenAsync(name, cancellation))
        await using (var summed = new CryptoStream(file, sum, CryptoStreamMode.Write, leaveOpen: true))
        {
            await write(summed);
            await summed.FlushFinalBlockAsync(cancellation);
        }
        await way.FlushAsync(cancellation);
        sums.Add(name, Convert.ToHexStringLower(sum.Hash!));
    }

    /// <summary>Adds <c>SHA256SUMS</c> over everything before it, as sha256sum reads it.</summary>
    public async ValueTask AddSumsAsync(CancellationToken cancellation)
    {
        await using var file = await OpenAsync("SHA256SUMS", cancellation);
        await file.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(sums.Select(file => $"{file.Value}  {file.Key}\n"))), cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await archive.DisposeAsync();
        await way.FlushAsync();
        await way.DisposeAsync();
    }

    private Task<Stream> OpenAsync(string name, CancellationToken cancellation)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = stamp;
        entry.ExternalAttributes = RegularFile;
        return entry.OpenAsync(cancellation);
    }
}

using System.Buffers;
using System.Security.Cryptography;
using IncidentBot.Ports;
using IncidentBot.Stores.Disks;

namespace IncidentBot.Stores.Files;

/// <summary>Uploaded files in one directory, each under the SHA-256 of its content, so that the same content lies there once.</summary>
public sealed class FileStore(string directory) : IFileStore
{
    private const int Chunk = 128 * 1024;
    private const int DigestLetters = 64;
    private readonly string _directory = Path.GetFullPath(directory);

    /// <inheritdoc/>
    public async ValueTask<StoredFile> PutAsync(Stream content, long limitBytes, CancellationToken cancellation = default)
    {
        LocalDisk.Create(_directory);
        var arriving = Path.Combine(_directory, Path.GetRandomFileName() + ".arriving");
        try
        {
            var stored = await ReceiveAsync(content, arriving, limitBytes, cancellation);
            File.Move(arriving, PathOf(stored.Sha256), overwrite: true);
            DeviceSync.Names(_directory);
            return stored;
        }
        finally
        {
            File.Delete(arriving);
        }
    }

    /// <inheritdoc/>
    public ValueTask<Stream?> OpenAsync(string sha256, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return ValueTask.FromResult<Stream?>(IsDigest(sha256) && File.Exists(PathOf(sha256)) ? Reading(PathOf(sha256)) : null);
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(string sha256, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!IsDigest(sha256) || !File.Exists(PathOf(sha256))) return ValueTask.CompletedTask;
        File.Delete(PathOf(sha256));
        DeviceSync.Names(_directory);
        return ValueTask.CompletedTask;
    }

    // Shared for deletion too, so that the same upload arriving again can take its place on Windows.
    private static FileStream Reading(string path) => new(path, new FileStreamOptions
    {
        Share = FileShare.Read | FileShare.Delete,
        Options = FileOptions.Asynchronous,
    });

    private static async Task<StoredFile> ReceiveAsync(Stream content, string path, long limitBytes, CancellationToken cancellation)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.Asynchronous);
        var buffer = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            var written = 0L;
            while (await content.ReadAsync(buffer.AsMemory(0, Chunk), cancellation) is var read and > 0)
            {
                if (written + read > limitBytes)
                    throw new FileTooLargeException(limitBytes);
                digest.AppendData(buffer, 0, read);
                await RandomAccess.WriteAsync(file, buffer.AsMemory(0, read), written, cancellation);
                written += read;
            }
            RandomAccess.FlushToDisk(file);
            return new StoredFile(Convert.ToHexStringLower(digest.GetHashAndReset()), written);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // A digest comes from a link, and becomes part of a path.
    private static bool IsDigest(string sha256) => sha256.Length == DigestLetters && sha256.All(letter => char.IsAsciiHexDigitLower(letter));

    private string PathOf(string sha256) => Path.Combine(_directory, sha256);
}

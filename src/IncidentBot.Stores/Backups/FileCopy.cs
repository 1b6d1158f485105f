using System.Buffers;
using System.Security.Cryptography;
using IncidentBot.Ports;
using IncidentBot.Stores.Disks;
using IncidentBot.Stores.Seals;

namespace IncidentBot.Stores.Backups;

/// <summary>Copies a file in small steps and syncs as it goes, so that the device never has much to swallow at once while somebody waits for an append.</summary>
internal static class FileCopy
{
    private const int Step = 1024 * 1024;
    private const int StepsPerSync = 8;

    /// <summary>Writes what the source holds, up to a length; completes when it is on the device.</summary>
    internal static async Task<CopiedFile> MakeAsync(IBlockFile from, long length, string directory, string name, CancellationToken cancellation)
    {
        var path = Path.Combine(directory, name);
        File.Delete(path);
        using var to = new FileStream(path, OwnersFile.ToWrite(FileMode.CreateNew));
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var copied = await ReadAsync(from, length, Keep, cancellation);
        DeviceSync.Data(to.SafeFileHandle);
        return new CopiedFile(name, copied, Convert.ToHexStringLower(digest.GetHashAndReset()));

        void Keep(ReadOnlySpan<byte> bytes, long offset)
        {
            digest.AppendData(bytes);
            RandomAccess.Write(to.SafeFileHandle, bytes, offset);
            if (offset / Step % StepsPerSync == StepsPerSync - 1)
                DeviceSync.Data(to.SafeFileHandle);
        }
    }

    /// <summary>The same from one directory to another.</summary>
    internal static async Task<CopiedFile> MakeAsync(string source, string directory, string name, CancellationToken cancellation)
    {
        using var from = Open(Path.Combine(source, name));
        return await MakeAsync(from, from.Length, directory, name, cancellation);
    }

    /// <summary>The file as it lies there.</summary>
    internal static async Task<CopiedFile> LookAsync(string directory, string name, CancellationToken cancellation)
    {
        using var file = Open(Path.Combine(directory, name));
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var read = await ReadAsync(file, file.Length, (bytes, _) => digest.AppendData(bytes), cancellation);
        return new CopiedFile(name, read, Convert.ToHexStringLower(digest.GetHashAndReset()));
    }

    private delegate void Take(ReadOnlySpan<byte> bytes, long offset);

    private static async Task<long> ReadAsync(IBlockFile from, long length, Take take, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Step);
        try
        {
            var done = 0L;
            while (done < length && from.Read(done, buffer.AsSpan(0, (int)Math.Min(Step, length - done))) is var read and > 0)
            {
                take(buffer.AsSpan(0, read), done);
                done += read;
                cancellation.ThrowIfCancellationRequested();
                await Task.Yield();
            }
            return done;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static LocalFile Open(string path) =>
        new(File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
}

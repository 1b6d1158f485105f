using Microsoft.Win32.SafeHandles;

namespace IncidentBot.Stores.Disks;

/// <summary>A file that is read and written at offsets, without buffers of its own.</summary>
internal sealed class LocalFile(SafeFileHandle handle) : IBlockFile
{
    /// <inheritdoc/>
    public long Length => RandomAccess.GetLength(handle);

    /// <inheritdoc/>
    public int Read(long offset, Span<byte> into)
    {
        var total = 0;
        while (total < into.Length && RandomAccess.Read(handle, into[total..], offset + total) is var read and > 0)
            total += read;
        return total;
    }

    /// <inheritdoc/>
    public void Write(long offset, ReadOnlySpan<byte> bytes) => RandomAccess.Write(handle, bytes, offset);

    /// <inheritdoc/>
    public void SetLength(long length) => RandomAccess.SetLength(handle, length);

    /// <inheritdoc/>
    public void Sync() => DeviceSync.Data(handle);

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();
}

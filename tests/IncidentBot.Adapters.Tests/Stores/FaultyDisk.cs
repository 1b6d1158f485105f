using IncidentBot.Stores.Disks;

namespace IncidentBot.Adapters.Tests.Stores;

/// <summary>A disk that fails, or holds its breath, when it is told to.</summary>
internal sealed class FaultyDisk(IDisk inner) : IDisk
{
    private volatile Task _breathing = Task.CompletedTask;
    private TaskCompletionSource? _held;

    /// <summary>What every write and sync throws from now on.</summary>
    internal Func<Exception>? Fault { get; set; }

    /// <summary>What only syncs throw from now on.</summary>
    internal Func<Exception>? SyncFault { get; set; }

    /// <inheritdoc/>
    public string Place => inner.Place;

    internal void HoldSyncs() => _breathing = (_held = new TaskCompletionSource()).Task;

    internal void LetSyncs() => _held!.SetResult();

    /// <inheritdoc/>
    public IBlockFile Open(string name) => new FaultyFile(this, inner.Open(name));

    /// <inheritdoc/>
    public void SyncNames() => inner.SyncNames();

    private sealed class FaultyFile(FaultyDisk disk, IBlockFile inner) : IBlockFile
    {
        public long Length => inner.Length;

        public int Read(long offset, Span<byte> into) => inner.Read(offset, into);

        public void Write(long offset, ReadOnlySpan<byte> bytes)
        {
            if (disk.Fault is { } fault)
                throw fault();
            inner.Write(offset, bytes);
        }

        public void SetLength(long length)
        {
            if (disk.Fault is { } fault)
                throw fault();
            inner.SetLength(length);
        }

        public void Sync()
        {
            disk._breathing.Wait();
            if ((disk.SyncFault ?? disk.Fault) is { } fault)
                throw fault();
            inner.Sync();
        }

        public void Dispose() => inner.Dispose();
    }
}

using IncidentBot.Stores.Disks;

namespace IncidentBot.Adapters.Tests.Backups;

/// <summary>A disk on which something happens just when the data file is copied: copies are read by whoever makes them, all else by the store's own thread.</summary>
internal sealed class MovedDisk(IDisk inner) : IDisk
{
    /// <summary>What happens, once.</summary>
    internal Func<Task>? Move { get; set; }

    internal int Moves { get; private set; }

    public string Place => inner.Place;

    public IBlockFile Open(string name) => name == "timeline.db" ? new MovedFile(this, inner.Open(name)) : inner.Open(name);

    public void SyncNames() => inner.SyncNames();

    private sealed class MovedFile(MovedDisk disk, IBlockFile inner) : IBlockFile
    {
        public long Length => inner.Length;

        public int Read(long offset, Span<byte> into)
        {
            if (Thread.CurrentThread.IsThreadPoolThread && disk.Move is { } move)
            {
                disk.Move = null;
                disk.Moves++;
                move().GetAwaiter().GetResult();
            }
            return inner.Read(offset, into);
        }

        public void Write(long offset, ReadOnlySpan<byte> bytes) => inner.Write(offset, bytes);

        public void SetLength(long length) => inner.SetLength(length);

        public void Sync() => inner.Sync();

        public void Dispose() => inner.Dispose();
    }
}

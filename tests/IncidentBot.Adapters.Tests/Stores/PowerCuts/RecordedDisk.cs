using IncidentBot.Stores.Disks;

namespace IncidentBot.Adapters.Tests.Stores.PowerCuts;

/// <summary>A disk in memory that writes down what was done to it, in order.</summary>
internal sealed class RecordedDisk(IReadOnlyDictionary<string, byte[]>? content = null) : IDisk
{
    private readonly Lock _gate = new();
    private readonly List<DiskEvent> _events = [];
    private readonly Dictionary<string, GrowingBytes> _files = (content ?? new Dictionary<string, byte[]>())
        .ToDictionary(file => file.Key, file => new GrowingBytes(file.Value));

    /// <inheritdoc/>
    public string Place => "a recorded disk";

    /// <summary>What lay on the disk when it was first used.</summary>
    internal IReadOnlyDictionary<string, byte[]> Before { get; } = content ?? new Dictionary<string, byte[]>();

    internal IReadOnlyList<DiskEvent> Events
    {
        get
        {
            lock (_gate)
                return [.. _events];
        }
    }

    /// <summary>What a killed process leaves behind: all that was written, synced or not.</summary>
    internal Dictionary<string, byte[]> Content()
    {
        lock (_gate)
            return _files.ToDictionary(file => file.Key, file => file.Value.ToArray());
    }

    /// <summary>Marks the moment in which somebody was told something.</summary>
    internal void Told(object what) => Record(new DiskEvent(DiskDeed.Told, "", What: what));

    /// <inheritdoc/>
    public IBlockFile Open(string name)
    {
        lock (_gate)
        {
            if (_files.TryAdd(name, new GrowingBytes([])))
                _events.Add(new DiskEvent(DiskDeed.Create, name));
            return new File(this, name, _files[name]);
        }
    }

    /// <inheritdoc/>
    public void SyncNames() => Record(new DiskEvent(DiskDeed.SyncNames, ""));

    private void Record(DiskEvent done)
    {
        lock (_gate)
            _events.Add(done);
    }

    private sealed class File(RecordedDisk disk, string name, GrowingBytes bytes) : IBlockFile
    {
        public long Length => bytes.Length;

        public int Read(long offset, Span<byte> into)
        {
            lock (disk._gate)
                return bytes.Read(offset, into);
        }

        public void Write(long offset, ReadOnlySpan<byte> content)
        {
            lock (disk._gate)
            {
                bytes.Write(offset, content);
                disk._events.Add(new DiskEvent(DiskDeed.Write, name, offset, content.ToArray()));
            }
        }

        public void SetLength(long length)
        {
            lock (disk._gate)
            {
                bytes.SetLength(length);
                disk._events.Add(new DiskEvent(DiskDeed.Resize, name, length));
            }
        }

        public void Sync() => disk.Record(new DiskEvent(DiskDeed.Sync, name));

        public void Dispose()
        {
        }
    }
}

internal enum DiskDeed { Create, Write, Resize, Sync, SyncNames, Told }

/// <summary>One thing that was done to a disk.</summary>
internal sealed record DiskEvent(DiskDeed Deed, string File, long Offset = 0, byte[]? Bytes = null, object? What = null);

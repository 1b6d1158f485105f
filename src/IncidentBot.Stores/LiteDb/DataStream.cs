using IncidentBot.Stores.Disks;

namespace IncidentBot.Stores.LiteDb;

/// <summary>LiteDB's data file. It changes only in a checkpoint, and never before the log that could repeat the change is on the device.</summary>
internal sealed class DataStream(IBlockFile file, LogStream log) : PageStream
{
    private readonly byte[] _page = new byte[PageBytes];
    private bool _logSynced;

    /// <inheritdoc/>
    public override long Length => file.Length;

    /// <summary>Rises with every change.</summary>
    internal long Version { get; private set; }

    protected override int ReadPages(long position, Span<byte> into) => file.Read(position, into);

    protected override void WritePages(long position, ReadOnlySpan<byte> pages)
    {
        if (!_logSynced)
            log.Sync();
        _logSynced = true;
        Version++;
        pages.CopyTo(_page);
        PageSlack.Wipe(_page);
        file.Write(position, _page);
    }

    protected override void Resize(long length)
    {
        Version++;
        file.SetLength(length);
    }

    protected override void FlushPages()
    {
        file.Sync();
        _logSynced = false;
    }
}

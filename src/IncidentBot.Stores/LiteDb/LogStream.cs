using IncidentBot.Stores.Disks;

namespace IncidentBot.Stores.LiteDb;

/// <summary>LiteDB's log: every page with a checksum, synced once per group of appends instead of once per page.</summary>
internal sealed class LogStream : PageStream
{
    private const int FewFrames = 64;
    private static readonly byte[] Blank = new byte[FewFrames * LogFrame.Bytes];
    private readonly IBlockFile _file;
    private readonly object _gate = new();
    private readonly byte[] _buffer = new byte[LogFrame.Bytes];
    private long _frames;
    private long _stained;
    private long _durableFrames;
    private long _commits;

    private LogStream(IBlockFile file, long generation, long frames, long stained)
        => (_file, Generation, _frames, _durableFrames, _stained) = (file, generation, frames, frames, stained);

    /// <summary>How often the log was begun; 1 until the store's creation is complete.</summary>
    internal long Generation { get; private set; }

    /// <summary>Pages since the last checkpoint.</summary>
    internal long Pages => Length / PageBytes;

    /// <summary>Transactions written since the stream was opened.</summary>
    internal long Commits => Interlocked.Read(ref _commits);

    /// <inheritdoc/>
    public override long Length => Interlocked.Read(ref _frames) * PageBytes;

    /// <summary>
    /// LiteDB would close itself in the middle of a commit, and a finalizer of the half-ended transaction would then bring
    /// the whole process down ("discarded page must be writable"). It may end its commit; the store looks at the fault before it answers.
    /// </summary>
    protected override bool TellsLiteDb => false;

    internal static LogStream Create(IBlockFile file)
    {
        file.SetLength(0);
        file.SetLength(LogHeader.Bytes);
        LogHeader.Write(file, generation: 1);
        return new LogStream(file, 1, 0, 0);
    }

    internal static LogStream Recover(IBlockFile file, long generation, out LogRecovery recovery)
    {
        recovery = new LogRecovery(file, generation);
        recovery.Run();
        return new LogStream(file, generation, recovery.Kept, recovery.Stained);
    }

    /// <summary>Waits until LiteDB's queue has written this many transactions; false when it does not.</summary>
    internal bool WaitForCommits(long count, TimeSpan patience)
    {
        lock (_gate)
        {
            while (_commits < count && Fault is null)
            {
                if (!Monitor.Wait(_gate, patience))
                    return false;
            }
            return Fault is null;
        }
    }

    /// <summary>Puts on the device what was written until now. A failure is final: the kernel may have thrown the pages away.</summary>
    internal void Sync() => Guarded(() =>
    {
        var written = Interlocked.Read(ref _frames);
        _file.Sync();
        Interlocked.Exchange(ref _durableFrames, written);
    });

    /// <summary>
    /// Zeroes what earlier generations left in frames that are used no more, as far as there is anything, and puts that on the device.
    /// Only while the log is empty: a frame that counts must not be touched.
    /// </summary>
    internal void Wipe() => Guarded(() =>
    {
        lock (_gate)
        {
            if (_stained == 0)
                return;
            if (_frames > 0)
                throw new IOException("the log is wiped only once it is empty");
            for (var index = 0L; index < _stained; index += FewFrames)
                _file.Write(LogFrame.Offset(index), Blank.AsSpan(0, (int)Math.Min(FewFrames, _stained - index) * LogFrame.Bytes));
            _file.Sync();
            _stained = 0;
        }
    });

    protected override void Faulted()
    {
        lock (_gate)
            Monitor.PulseAll(_gate);
    }

    protected override int ReadPages(long position, Span<byte> into)
    {
        lock (_gate)
        {
            var index = position / PageBytes;
            if (index >= _frames)
                return 0;
            var read = _file.Read(LogFrame.Offset(index), _buffer);
            var frame = new LogFrame(_buffer);
            if (read != LogFrame.Bytes || !frame.IsIntact || frame.Index != index || frame.Generation != Generation)
                throw new IOException($"page {index} of the log cannot be read back as it was written");
            frame.Page[..into.Length].CopyTo(into);
            return into.Length;
        }
    }

    protected override void WritePages(long position, ReadOnlySpan<byte> pages)
    {
        lock (_gate)
        {
            var index = position / PageBytes;
            if (index != _frames || pages.Length != PageBytes)
                throw new IOException($"the log is written page after page, not {pages.Length} bytes at {position}");
            var frame = new LogFrame(_buffer);
            frame.Fill(pages, Generation, index, Interlocked.Read(ref _durableFrames));
            _file.Write(LogFrame.Offset(index), _buffer);
            _stained = Math.Max(_stained, Interlocked.Increment(ref _frames));
            _commits += frame.EndsTransaction ? 1 : 0;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Only to nothing, after a checkpoint. The new generation is on the device before its first frame is:
    /// otherwise an old beginning of the log could survive and put old pages over new ones.</summary>
    protected override void Resize(long length)
    {
        if (length != 0)
            throw new IOException("the log is only ever emptied");
        lock (_gate)
        {
            LogHeader.Write(_file, Generation + 1);
            Generation++;
            Interlocked.Exchange(ref _frames, 0);
            Interlocked.Exchange(ref _durableFrames, 0);
        }
    }

    /// <summary>Nothing: LiteDB flushes after each page of its queue; the store syncs once per group.</summary>
    protected override void FlushPages()
    {
    }
}

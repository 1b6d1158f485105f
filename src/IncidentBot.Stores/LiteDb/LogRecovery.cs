using IncidentBot.Stores.Disks;

namespace IncidentBot.Stores.LiteDb;

/// <summary>Finds out what a log still holds after a crash: the whole commits before the first frame that is missing or torn.</summary>
internal sealed class LogRecovery(IBlockFile file, long generation)
{
    private readonly byte[] _buffer = new byte[LogFrame.Bytes];
    private readonly List<long> _stale = [];
    private long _intact;
    private bool _broken;

    /// <summary>Frames up to the last whole commit.</summary>
    internal long Kept { get; private set; }

    /// <summary>Frames of commits that never ended; nobody was told of them.</summary>
    internal int Dropped => _stale.Count;

    /// <summary>Frames up to the last that is not blank: also what no longer counts is still there to be read.</summary>
    internal long Stained { get; private set; }

    internal void Run()
    {
        var frames = (file.Length - LogHeader.Bytes + LogFrame.Bytes - 1) / LogFrame.Bytes;
        for (var index = 0L; index < frames; index++)
            Judge(index);
        Wipe();
        // What a killed process wrote is readable, but a power cut could still take it back.
        file.Sync();
    }

    private void Judge(long index)
    {
        var frame = new LogFrame(_buffer);
        var read = file.Read(LogFrame.Offset(index), _buffer);
        if (_buffer.AsSpan(0, read).ContainsAnyExcept((byte)0))
            Stained = index + 1;
        var isOurs = read == LogFrame.Bytes && frame.Generation >= generation && frame.IsIntact;
        if (isOurs && frame.Generation > generation)
            throw new InvalidDataException("the header of the log is older than what the log holds");
        isOurs &= frame.Index == index;
        if (isOurs && _broken && frame.DurableFrames > _intact)
            throw new InvalidDataException($"page {_intact} of the log is damaged although it was durable");
        Count(index, isOurs, isOurs && frame.EndsTransaction);
    }

    private void Count(long index, bool isOurs, bool endsTransaction)
    {
        _broken |= !isOurs;
        if (isOurs)
            _stale.Add(index);
        if (_broken)
            return;
        _intact = index + 1;
        if (!endsTransaction)
            return;
        Kept = _intact;
        _stale.Clear();
    }

    // Left alone, a frame behind the end would be taken for the successor of the next one that is written.
    private void Wipe()
    {
        var nothing = new byte[LogFrame.Bytes - PageStream.PageBytes];
        foreach (var index in _stale)
            file.Write(LogFrame.Offset(index) + PageStream.PageBytes, nothing);
    }
}

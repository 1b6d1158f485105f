namespace IncidentBot.Stores.LiteDb;

/// <summary>The part of a stream that LiteDB asks for: whole pages at their places.</summary>
internal abstract class PageStream : Stream
{
    /// <summary>LiteDB's page.</summary>
    internal const int PageBytes = 8192;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Position { get; set; }

    /// <summary>What went wrong first; LiteDB reports some faults of writing to nobody (it writes on behalf of a queue).</summary>
    public Exception? Fault { get; private set; }

    /// <summary>False when a fault of writing is only noted, for the store to ask after.</summary>
    protected virtual bool TellsLiteDb => true;

    /// <inheritdoc/>
    public sealed override int Read(byte[] buffer, int offset, int count)
    {
        var read = Guarded(() => ReadPages(Position, buffer.AsSpan(offset, count)));
        Position += read;
        return read;
    }

    /// <inheritdoc/>
    public sealed override void Write(byte[] buffer, int offset, int count)
    {
        try
        {
            Guarded(() => WritePages(Position, buffer.AsSpan(offset, count)));
        }
        catch (Exception) when (!TellsLiteDb)
        {
            // Kept in Fault.
        }
        Position += count;
    }

    /// <inheritdoc/>
    public sealed override void SetLength(long value) => Guarded(() => Resize(value));

    /// <inheritdoc/>
    public sealed override void Flush() => Guarded(FlushPages);

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    protected abstract int ReadPages(long position, Span<byte> into);

    protected abstract void WritePages(long position, ReadOnlySpan<byte> pages);

    protected abstract void Resize(long length);

    protected abstract void FlushPages();

    /// <summary>Called once, when the stream stops serving.</summary>
    protected virtual void Faulted()
    {
    }

    protected void Guarded(Action act) => Guarded(() =>
    {
        act();
        return 0;
    });

    /// <summary>After the first fault nothing is read or written any more: what the files hold then is what a restart judges.</summary>
    private T Guarded<T>(Func<T> act)
    {
        if (Fault is not null)
            throw new IOException(Fault.Message, Fault);
        try
        {
            return act();
        }
        catch (Exception fault)
        {
            Fault = fault;
            Faulted();
            throw;
        }
    }
}

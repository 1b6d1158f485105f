using IncidentBot.Ports;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Stores.LiteDb;

/// <summary>Whether the store can be relied upon. Once it cannot, it never can again in this process.</summary>
internal sealed class Standing(string place, ILogger logger) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopped = new();
    private readonly Lock _gate = new();
    private Exception? _fault;
    private volatile string? _fenced;
    private volatile bool _closed;
    private long _durablePosition;
    private TaskCompletionSource _moved = NewSignal();
    private Task? _stopping;

    internal string Place => place;

    internal long DurablePosition => Interlocked.Read(ref _durablePosition);

    /// <summary>Why the store stopped, in words for the operator.</summary>
    internal string? Fenced => _fenced;

    internal bool IsOpen => _fenced is null && !_closed;

    /// <summary>Cancelled once the store serves no more.</summary>
    internal CancellationToken Stopped => _stopped.Token;

    /// <summary>Throws when the store serves no more.</summary>
    internal void Check()
    {
        if (Refusal() is { } refusal)
            throw refusal;
    }

    /// <summary>What a caller is told when the store serves no more.</summary>
    internal Exception? Refusal() => this switch
    {
        { Fenced: { } reason } => new StoreFencedException(reason, _fault),
        { _closed: true } => new ObjectDisposedException(nameof(LiteDbTimelineStore)),
        _ => null,
    };

    /// <summary>Stops the store for good; the first fault is the one that is told.</summary>
    internal StoreFencedException Fence(Exception fault)
    {
        lock (_gate)
        {
            if (_fenced is null)
            {
                _fault = fault;
                _fenced = Sentences.Fenced(place, fault);
                Log.Fenced(logger, fault, _fenced);
            }
        }
        Stop();
        return new StoreFencedException(_fenced, _fault);
    }

    internal void Close()
    {
        _closed = true;
        Stop();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_stopping is { } stopping)
            await stopping;
        _stopped.Dispose();
    }

    internal void MoveTo(long position) => Interlocked.Exchange(ref _durablePosition, position);

    /// <summary>Wakes those who wait for a position.</summary>
    internal void Signal() => Interlocked.Exchange(ref _moved, NewSignal()).TrySetResult();

    internal async Task WaitAsync(long afterPosition, CancellationToken cancellation)
    {
        while (true)
        {
            var moved = Volatile.Read(ref _moved).Task;
            Check();
            if (DurablePosition > afterPosition)
                return;
            await moved.WaitAsync(cancellation);
        }
    }

    // Whoever hears of it must not run on the owner thread.
    private void Stop()
    {
        lock (_gate)
            _stopping ??= _stopped.CancelAsync();
        Signal();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

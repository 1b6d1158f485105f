using IncidentBot.Stores.Disks;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Stores.LiteDb;

/// <summary>
/// The one thread that calls LiteDB, from opening to closing. A plain thread: on any other scheduler LiteDB acknowledges
/// what it has not written, or waits for itself (LiteDB #2464, #1490).
/// </summary>
internal sealed class OwnerThread
{
    private readonly Inbox _inbox;
    private readonly Standing _standing;
    private readonly ILogger _logger;
    private readonly CheckpointPace _pace;
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _closing;
    private bool _rested;

    internal OwnerThread(IDisk disk, Inbox inbox, Standing standing, TimeProvider time, ILogger logger, CheckpointPace pace)
    {
        (_inbox, _standing, _logger, _pace) = (inbox, standing, logger, pace);
        new Thread(() => Run(disk, time)) { IsBackground = true, Name = "timeline owner" }.UnsafeStart();
    }

    /// <summary>Completes when the store serves, or fails with the sentence why it does not.</summary>
    internal Task Opened => _opened.Task;

    /// <summary>Finishes what was accepted, brings the log into the data file and closes it.</summary>
    internal Task CloseAsync()
    {
        _inbox.Close();
        _closing = true;
        _inbox.Ring();
        return _ended.Task;
    }

    private void Run(IDisk disk, TimeProvider time)
    {
        Ledger? ledger = null;
        try
        {
            ledger = LedgerOpening.Open(disk, _standing, time, _logger);
            _opened.SetResult();
            Serve(ledger);
        }
        catch (Exception fault) when (ledger is null)
        {
            _opened.SetException(fault);
        }
        catch (Exception fault)
        {
            _standing.Fence(fault);
        }
        End(ledger);
    }

    private void Serve(Ledger ledger)
    {
        using var sync = new SyncThread(_inbox.Ring);
        var closing = false;
        // Asked before each step: once it is true nothing new is accepted, so a step that then finds nothing is the last.
        while (_standing.IsOpen && (Step(ledger, sync, closing) || sync.IsBusy || !closing))
            closing = _closing;
        if (_standing.IsOpen)
            Rest(ledger);
    }

    /// <summary>One group or one question; false when there was nothing to do.</summary>
    private bool Step(Ledger ledger, SyncThread sync, bool closing)
    {
        if (!sync.IsBusy && !ledger.IsFrozen && ledger.LogPages >= _pace.LongestLog)
            Checkpoint(ledger);
        if (!sync.IsBusy && _inbox.TakeGroup() is { Count: > 0 } group)
        {
            new Group(ledger, group).Write(sync);
            return true;
        }
        if (_inbox.TryTake(out var ask))
        {
            ask!.Run(ledger);
            return true;
        }
        if (closing && !sync.IsBusy)
            return false;
        if (!closing && _rested && ledger.Keys.Recall())
            return true;
        if (_inbox.Wait(_pace.Idle))
            return false;
        // A start is busy elsewhere: what can be recalled later waits for the first quiet moment.
        _rested = true;
        if (!sync.IsBusy && !ledger.IsFrozen)
            Rest(ledger);
        return false;
    }

    /// <summary>Also what a read model has replaced is then nowhere any more; under load the log writes over it soon enough.</summary>
    private void Rest(Ledger ledger)
    {
        Checkpoint(ledger);
        ledger.WipeLog();
    }

    private void Checkpoint(Ledger ledger)
    {
        if (ledger.Checkpoint() is var pages and > 0)
            Log.Checkpointed(_logger, pages);
    }

    private void End(Ledger? ledger)
    {
        try
        {
            ledger?.Dispose();
        }
        catch (Exception fault)
        {
            _standing.Fence(fault);
        }
        _standing.Close();
        _inbox.FailAll(_standing.Refusal()!);
        _ended.SetResult();
    }
}

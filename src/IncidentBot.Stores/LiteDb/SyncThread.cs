namespace IncidentBot.Stores.LiteDb;

/// <summary>Waits for the device on behalf of one group at a time, so that the owner thread can answer questions meanwhile.</summary>
internal sealed class SyncThread : IDisposable
{
    private readonly AutoResetEvent _handed = new(initialState: false);
    private readonly Action _done;
    private readonly Thread _thread;
    private volatile Action? _work;
    private volatile bool _ended;

    internal SyncThread(Action done)
    {
        _done = done;
        _thread = new Thread(Run) { IsBackground = true, Name = "timeline sync" };
        _thread.UnsafeStart();
    }

    internal bool IsBusy => _work is not null;

    /// <summary>Only when it is not busy. The work must not throw.</summary>
    internal void Hand(Action work)
    {
        _work = work;
        _handed.Set();
    }

    /// <summary>Ends after the work at hand.</summary>
    public void Dispose()
    {
        _ended = true;
        _handed.Set();
        _thread.Join();
        _handed.Dispose();
    }

    private void Run()
    {
        while (true)
        {
            _handed.WaitOne();
            _work?.Invoke();
            _work = null;
            _done();
            if (_ended)
                return;
        }
    }
}

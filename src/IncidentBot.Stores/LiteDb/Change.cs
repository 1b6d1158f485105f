namespace IncidentBot.Stores.LiteDb;

/// <summary>Something to be written: accepted from a caller, decided on the owner thread, answered once its group is durable.</summary>
internal abstract class Change
{
    /// <summary>What it weighs in bytes, so that a group stays small enough for LiteDB's memory.</summary>
    internal abstract long Weight { get; }

    /// <summary>True when it forms a group of its own, because it changes what is on the disk already.</summary>
    internal virtual bool StandsAlone => false;

    internal abstract void Plan(Ledger ledger, Batch batch);

    internal abstract void Answer();

    internal abstract void Fail(Exception fault);
}

/// <inheritdoc/>
internal abstract class Change<T> : Change
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _outcome;

    internal Task<T> Task => _answer.Task;

    internal sealed override void Plan(Ledger ledger, Batch batch)
    {
        if (Objection(ledger) is { } objection)
            Fail(objection);
        else
            _outcome = Decide(ledger, batch);
    }

    internal sealed override void Answer() => _answer.TrySetResult(_outcome!);

    internal sealed override void Fail(Exception fault) => _answer.TrySetException(fault);

    /// <summary>Why nothing of it may be written; that is the caller's fault, not the store's.</summary>
    protected abstract Exception? Objection(Ledger ledger);

    protected abstract T Decide(Ledger ledger, Batch batch);
}

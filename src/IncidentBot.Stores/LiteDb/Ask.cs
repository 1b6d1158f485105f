namespace IncidentBot.Stores.LiteDb;

/// <summary>A question that only the owner thread may put to LiteDB.</summary>
internal abstract class Ask
{
    internal abstract void Run(Ledger ledger);

    internal abstract void Fail(Exception fault);
}

/// <inheritdoc/>
internal sealed class Ask<T>(Func<Ledger, T> ask) : Ask
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Task<T> Task => _answer.Task;

    internal override void Run(Ledger ledger)
    {
        try
        {
            _answer.TrySetResult(ask(ledger));
        }
        catch (Exception fault)
        {
            Fail(ledger.Standing.Fence(fault));
        }
    }

    internal override void Fail(Exception fault) => _answer.TrySetException(fault);
}

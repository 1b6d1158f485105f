namespace IncidentBot.Stores.LiteDb;

/// <summary>Group commit: the changes that waited together are decided one after the other, written as one transaction and answered after one sync.</summary>
internal sealed class Group(Ledger ledger, List<Change> changes)
{
    /// <summary>Also a group that writes nothing is answered by the sync thread, so that answers keep their order.</summary>
    internal void Write(SyncThread sync)
    {
        var batch = new Batch(ledger.LastPosition);
        try
        {
            foreach (var change in changes)
                change.Plan(ledger, batch);
            ledger.Write(batch);
            if (batch.Erasings.Count > 0)
                Purge(batch);
        }
        catch (Exception fault)
        {
            Fail(fault);
            return;
        }
        sync.Hand(() => Finish(batch));
    }

    /// <summary>Whoever sees that something was erased must also see the entry that says so: it is durable, and shown before the next question.</summary>
    private void Purge(Batch batch)
    {
        ledger.Purge();
        ledger.Standing.MoveTo(batch.LastPosition);
    }

    private void Finish(Batch batch)
    {
        try
        {
            if (!batch.IsEmpty)
                ledger.Sync();
            ledger.Standing.MoveTo(batch.LastPosition);
            foreach (var change in changes)
                change.Answer();
            ledger.Standing.Signal();
        }
        catch (Exception fault)
        {
            Fail(fault);
        }
    }

    private void Fail(Exception fault)
    {
        var fenced = ledger.Standing.Fence(fault);
        foreach (var change in changes)
            change.Fail(fenced);
    }
}

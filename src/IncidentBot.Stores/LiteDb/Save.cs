using IncidentBot.Ports;

namespace IncidentBot.Stores.LiteDb;

/// <summary>Rows and a checkpoint, all or none, while the lease lasts.</summary>
internal sealed class Save(Lease lease, ProjectionChanges changes) : Change<bool>
{
    private const int RestOfRow = 256;

    internal override long Weight { get; } = changes.Upserts.Sum(row => (long)row.Json.Length + RestOfRow) + RestOfRow;

    protected override Exception? Objection(Ledger ledger)
    {
        if (!lease.IsHeld)
            return lease.Loss();
        return Demands.GoesBack(changes, ledger.Checkpoints.Of(changes.Subscriber));
    }

    protected override bool Decide(Ledger ledger, Batch batch)
    {
        ledger.Checkpoints.Move(changes.Subscriber, changes.Position);
        batch.Add(changes);
        return true;
    }
}

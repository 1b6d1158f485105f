namespace IncidentBot.Stores.LiteDb;

/// <summary>Forgets the read models, so that the next start builds them from the feed. Durable once the store is closed.</summary>
internal sealed class Forget : Change<bool>
{
    internal override long Weight => 0;

    protected override Exception? Objection(Ledger ledger) => null;

    protected override bool Decide(Ledger ledger, Batch batch)
    {
        ledger.Rows.Clear();
        ledger.Checkpoints.Clear();
        return true;
    }
}

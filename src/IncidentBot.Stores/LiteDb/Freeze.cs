namespace IncidentBot.Stores.LiteDb;

/// <summary>Brings the log into the data file and lets the file rest from then on, so that it can be copied.</summary>
internal sealed class Freeze : Change<FrozenData>
{
    internal override long Weight => 0;

    protected override Exception? Objection(Ledger ledger) => null;

    // Between two groups: what was written before is durable, what stands beside it in its own group is not written yet.
    protected override FrozenData Decide(Ledger ledger, Batch batch) => ledger.Freeze();
}

/// <summary>The data file while it rests.</summary>
/// <param name="Position">The last entry in it.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Version">Tells afterwards whether it really rested: what must be erased at once does not wait for a copy.</param>
/// <param name="File">The file.</param>
internal sealed record FrozenData(long Position, long Length, long Version, Disks.IBlockFile File);

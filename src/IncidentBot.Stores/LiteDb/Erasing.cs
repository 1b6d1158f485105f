using IncidentBot.Ports;

namespace IncidentBot.Stores.LiteDb;

/// <summary>Entries of one stream that lose salt and body, and the keys that forget the lines that these came with.</summary>
/// <param name="stream">Whose entries.</param>
/// <param name="erasures">By number.</param>
internal sealed class Erasing(long stream, IReadOnlyList<Erasure> erasures)
{
    private readonly List<int> _keyed = [];

    /// <summary>Finds the keys whose lines told what is erased, and lets the window forget them. Only in a group of its own: what came before must be on the disk.</summary>
    internal void Forget(Ledger ledger)
    {
        var settled = 0;
        foreach (var (number, _) in erasures)
        {
            if (number <= settled)
                continue;
            var key = ledger.Entries.KeyOf(stream, number, settled);
            settled = key?.Memory.LastNumber ?? number;
            if (key is not { } found)
                continue;
            _keyed.Add(found.Memory.FirstNumber);
            ledger.Keys.ForgetLine(found.Text, found.Memory);
        }
    }

    /// <summary>Entry by entry, so that no more than one body is held beside LiteDB's own pages.</summary>
    internal void Write(EntryTable entries)
    {
        foreach (var number in _keyed)
            entries.Change(stream, number, Mapping.ForgetLine);
        foreach (var (number, remains) in erasures)
            entries.Change(stream, number, document => Mapping.Erase(document, remains));
    }
}

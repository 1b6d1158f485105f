using IncidentBot.Ports;
using LiteDB;
using LiteDB.Engine;

namespace IncidentBot.Stores.LiteDb;

/// <summary>
/// All that LiteDB holds, and what is remembered of it. One thread owns it, reads included: two threads inside one engine
/// damage each other's pages as soon as the file outgrows the cache (LiteDB #2817).
/// </summary>
internal sealed class Ledger : IDisposable
{
    /// <summary>A queue that writes nothing for so long never will (LiteDB #2307).</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly LedgerFiles _files;
    private readonly LiteEngine _engine;
    private long _awaitedCommits;
    private int _copies;

    internal Ledger(LedgerFiles files, LiteEngine engine, Standing standing, TimeProvider time)
    {
        (_files, _engine, Standing, Time) = (files, engine, standing, time);
        Entries = new EntryTable(engine);
        Rows = new RowTable(engine);
        Checkpoints = new CheckpointTable(engine);
        LastPosition = Entries.LastPosition();
        Heads = new Heads(Entries);
        Keys = new KeyWindow(Entries, LastPosition);
    }

    internal Standing Standing { get; }

    internal TimeProvider Time { get; }

    internal EntryTable Entries { get; }

    internal RowTable Rows { get; }

    internal CheckpointTable Checkpoints { get; }

    internal Heads Heads { get; }

    internal KeyWindow Keys { get; }

    internal long LastPosition { get; private set; }

    internal long LogPages => _files.Log.Pages;

    /// <summary>True while the data file is copied: the log is brought into it only when that cannot wait, and the copy is then begun anew.</summary>
    internal bool IsFrozen => _copies > 0;

    internal void Remember(BsonDocument document, TimelineEntry entry, KeyMemory memory)
    {
        Mapping.AddKey(document, entry.Key, memory);
        Keys.Add(entry.Key, memory, entry.Position);
    }

    /// <summary>Writes a group as one transaction, not yet synced. No thread but this one and no await in between (LiteDB #2822).</summary>
    internal void Write(Batch batch)
    {
        Heads.Trim();
        if (batch.IsEmpty)
            return;
        _awaitedCommits = _files.Log.Commits + 1;
        _engine.BeginTrans();
        if (batch.Entries.Count > 0)
            Entries.Insert(batch.Entries);
        foreach (var erasing in batch.Erasings)
            erasing.Write(Entries);
        foreach (var changes in batch.Saves)
        {
            Rows.Apply(changes);
            Checkpoints.Write(changes.Subscriber, changes.Position);
        }
        _engine.Commit();
        LastPosition = batch.LastPosition;
    }

    /// <summary>Puts on the device what was written; may run on another thread while this one reads.</summary>
    internal void Sync()
    {
        if (!_files.Log.WaitForCommits(_awaitedCommits, Patience))
            throw _files.Fault() ?? new IOException("LiteDB did not write a transaction within half a minute");
        _files.Log.Sync();
    }

    /// <summary>Leaves nothing of what was erased: neither in the data file, whose pages are written anew, nor in what the log held of them.</summary>
    internal void Purge()
    {
        Sync();
        Checkpoint();
        WipeLog();
    }

    /// <summary>Leaves nothing in the log of what went into the data file.</summary>
    internal void WipeLog() => _files.Log.Wipe();

    /// <summary>Brings the log into the data file; returns how many pages it had.</summary>
    internal long Checkpoint()
    {
        var pages = _files.Log.Pages;
        if (pages > 0)
            _engine.Checkpoint();
        return _files.Fault() is { } fault ? throw new IOException(fault.Message, fault) : pages;
    }

    /// <summary>Brings the log into the data file, which rests from then on.</summary>
    internal FrozenData Freeze()
    {
        Checkpoint();
        _copies++;
        return new FrozenData(LastPosition, _files.DataFile.Length, _files.Data.Version, _files.DataFile);
    }

    /// <summary>Ends the rest; true when the data file did not change meanwhile.</summary>
    internal bool Thaw(FrozenData frozen)
    {
        _copies--;
        return _files.Data.Version == frozen.Version;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Standing.IsOpen)
            _engine.Dispose();
        else
            AbandonedEngines.Keep(_engine);
        _files.Dispose();
    }
}

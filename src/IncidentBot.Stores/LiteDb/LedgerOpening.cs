using IncidentBot.Ports;
using IncidentBot.Stores.Disks;
using LiteDB;
using LiteDB.Engine;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Stores.LiteDb;

/// <summary>Opens the timeline, or says in a sentence why it cannot be relied upon.</summary>
internal static class LedgerOpening
{
    private const int Format = 1;

    internal static Ledger Open(IDisk disk, Standing standing, TimeProvider time, ILogger logger)
    {
        try
        {
            var files = LedgerFiles.Open(disk, logger);
            try
            {
                return Open(files, disk, standing, time, logger);
            }
            catch
            {
                files.Dispose();
                throw;
            }
        }
        catch (Exception fault) when (fault is not StoreUnavailableException)
        {
            throw new StoreUnavailableException(
                DiskFaults.IsFull(fault) ? Sentences.Full(disk.Place) : Sentences.Damaged(disk.Place, fault.GetBaseException().Message), fault);
        }
    }

    private static Ledger Open(LedgerFiles files, IDisk disk, Standing standing, TimeProvider time, ILogger logger)
    {
        // No password: it would hide from our log where a transaction ends. Binary: the default compares texts by culture, ignoring case.
        var engine = new LiteEngine(new EngineSettings { DataStream = files.Data, LogStream = files.Log, Collation = Collation.Binary });
        try
        {
            return Open(engine, files, disk, standing, time, logger);
        }
        catch
        {
            AbandonedEngines.Keep(engine);
            throw;
        }
    }

    private static Ledger Open(LiteEngine engine, LedgerFiles files, IDisk disk, Standing standing, TimeProvider time, ILogger logger)
    {
        if (files.Log.Generation == 1)
            Create(engine);
        CheckFormat(engine, disk.Place);
        var ledger = new Ledger(files, engine, standing, time);
        TailCheck.Run(ledger.Entries, ledger.LastPosition);
        // A process may have died between an erasure and the wiping that it owes.
        ledger.Purge();
        standing.MoveTo(ledger.LastPosition);
        Log.Opened(logger, disk.Place, ledger.LastPosition);
        return ledger;
    }

    /// <summary>May be repeated: a crash can come in between. The checkpoint begins the log's second generation, and with it the store's life.</summary>
    private static void Create(LiteEngine engine)
    {
        engine.Pragma("CHECKPOINT", 0); // We choose the moment; at LiteDB's own, a long cursor would stop it for ever (LiteDB #2814).
        engine.Pragma("UTC_DATE", true);
        new EntryTable(engine).Create();
        new RowTable(engine).Create();
        new Table(engine, "about").Upsert([new BsonDocument { ["_id"] = "format", ["v"] = (long)Format }]);
        engine.Checkpoint();
    }

    private static void CheckFormat(LiteEngine engine, string place)
    {
        var format = new Table(engine, "about").Find("format") is { } found ? Mapping.Whole(found, "v") : 0;
        if (format is 0)
            throw new InvalidDataException("the note of its format is missing");
        if (format > Format)
            throw new StoreUnavailableException(
                $"The timeline in {place} was written by a newer IncidentBot (format {format}; this one knows {Format}). Start the newer one.");
    }
}

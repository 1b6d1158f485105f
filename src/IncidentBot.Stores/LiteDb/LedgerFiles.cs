using IncidentBot.Ports;
using IncidentBot.Stores.Disks;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Stores.LiteDb;

/// <summary>The two files of the timeline: LiteDB's data file and our log before it.</summary>
internal sealed class LedgerFiles : IDisposable
{
    internal const string DataName = "timeline.db";
    internal const string LogName = "timeline.log";
    private readonly IBlockFile _logFile;
    private readonly IBlockFile _dataFile;

    private LedgerFiles(IBlockFile logFile, IBlockFile dataFile, LogStream log)
        => (_logFile, _dataFile, Log, Data) = (logFile, dataFile, log, new DataStream(dataFile, log));

    internal LogStream Log { get; }

    internal DataStream Data { get; }

    internal IBlockFile DataFile => _dataFile;

    internal Exception? Fault() => Log.Fault ?? Data.Fault;

    internal static LedgerFiles Open(IDisk disk, ILogger logger)
    {
        var logFile = disk.Open(LogName);
        IBlockFile? dataFile = null;
        try
        {
            dataFile = disk.Open(DataName);
            disk.SyncNames();
            return new LedgerFiles(logFile, dataFile, OpenLog(disk.Place, logFile, dataFile, logger));
        }
        catch
        {
            dataFile?.Dispose();
            logFile.Dispose();
            throw;
        }
    }

    private static LogStream OpenLog(string place, IBlockFile logFile, IBlockFile dataFile, ILogger logger)
    {
        if (LogHeader.Read(logFile) is not { } generation)
            return dataFile.Length == 0 ? LogStream.Create(logFile) : throw Unavailable(place, $"its log, {LogName}, is missing or has lost its header");
        var log = LogStream.Recover(logFile, generation, out var recovery);
        if (recovery.Kept > 0 || recovery.Dropped > 0)
            LiteDb.Log.Recovered(logger, place, recovery.Kept, recovery.Dropped);
        // The first generation ends before anything is acknowledged: without a whole commit in it the data file may be torn.
        if (generation == 1 && log.Length == 0)
            dataFile.SetLength(0);
        else if (dataFile.Length == 0)
            throw Unavailable(place, $"its data file, {DataName}, is missing or empty");
        return log;
    }

    private static StoreUnavailableException Unavailable(string place, string what) => new(Sentences.Damaged(place, what));

    /// <inheritdoc/>
    public void Dispose()
    {
        Data.Dispose();
        Log.Dispose();
        _dataFile.Dispose();
        _logFile.Dispose();
    }
}

using Microsoft.Extensions.Logging;

namespace IncidentBot.Stores.LiteDb;

/// <summary>What the LiteDB store tells its operator.</summary>
internal static partial class Log
{
    [LoggerMessage(100, LogLevel.Information, "Timeline opened in {Place}: {Entries} entries")]
    internal static partial void Opened(ILogger logger, string place, long entries);

    [LoggerMessage(101, LogLevel.Warning,
        "Timeline in {Place} was not closed properly: {Kept} pages of its log were kept, {Dropped} of unfinished appends dropped")]
    internal static partial void Recovered(ILogger logger, string place, long kept, int dropped);

    [LoggerMessage(102, LogLevel.Debug, "Timeline checkpoint: {Pages} pages of the log went into the data file")]
    internal static partial void Checkpointed(ILogger logger, long pages);

    [LoggerMessage(103, LogLevel.Critical, "{Reason}")]
    internal static partial void Fenced(ILogger logger, Exception fault, string reason);
}

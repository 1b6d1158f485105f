namespace IncidentBot.Host.Workers;

/// <summary>What the workers tell their operator.</summary>
internal static partial class Log
{
    [LoggerMessage(300, LogLevel.Information, "This node works now: {Open} open incidents, {Promises} open promises, read models at {Position}")]
    internal static partial void TookUp(ILogger logger, int open, int promises, long position);

    [LoggerMessage(301, LogLevel.Warning, "Another node works now: {Reason}")]
    internal static partial void LaidDown(ILogger logger, string reason);

    [LoggerMessage(302, LogLevel.Critical, "{Worker} stopped, because the timeline did: {Reason}")]
    internal static partial void Fenced(ILogger logger, string worker, string reason);

    [LoggerMessage(303, LogLevel.Error, "{Worker} stumbled and goes on in {Breath}")]
    internal static partial void Stumbled(ILogger logger, Exception fault, string worker, TimeSpan breath);

    [LoggerMessage(304, LogLevel.Critical, "Entry {Number} of {Incident} cannot be read and is passed over; run `incidentbot verify`")]
    internal static partial void Unreadable(ILogger logger, Exception fault, IncidentId incident, int number);

    [LoggerMessage(305, LogLevel.Error, "{Incident} cannot be kept in the lists; run `incidentbot verify`")]
    internal static partial void Unlisted(ILogger logger, Exception fault, IncidentId incident);

    [LoggerMessage(306, LogLevel.Information, "Catching up with the timeline: {Position} of {Head}")]
    internal static partial void CatchingUp(ILogger logger, long position, long head);

    [LoggerMessage(310, LogLevel.Warning, "Deadline {Deadline} of {Incident} has fallen before; looking again later")]
    internal static partial void FallenBefore(ILogger logger, string deadline, IncidentId incident);

    [LoggerMessage(311, LogLevel.Error, "The deadlines of {Incident} cannot be told; looking again later")]
    internal static partial void NoDeadlines(ILogger logger, Exception fault, IncidentId incident);

    [LoggerMessage(320, LogLevel.Debug, "Kept the promise {Promise} of {Incident} to {Purpose}")]
    internal static partial void Kept(ILogger logger, PromiseId promise, IncidentId incident, string purpose);

    [LoggerMessage(321, LogLevel.Warning, "Try {Attempt} of {Incident} to {Purpose} failed, next in {Delay}: {Because}")]
    internal static partial void Failed(ILogger logger, int attempt, IncidentId incident, string purpose, TimeSpan delay, string because);

    [LoggerMessage(322, LogLevel.Error, "Gave up the promise {Promise} of {Incident} to {Purpose}: {Because}")]
    internal static partial void Broken(ILogger logger, PromiseId promise, IncidentId incident, string purpose, string because);

    [LoggerMessage(325, LogLevel.Error, "The promise {Promise} of {Incident} to {Purpose} stays open until the next start")]
    internal static partial void LeftOpen(ILogger logger, Exception fault, PromiseId promise, IncidentId incident, string purpose);

    [LoggerMessage(323, LogLevel.Warning, "{Destination} is away: its circuit is open for {Span}")]
    internal static partial void CircuitOpened(ILogger logger, string destination, TimeSpan span);

    [LoggerMessage(324, LogLevel.Information, "{Destination} is back: its circuit is closed")]
    internal static partial void CircuitClosed(ILogger logger, string destination);

    [LoggerMessage(330, LogLevel.Information, "Sealed {Streams} timelines")]
    internal static partial void Sealed(ILogger logger, int streams);

    [LoggerMessage(331, LogLevel.Information, "The nightly verification found everything in order: {Entries} entries of {Streams} timelines, {Seals} seals")]
    internal static partial void Verified(ILogger logger, long entries, int streams, int seals);

    [LoggerMessage(340, LogLevel.Information, "Building the search index: {Position} of {Head}")]
    internal static partial void Indexing(ILogger logger, long position, long head);

    [LoggerMessage(341, LogLevel.Error, "Nothing of {Incident} can be found by search; run `incidentbot verify`")]
    internal static partial void NotSearchable(ILogger logger, Exception fault, IncidentId incident);

    [LoggerMessage(360, LogLevel.Information, "Retired {Incident}: its words are in its bundle alone")]
    internal static partial void Retired(ILogger logger, IncidentId incident);

    [LoggerMessage(361, LogLevel.Error, "{Incident} could not be retired; it is tried again tomorrow")]
    internal static partial void NotRetired(ILogger logger, Exception fault, IncidentId incident);

    [LoggerMessage(350, LogLevel.Information, "Made and verified the backup {Place}: {Entries} entries of {Timelines} timelines, up to position {Position}")]
    internal static partial void BackedUp(ILogger logger, string place, long entries, int timelines, long position);

    [LoggerMessage(351, LogLevel.Error, "No backup was made: {Because}")]
    internal static partial void NotBackedUp(ILogger logger, string because);

    [LoggerMessage(352, LogLevel.Information, "Removed the backup {Name}, which is no longer to be kept")]
    internal static partial void BackupRemoved(ILogger logger, string name);

    [LoggerMessage(370, LogLevel.Error, "A look at {Incident}, which is private, could not be written down")]
    internal static partial void LookNotWritten(ILogger logger, Exception fault, IncidentId incident);

    [LoggerMessage(385, LogLevel.Warning, "{Incident} could not be drawn anew in {Chat} and is tried again until it is: {Because}")]
    internal static partial void DrawnLater(ILogger logger, IncidentId incident, string chat, string because);

    [LoggerMessage(386, LogLevel.Error, "{Incident} could not be drawn anew in {Chat}: {Because}")]
    internal static partial void NotDrawn(ILogger logger, IncidentId incident, string chat, string because);

    [LoggerMessage(332, LogLevel.Critical, "The nightly verification found a fault: {Finding}")]
    internal static partial void FoundWrong(ILogger logger, string finding);
}

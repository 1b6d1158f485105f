namespace IncidentBot.Host.Workers.Backups;

/// <summary>How scheduled backups stand, for whoever looks after the program.</summary>
internal sealed class BackupStanding
{
    private volatile string? fault;

    /// <summary>Why the last one failed, and when; null while none is missing.</summary>
    public string? Fault => fault;

    public void Failed(string because, DateTimeOffset at) => fault = $"The scheduled backup of {Words.Moment(at)} failed. {because}";

    public void Made() => fault = null;
}

namespace IncidentBot;

/// <summary>A backup was made and verified.</summary>
/// <param name="Position">The last entry that it holds, among all timelines.</param>
/// <param name="Directory">Its name; where it lies is the operator's affair.</param>
/// <param name="Bytes">How large it is.</param>
public sealed record BackupMade(long Position, string Directory, long Bytes) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"made and verified the backup {Directory} ({Words.Size(Bytes)}, up to entry {Position:N0} of the whole timeline)";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Housekeeping;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident;
}

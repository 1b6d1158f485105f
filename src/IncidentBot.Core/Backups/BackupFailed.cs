namespace IncidentBot;

/// <summary>A backup could not be made, or did not pass its verification: until one succeeds, what is recorded lies in one place only.</summary>
/// <param name="Because">Why, without what would give a private incident away.</param>
public sealed record BackupFailed(string Because) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"could not make a backup. {Because}";

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident;
}

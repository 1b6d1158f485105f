namespace IncidentBot;

/// <summary>Somebody shared a file. Its bytes lie under their digest and were on the device before this was recorded.</summary>
/// <param name="Name">The file's name as it was given.</param>
/// <param name="MediaType">What it says it is; never trusted for showing it.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">The SHA-256 of its bytes, lower-case hex.</param>
/// <param name="ReplyTo">The entry of the message that it answers; null outside threads.</param>
public sealed record FileShared(string Name, string MediaType, long Bytes, string Sha256, int? ReplyTo = null) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"shared the file “{Name}” ({Size}, SHA-256 {Sha256[..12]}…)";

    /// <summary>The size in words.</summary>
    public string Size => Words.Size(Bytes);

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Talk;

    /// <inheritdoc/>
    public override IncidentEvent? WithoutWords() => this with { Name = Redaction.Mark, MediaType = "application/octet-stream", Sha256 = Redaction.NoDigest };

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident.WithResponder(entry.By).WithAnswer(ReplyTo, entry.Number);
}

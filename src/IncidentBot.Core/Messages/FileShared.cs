using System.Text.Json.Serialization;

namespace IncidentBot;

/// <summary>Somebody shared a file. Its bytes lie under their digest and were on the device before this was recorded, unless they stay on the chat.</summary>
/// <param name="Name">The file's name as it was given.</param>
/// <param name="MediaType">What it says it is; never trusted for showing it.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">The SHA-256 of its bytes, lower-case hex; empty when they stay on the chat.</param>
/// <param name="ReplyTo">The entry of the message that it answers; null outside threads.</param>
/// <param name="Identity">The file's identity on its chat platform, in its message; null when it was shared here.</param>
/// <param name="Link">Where it is on that platform; null when it was shared here.</param>
/// <param name="FromBot">True when another program shared it: it takes no part.</param>
/// <param name="CaughtUp">True when it was read back afterwards, because the bot was away when it was shared.</param>
public sealed record FileShared(
    string Name, string MediaType, long Bytes, string Sha256, int? ReplyTo = null, string? Identity = null, string? Link = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool FromBot = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool CaughtUp = false) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => IsKept ? $"shared the file “{Name}” ({Size}, SHA-256 {Sha256[..12]}…)" : $"shared the file “{Name}” ({Size}, kept where it was shared)";

    /// <summary>True when its bytes are kept here.</summary>
    public bool IsKept => Sha256.Length > 0;

    /// <summary>The size in words.</summary>
    public string Size => Words.Size(Bytes);

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Talk;

    /// <inheritdoc/>
    public override IncidentEvent? WithoutWords() => this with { Name = Redaction.Mark, MediaType = "application/octet-stream", Sha256 = IsKept ? Redaction.NoDigest : "", Link = null };

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry)
    {
        if (Identity is not null && incident.KnownMessages.ContainsKey(Identity)) return incident;
        var after = (FromBot ? incident : incident.WithSpeaker(entry.By, Identity)).WithAnswer(ReplyTo, entry.Number);
        return Identity is null ? after : after with { KnownMessages = incident.KnownMessages.Add(Identity, entry.Number) };
    }
}

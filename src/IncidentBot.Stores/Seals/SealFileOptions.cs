namespace IncidentBot.Stores.Seals;

/// <summary>Where the seals' key is kept.</summary>
public sealed class SealFileOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Seals";

    /// <summary>The file with the key; made when it is not there. Whoever cannot read it cannot forge a seal: keep it where the timeline's data cannot be written from.</summary>
    /// <value>The default is <c>seal.key</c> in the data directory.</value>
    public string? KeyFile { get; set; }
}

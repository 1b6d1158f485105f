namespace IncidentBot.Host.Settings;

/// <summary>With what the server proves itself to browsers, where it speaks https itself.</summary>
public sealed class CertificateSettings
{
    /// <summary>The certificate's file: PEM, or PFX with its key; null without https.</summary>
    public string? Path { get; set; }

    /// <summary>The private key's file, where it is not in the certificate's.</summary>
    public string? KeyPath { get; set; }

    /// <summary>With which the key is locked; null when it is not.</summary>
    public string? Password { get; set; }
}

using System.Security.Cryptography;
using System.Text;

namespace IncidentBot.Integrations.Alerts;

/// <summary>Digests of what came in.</summary>
internal static class AlertDigest
{
    private const int FingerprintLength = 16;

    /// <summary>A fingerprint for an alert whose sender gives none: the same name and labels, the same fingerprint.</summary>
    public static string Of(string name, IReadOnlyDictionary<string, string> labels)
    {
        var text = new StringBuilder().Append(name.Length).Append(':').Append(name);
        foreach (var (label, value) in labels.OrderBy(label => label.Key, StringComparer.Ordinal))
            text.Append(label.Length).Append(':').Append(label).Append(value.Length).Append(':').Append(value);
        return Of(Encoding.UTF8.GetBytes(text.ToString()))[..FingerprintLength];
    }

    /// <summary>The SHA-256 of a request's exact bytes, lower-case hex.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Chat.Slack.Hearing.Doors;

/// <summary>Knows Slack's requests by their signature, under the secret of now or the one that takes its place.</summary>
internal sealed class SlackSignature(SlackOptions options, TimeProvider clock)
{
    private const string TimestampHeader = "X-Slack-Request-Timestamp";
    private const string SignatureHeader = "X-Slack-Signature";
    private const string Version = "v0";
    private const long Window = 300;

    private readonly byte[][] secrets = [.. options.SigningSecrets.Where(secret => !string.IsNullOrWhiteSpace(secret)).Select(Encoding.UTF8.GetBytes)];

    /// <summary>Looks at the headers and at the body as it came, byte by byte.</summary>
    public SlackProof Check(IHeaderDictionary headers, ReadOnlySpan<byte> body)
    {
        var (stamp, signed) = (headers[TimestampHeader].ToString(), headers[SignatureHeader].ToString());
        if (stamp.Length == 0 || signed.Length == 0) return SlackProof.Unsigned;
        if (!long.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return SlackProof.Stale;
        if (Math.Abs(clock.GetUtcNow().ToUnixTimeSeconds() - seconds) > Window) return SlackProof.Stale;
        return IsSigned(stamp, signed, body) ? SlackProof.Proven : SlackProof.Forged;
    }

    private bool IsSigned(string stamp, string signed, ReadOnlySpan<byte> body)
    {
        Span<byte> claimed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<byte> own = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (!signed.StartsWith(Version + "=", StringComparison.Ordinal)) return false;
        if (Convert.FromHexString(signed.AsSpan(Version.Length + 1), claimed, out _, out var written) != OperationStatus.Done || written != claimed.Length) return false;
        var start = Encoding.ASCII.GetBytes($"{Version}:{stamp}:");
        var matches = false;
        foreach (var secret in secrets)
        {
            using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
            hash.AppendData(start);
            hash.AppendData(body);
            hash.GetHashAndReset(own);
            matches |= CryptographicOperations.FixedTimeEquals(own, claimed);
        }
        return matches;
    }
}

using System.Security.Cryptography;
using System.Text;

namespace IncidentBot.Web.Guards;

/// <summary>What commands on this machine prove themselves with: 32 random bytes, made anew at each start, to be read only by whoever can read the data directory.</summary>
public sealed class LocalToken
{
    private const int Bytes = 32;
    private readonly byte[] digest;

    /// <summary>A new one.</summary>
    public LocalToken()
    {
        Text = "local_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        digest = Digest(Text);
    }

    /// <summary>The token, as it is carried behind <c>Authorization: Bearer</c>.</summary>
    public string Text { get; }

    /// <summary>True for the token; how long that takes tells nothing.</summary>
    public bool Matches(string? carried) => carried is not null && CryptographicOperations.FixedTimeEquals(Digest(carried), digest);

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}

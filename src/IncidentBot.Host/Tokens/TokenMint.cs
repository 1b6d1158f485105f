using System.Buffers.Text;
using System.Security.Cryptography;
using IncidentBot.Ports;

namespace IncidentBot.Host.Tokens;

/// <summary>Makes tokens out of the machine's randomness: <c>ib_&lt;id&gt;_</c> and 43 characters that hold 256 bits.</summary>
internal sealed class TokenMint : ITokenMint
{
    private const int IdBytes = 6;
    private const int SecretBytes = 32;

    /// <inheritdoc/>
    public MintedToken Mint()
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        return new MintedToken(id, $"ib_{id}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))}");
    }
}

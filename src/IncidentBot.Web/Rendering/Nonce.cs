using System.Security.Cryptography;

namespace IncidentBot.Web.Rendering;

/// <summary>A key minted when a control is drawn, so that two presses of it are one deed.</summary>
internal static class Nonce
{
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(9));
}

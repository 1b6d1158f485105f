using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Integrations.Alerts;

/// <summary>What a sender of alerts must know.</summary>
internal sealed class AlertToken(string? token)
{
    private const string Scheme = "Bearer ";

    private readonly byte[]? digest = string.IsNullOrEmpty(token) ? null : Digest(token);

    /// <summary>True when there is one; without it the door stays closed.</summary>
    public bool IsSet => digest is not null;

    /// <summary>True when the request carries it. How long that takes tells nothing about it.</summary>
    public bool Admits(HttpRequest request)
    {
        var given = request.Headers.Authorization.ToString();
        return digest is not null && given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(Digest(given[Scheme.Length..].Trim()), digest);
    }

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}

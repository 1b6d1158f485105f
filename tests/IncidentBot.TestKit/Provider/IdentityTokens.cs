using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace IncidentBot.TestKit;

/// <summary>The provider's identity tokens, signed with a key that was made when it started.</summary>
public sealed class IdentityTokens : IDisposable
{
    private readonly RSA key = RSA.Create(2048);
    private readonly RSA strangers = RSA.Create(2048);

    /// <summary>Changes what is said before it is signed.</summary>
    public Action<Dictionary<string, object?>>? Forge { get; set; }

    /// <summary>How it is signed.</summary>
    public Signing Signing { get; set; }

    /// <summary>The keys that are published.</summary>
    public object Keys()
    {
        var open = key.ExportParameters(includePrivateParameters: false);
        return new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = "1", n = WebEncoders.Base64UrlEncode(open.Modulus!), e = WebEncoders.Base64UrlEncode(open.Exponent!) } } };
    }

    /// <summary>A token for somebody.</summary>
    public string Make(string issuer, Provided somebody, string nonce)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var said = new Dictionary<string, object?>
        {
            ["iss"] = issuer, ["aud"] = FakeProvider.ClientId, ["sub"] = somebody.Subject, ["nonce"] = nonce, ["iat"] = now, ["nbf"] = now, ["exp"] = now + 300,
            ["sid"] = "session-" + somebody.Subject, ["name"] = somebody.Name, ["groups"] = somebody.Groups,
        };
        if (somebody.Email is not null) (said["email"], said["email_verified"]) = (somebody.Email, somebody.EmailIsVerified);
        Forge?.Invoke(said);
        return Sign(said);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        key.Dispose();
        strangers.Dispose();
    }

    private string Sign(Dictionary<string, object?> said)
    {
        var head = Signing == Signing.None ? """{"alg":"none","typ":"JWT"}""" : Signing == Signing.WithTheSecret ? """{"alg":"HS256","typ":"JWT","kid":"1"}""" : """{"alg":"RS256","typ":"JWT","kid":"1"}""";
        var words = $"{Encoded(head)}.{Encoded(JsonSerializer.Serialize(said))}";
        var bytes = Encoding.ASCII.GetBytes(words);
        return words + "." + Signing switch
        {
            Signing.None => "",
            Signing.WithTheSecret => WebEncoders.Base64UrlEncode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(FakeProvider.ClientSecret), bytes)),
            Signing.WithAnotherKey => WebEncoders.Base64UrlEncode(strangers.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
            _ => WebEncoders.Base64UrlEncode(key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
        };
    }

    private static string Encoded(string text) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(text));
}

/// <summary>How a token is signed.</summary>
public enum Signing
{
    /// <summary>As it should be.</summary>
    Properly,

    /// <summary>Not at all.</summary>
    None,

    /// <summary>With a key that the provider does not publish.</summary>
    WithAnotherKey,

    /// <summary>With what both sides know, as if it were a key.</summary>
    WithTheSecret,
}

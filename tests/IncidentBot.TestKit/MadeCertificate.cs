using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace IncidentBot.TestKit;

/// <summary>A certificate for localhost that vouches for itself, in files of every kind.</summary>
public sealed class MadeCertificate : IDisposable
{
    /// <summary>With which the PFX file is locked.</summary>
    public const string Password = "open sesame";

    private readonly string directory = Directory.CreateTempSubdirectory("incidentbot-certificate-").FullName;

    /// <summary>Makes one that is valid for so many days; less than none for one that was.</summary>
    public MadeCertificate(int days)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-3), DateTimeOffset.UtcNow.AddDays(days));
        File.WriteAllText(Pem, certificate.ExportCertificatePem());
        File.WriteAllText(Key, key.ExportPkcs8PrivateKeyPem());
        File.WriteAllBytes(Pfx, certificate.Export(X509ContentType.Pkcs12, Password));
    }

    /// <summary>The certificate alone.</summary>
    public string Pem => Path.Combine(directory, "cert.pem");

    /// <summary>Its key.</summary>
    public string Key => Path.Combine(directory, "key.pem");

    /// <summary>Both, locked.</summary>
    public string Pfx => Path.Combine(directory, "cert.pfx");

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(directory, recursive: true);
}

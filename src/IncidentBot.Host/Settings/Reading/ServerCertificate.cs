using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace IncidentBot.Host.Settings.Reading;

/// <summary>The certificate with which the server speaks https, with those that vouch for it.</summary>
public sealed record ServerCertificate(X509Certificate2 Own, X509Certificate2Collection Chain)
{
    private const string Setting = nameof(HouseSettings.Certificate);

    /// <summary>Reads it; null when there is none, or when it cannot be used.</summary>
    public static ServerCertificate? Of(CertificateSettings settings, StartupFaults faults)
    {
        if (string.IsNullOrEmpty(settings.Path))
        {
            if (settings.KeyPath is not null || settings.Password is not null) faults.Add($"{Setting}:Path", "The certificate itself is missing. Name its file, or leave Certificate away.");
            return null;
        }
        foreach (var (name, path) in new[] { ("Path", settings.Path), ("KeyPath", settings.KeyPath) })
            if (path is not null && !File.Exists(path)) { faults.Add($"{Setting}:{name}", $"There is no file “{path}”."); return null; }
        return Read(settings, faults);
    }

    /// <summary>Lets https use it.</summary>
    public void Set(HttpsConnectionAdapterOptions https) => (https.ServerCertificate, https.ServerCertificateChain) = (Own, Chain);

    private static ServerCertificate? Read(CertificateSettings settings, StartupFaults faults)
    {
        try
        {
            var read = IsPem(settings.Path!) ? Pem(settings) : Pfx(settings);
            if (!read.Own.HasPrivateKey) faults.Add($"{Setting}:KeyPath", "The certificate comes without its private key. Name the key's file.");
            else if (read.Own.NotAfter < DateTime.Now) faults.Add($"{Setting}:Path", $"The certificate was valid until {read.Own.NotAfter.ToUniversalTime():yyyy-MM-dd}. Renew it.");
            else return read;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or ArgumentException)
        {
            faults.Add($"{Setting}:Path", "The certificate cannot be used: it is neither PEM nor PFX, the key is not its key or comes without KeyPath, or Certificate:Password is not the right one.");
        }
        catch (Exception closed) when (closed is UnauthorizedAccessException or IOException)
        {
            faults.Add($"{Setting}:Path", "The certificate or its key may not be read by this account. Change the permissions of the files.");
        }
        return null;
    }

    private static bool IsPem(string path) => File.ReadAllText(path).Contains("-----BEGIN", StringComparison.Ordinal);

    private static ServerCertificate Pem(CertificateSettings settings)
    {
        var own = settings.Password is null
            ? X509Certificate2.CreateFromPemFile(settings.Path!, settings.KeyPath)
            : X509Certificate2.CreateFromEncryptedPemFile(settings.Path!, settings.Password, settings.KeyPath);
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(settings.Path!);
        return new ServerCertificate(own, chain);
    }

    private static ServerCertificate Pfx(CertificateSettings settings)
    {
        var all = X509CertificateLoader.LoadPkcs12CollectionFromFile(settings.Path!, settings.Password);
        return new ServerCertificate(all.FirstOrDefault(one => one.HasPrivateKey) ?? all[0], all);
    }
}

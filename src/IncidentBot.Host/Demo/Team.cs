using System.Security.Cryptography;
using System.Text;

namespace IncidentBot.Host.Demo;

/// <summary>The cast of the demo.</summary>
internal static class Team
{
    /// <summary>Leads until her shift ends.</summary>
    public static readonly Actor Amara = new("Amara Nwosu");

    /// <summary>On call for billing.</summary>
    public static readonly Actor Jun = new("Jun Watanabe");

    /// <summary>Knows the databases, and leads when Amara has gone home.</summary>
    public static readonly Actor Lucia = new("Lucía Ferrer");

    /// <summary>Speaks with customers. Her name runs from right to left.</summary>
    public static readonly Actor Nour = new("نور حداد");

    private const string Fingerprint = "b1d6c0de5a1e0042";
    private const string AlertName = "BillingApiSlow";
    private static readonly Person Alertmanager = new(new PersonId("api:alertmanager"), "Alertmanager");

    /// <summary>The monitoring reports that it has been seeing trouble for a while.</summary>
    public static Deed AlertFires(TimeSpan since) => new Reporting(Alertmanager, now => new AlertAttached(new Alert(
        Fingerprint, AlertName, "p95 of billing-api is above 5 s", now - since, "Alertmanager", Link: null,
        new Dictionary<string, string> { ["service"] = "billing-api", ["severity"] = "page" }, Sha256($$"""{"status":"firing","fingerprint":"{{Fingerprint}}"}"""))));

    /// <summary>The monitoring reports that the trouble has been over for a while.</summary>
    public static Deed AlertClears(TimeSpan since) => new Reporting(Alertmanager, now =>
        new AlertCleared(Fingerprint, AlertName, now - since, Sha256($$"""{"status":"resolved","fingerprint":"{{Fingerprint}}"}""")));

    private static string Sha256(string payload) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(payload)));
}

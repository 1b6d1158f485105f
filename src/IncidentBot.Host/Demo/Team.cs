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

    private static readonly Alert Slow = new(
        "b1d6c0de5a1e0042", "BillingApiSlow", "p95 of billing-api is above 5 s", default, "Alertmanager", Link: null,
        new Dictionary<string, string> { ["alertname"] = "BillingApiSlow", ["service"] = "billing-api", ["severity"] = "SEV2" }, PayloadSha256: "");

    /// <summary>The monitoring reports that it has been seeing trouble for a while.</summary>
    public static Deed AlertFires(TimeSpan since) => new Reporting(Slow.Reporter, now =>
        new AlertSignal(Slow with { StartedAt = now - since, PayloadSha256 = Sha256("firing") }, IsFiring: true) { SaysSince = true });

    /// <summary>The monitoring reports that the trouble has been over for a while.</summary>
    public static Deed AlertClears(TimeSpan since) => new Reporting(Slow.Reporter, now =>
        new AlertSignal(Slow with { PayloadSha256 = Sha256("resolved") }, IsFiring: false) { EndedAt = now - since });

    private static string Sha256(string status) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($$"""{"status":"{{status}}","fingerprint":"{{Slow.Fingerprint}}"}""")));
}

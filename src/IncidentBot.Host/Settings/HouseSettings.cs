using System.ComponentModel.DataAnnotations;
using IncidentBot.Chat.Slack;
using IncidentBot.Host.Workers.Backups;
using IncidentBot.Host.Workers.Promises;
using IncidentBot.Host.Workers.Retention;
using IncidentBot.Host.Workers.Seals;
using UploadOptions = IncidentBot.Web.WarRoom.FileOptions;

namespace IncidentBot.Host.Settings;

/// <summary>All settings of the house. What is not set has its default.</summary>
public sealed class HouseSettings
{
    /// <summary>Where pages and API are served; several addresses are parted by a semicolon.</summary>
    [Required]
    public string Listen { get; set; } = "http://127.0.0.1:5080";

    /// <summary>Under which address people come: what links begin with, and the only host that is answered; null when it is reached from this machine alone.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>Addresses and ranges of the reverse proxies that are believed when they say for whom they ask.</summary>
    public List<string> Proxies { get; set; } = [];

    /// <summary>With what the server proves itself, where it speaks https itself.</summary>
    public CertificateSettings Certificate { get; set; } = new();

    /// <summary>Who vouches for people, and what they may do.</summary>
    public SignInSettings SignIn { get; set; } = new();

    /// <summary>Where everything is kept.</summary>
    public StoreSettings Store { get; set; } = new();

    /// <summary>What people may upload.</summary>
    public UploadOptions WarRoom { get; set; } = new();

    /// <summary>How patiently promises are kept.</summary>
    public PromiseOptions Promises { get; set; } = new();

    /// <summary>How often timelines are sealed.</summary>
    public SealOptions Seals { get; set; } = new();

    /// <summary>Which backups are made without being asked for.</summary>
    public BackupOptions Backup { get; set; } = new();

    /// <summary>Who may send alerts, and what follows from them.</summary>
    public AlertSettings Alerts { get; set; } = new();

    /// <summary>How Slack is reached, and how incidents look there.</summary>
    public SlackOptions Slack { get; set; } = new();

    /// <summary>What secrets look like that people paste by mistake, as far as that differs from the known shapes.</summary>
    public Dictionary<string, SecretSettings> Secrets { get; set; } = [];

    /// <summary>How long ended incidents keep their words.</summary>
    public RetentionOptions Retention { get; set; } = new();

    /// <summary>The house rules, as far as they differ from the defaults.</summary>
    public ResponseSettings Response { get; set; } = new();
}

/// <summary>What a kind of secret looks like.</summary>
public sealed class SecretSettings
{
    /// <summary>What it is, as a sentence names it: <c>a key of our billing</c>.</summary>
    public string? Name { get; set; }

    /// <summary>The regular expression that knows it.</summary>
    public string? Pattern { get; set; }

    /// <summary>False no longer looks for it.</summary>
    public bool Enabled { get; set; } = true;
}

/// <summary>Where the timeline is kept.</summary>
public sealed class StoreSettings
{
    /// <summary>Which store.</summary>
    public StoreProvider Provider { get; set; } = StoreProvider.LiteDb;

    /// <summary>The data directory, on a local disk.</summary>
    [Required]
    public string Path { get; set; } = "./data";
}

/// <summary>The stores that there are.</summary>
public enum StoreProvider
{
    /// <summary>In one directory, for one process, with nothing to set up.</summary>
    LiteDb,
}

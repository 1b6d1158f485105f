using IncidentBot.Chat.Slack;
using IncidentBot.Host.Settings.Reading;
using IncidentBot.Host.Settings.Rules;
using IncidentBot.Web.Guards;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.Json;

namespace IncidentBot.Host.Settings;

/// <summary>The settings, read and found sound.</summary>
/// <param name="House">As they were written.</param>
/// <param name="Policy">The house rules that follow from them.</param>
/// <param name="Addresses">Where to listen.</param>
public sealed record SettingsPage(HouseSettings House, Policy Policy, string[] Addresses)
{
    private static readonly string[] OfTheFramework = ["Logging", "Urls", "Environment", "ContentRoot", "ApplicationName", "HostBuilder"];

    /// <summary>How the server is reached.</summary>
    public Doorway Doorway { get; init; } = Doorway.ThisMachine;

    /// <summary>With what it speaks https; null when it does not.</summary>
    public ServerCertificate? Certificate { get; init; }

    /// <summary>What links that are sent out begin with; null when people elsewhere cannot reach this server.</summary>
    public Uri? PublicAddress => House.PublicUrl is { } address && Uri.TryCreate(address, UriKind.Absolute, out var known) ? known : null;

    /// <summary>The data directory's full path.</summary>
    public string DataDirectory => Path.GetFullPath(House.Store.Path);

    /// <summary>Reads the settings; throws <see cref="SettingsException"/> with every fault on one page.</summary>
    public static SettingsPage Read(IConfigurationManager configuration, Verbs verbs)
    {
        var faults = new StartupFaults();
        var house = new HouseSettings { Listen = configuration["urls"] is { Length: > 0 } urls ? urls : new HouseSettings().Listen };
        var reader = new SettingsReader(faults);
        reader.Fill(house, configuration, counts: key => IsOurs(key, configuration));
        var policy = PolicyRules.Over(DefaultPolicy.Create(), house.Response, verbs, faults);
        RetentionRules.Check(house.Retention, Path.GetFullPath(house.Store.Path), faults);
        policy = policy with
        {
            Secrets = SecretRules.Of(house.Secrets, faults),
            Alerts = AlertRules.Of(house.Alerts, policy.Severities, faults),
            Access = SignInRules.Of(house.SignIn, faults),
            Chats = house.Slack.IsOn ? [SlackNames.Chat] : [],
            Mirrors = house.Slack.IsOn ? [SlackNames.Chat] : [],
        };
        var addresses = ListenAddresses.Of(house, faults);
        var page = new SettingsPage(house, policy, addresses) { Doorway = DoorwayRules.Of(house, addresses, faults), Certificate = ServerCertificate.Of(house.Certificate, faults) };
        BackupRules.Check(house, faults);
        SlackRules.Check(house.Slack, verbs, faults);
        // The web server reads this section by itself, and would listen where it says.
        if (configuration.GetSection("Kestrel").GetChildren().Any()) faults.Add("Kestrel", "The web server is not set up this way. Use Listen.");
        faults.ThrowIfAny();
        configuration.AddInMemoryCollection(reader.Spans);
        return page;
    }

    // The environment is full of names that are none of ours.
    private static bool IsOurs(string key, IConfigurationManager configuration) =>
        !OfTheFramework.Contains(key, StringComparer.OrdinalIgnoreCase)
        && ((IConfigurationRoot)configuration).Providers
            .Where(provider => provider is JsonConfigurationProvider or CommandLineConfigurationProvider)
            .Any(provider => provider.GetChildKeys([], parentPath: null).Contains(key, StringComparer.OrdinalIgnoreCase));
}

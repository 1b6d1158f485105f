using System.Collections;
using System.Text.Json;
using IncidentBot.Host.Settings;
using IncidentBot.Host.Settings.Reading;
using IncidentBot.Web.Guards;
using Microsoft.Extensions.Configuration;
using IncidentBot.TestKit;

namespace IncidentBot.Scenarios.Settings;

public sealed class TheExample
{
    private static readonly string Path = System.IO.Path.Combine(Repository.Root, "appsettings.example.json");

    [Test]
    public void Is_sound_and_says_the_defaults()
    {
        var example = SettingsFile.Read(File.ReadAllText(Path));
        var defaults = SettingsFile.Read("{}");

        Assert.That(JsonSerializer.Serialize(example.Policy with { Services = [], Alerts = defaults.Policy.Alerts }), Is.EqualTo(JsonSerializer.Serialize(defaults.Policy)));
        Assert.That(JsonSerializer.Serialize(example.House.Promises), Is.EqualTo(JsonSerializer.Serialize(defaults.House.Promises)));
        Assert.That(JsonSerializer.Serialize(example.House.Seals), Is.EqualTo(JsonSerializer.Serialize(defaults.House.Seals)));
        Assert.That(JsonSerializer.Serialize(example.House.Backup), Is.EqualTo(JsonSerializer.Serialize(defaults.House.Backup)));
        Assert.That(example.House.Slack.Reactions, Is.EquivalentTo(defaults.House.Slack.Reactions));
        (example.House.Slack.Reactions, defaults.House.Slack.Reactions) = ([], []);
        Assert.That(JsonSerializer.Serialize(example.House.Slack), Is.EqualTo(JsonSerializer.Serialize(defaults.House.Slack)));
        Assert.That(JsonSerializer.Serialize(example.House.WarRoom), Is.EqualTo(JsonSerializer.Serialize(defaults.House.WarRoom)));
        Assert.That((example.House.Alerts.Token, example.House.Alerts.ProposeOthers), Is.EqualTo((defaults.House.Alerts.Token, defaults.House.Alerts.ProposeOthers)));
        Assert.That(JsonSerializer.Serialize(example.House.SignIn), Is.EqualTo(JsonSerializer.Serialize(defaults.House.SignIn)));
        Assert.That(example.Doorway with { Proxies = Doorway.ThisMachine.Proxies }, Is.EqualTo(Doorway.ThisMachine));
        Assert.That((example.Certificate, example.House.Proxies.Count), Is.EqualTo(((ServerCertificate?)null, 0)));
        Assert.That(JsonSerializer.Serialize(example.House.Retention), Is.EqualTo(JsonSerializer.Serialize(defaults.House.Retention)));
        Assert.That((example.House.Listen, example.House.Store.Path), Is.EqualTo((defaults.House.Listen, defaults.House.Store.Path)));
    }

    [Test]
    public void Shows_every_setting()
    {
        var shown = new ConfigurationBuilder().AddJsonFile(Path).Build();
        Assert.That(Settings(typeof(HouseSettings), [shown]).ToList(), Is.Empty, "these settings are not in appsettings.example.json");
    }

    // The names of settings that none of the sections has.
    private static IEnumerable<string> Settings(Type type, IReadOnlyList<IConfiguration> sections)
    {
        foreach (var property in type.GetProperties().Where(property => property.CanWrite))
        {
            var found = sections.SelectMany(section => section.GetChildren()).Where(child => child.Key == property.Name).ToList();
            if (found.Count == 0) yield return $"{type.Name}.{property.Name}";
            foreach (var missing in Within(property.PropertyType, found)) yield return missing;
        }
    }

    private static IEnumerable<string> Within(Type type, IReadOnlyList<IConfigurationSection> found)
    {
        if (typeof(IDictionary).IsAssignableFrom(type)) return Within(type.GetGenericArguments()[1], [.. found.SelectMany(section => section.GetChildren())]);
        return type.IsClass && type != typeof(string) && !typeof(IList).IsAssignableFrom(type) ? Settings(type, found) : [];
    }
}

using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using IncidentBot.Chat.Slack;
using IncidentBot.Chat.Slack.Hearing;
using IncidentBot.Chat.Slack.Hearing.Doors;
using IncidentBot.Chat.Slack.Hearing.Interacting;
using IncidentBot.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace IncidentBot.Adapters.Tests.Slack.SettingUp;

public sealed class ManifestsOfTheApp
{
    private static readonly string? Schema = new[]
        {
            Environment.GetEnvironmentVariable("INCIDENTBOT_SCHEMAS") ?? Path.Combine(Repository.Root, "..", "shared", "schemas"),
        }
        .Select(folder => Path.Combine(folder, "slack-app-manifest.2.0.0.json")).FirstOrDefault(File.Exists);

    private JsonNode read = null!;

    private JsonNode Http => read["http"]!;

    private JsonNode Socket => read["socket"]!;

    [OneTimeSetUp]
    public async Task Read()
    {
        using var peer = PeerProcess.Start("manifests.mjs", [Path.Combine(Repository.Root, "manifests", "slack"), .. Schema is null ? Array.Empty<string>() : [Schema]]);
        read = JsonNode.Parse(await peer.SaidAsync())!;
    }

    [Test]
    public void Hold_before_Slacks_schema()
    {
        if (Schema is null) Assert.Ignore("Slack's schema for manifests is not here: set INCIDENTBOT_SCHEMAS to the folder that holds slack-app-manifest.2.0.0.json.");
        Assert.That(read["faults"]!.AsArray(), Is.Empty);
    }

    [Test]
    public void Ask_for_exactly_the_scopes_that_the_doctor_looks_for() =>
        Assert.That(Texts(Socket["oauth_config"]!["scopes"]!["bot"]!), Is.EqualTo(SlackScopes.Bot.Select(scope => scope.Name)));

    [Test]
    public void Subscribe_to_exactly_the_events_that_somebody_hears()
    {
        var subscribed = Texts(Socket["settings"]!["event_subscriptions"]!["bot_events"]!);
        Assert.That(subscribed, Is.EqualTo(SlackScopes.Events));
        var known = Texts(read["events"]!).Union(subscribed.Select(Inner));
        Assert.That(known.Where(type => Hearing().Any(one => one.Hears(type))), Is.EquivalentTo(subscribed.Select(Inner).Distinct()));
    }

    [Test]
    public void Offer_the_shortcuts_that_are_known()
    {
        var shortcuts = Socket["features"]!["shortcuts"]!.AsArray().Select(shortcut => $"{shortcut!["type"]} {shortcut["callback_id"]}").ToList();
        Assert.That(shortcuts, Is.EqualTo(new[] { "global declare", "message declare_message", "message timeline", "message decision", "message followup" }));
        Assert.That(shortcuts.Skip(2).Select(shortcut => MessageDeed.Of(shortcut.Split(' ')[1])), Has.None.Null);
    }

    [Test]
    public void Offer_the_command_that_is_the_default_with_what_it_names_escaped()
    {
        var command = Socket["features"]!["slash_commands"]!.AsArray().Single()!;
        Assert.That(((string?)command["command"], (bool?)command["should_escape"]), Is.EqualTo(($"/{DefaultPolicy.Create().Command}", true)));
    }

    [Test]
    public void Have_a_home_and_expire_nothing()
    {
        var (home, settings) = (Socket["features"]!["app_home"]!, Socket["settings"]!);
        Assert.That(((bool?)home["home_tab_enabled"], (bool?)home["messages_tab_enabled"], (bool?)home["messages_tab_read_only_enabled"]), Is.EqualTo((true, true, false)));
        Assert.That(((bool?)settings["interactivity"]!["is_enabled"], (bool?)settings["org_deploy_enabled"], (bool?)settings["token_rotation_enabled"]), Is.EqualTo((true, false, false)));
    }

    [Test]
    public void Name_the_addresses_where_this_server_listens()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        SlackDoors.Map(app);
        var doors = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(door => $"https://incidents.example.com{door.RoutePattern.RawText}");
        var named = new[] { Http["features"]!["slash_commands"]![0]!["url"], Http["settings"]!["event_subscriptions"]!["request_url"], Http["settings"]!["interactivity"]!["request_url"] };
        Assert.That(named.Select(address => (string?)address), Is.EquivalentTo(doors));
    }

    [Test]
    public void Differ_in_nothing_but_the_way_in()
    {
        var without = Http.DeepClone();
        ((JsonObject)without["features"]!["slash_commands"]![0]!).Remove("url");
        ((JsonObject)without["settings"]!["event_subscriptions"]!).Remove("request_url");
        ((JsonObject)without["settings"]!["interactivity"]!).Remove("request_url");
        Assert.That((bool?)without["settings"]!["socket_mode_enabled"], Is.False);
        without["settings"]!["socket_mode_enabled"] = true;
        Assert.That(without.ToJsonString(), Is.EqualTo(Socket.ToJsonString()));
    }

    // Whether one hears a type does not depend on what it hears with.
    private static List<ISlackEvents> Hearing() =>
        [.. typeof(SlackSetup).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(ISlackEvents))).Select(type => (ISlackEvents)RuntimeHelpers.GetUninitializedObject(type))];

    private static string Inner(string subscription) => subscription.Split('.')[0];

    private static IReadOnlyList<string> Texts(JsonNode list) => [.. list.AsArray().Select(one => (string)one!)];
}

using System.Text.Json.Nodes;
using IncidentBot.Chat.Slack;
using IncidentBot.TestKit;

namespace IncidentBot.Scenarios.Slack.SettingUp;

public sealed class AskingTheDoctor
{
    private string directory = "";
    private FakeSlackSocket slack = null!;

    [SetUp]
    public async Task Make()
    {
        directory = Directory.CreateTempSubdirectory("incidentbot-").FullName;
        slack = await FakeSlackSocket.StartAsync();
        slack.Scopes = [.. SlackScopes.Bot.Select(scope => scope.Name)];
        slack.Answers["api.test"] = () => new JsonObject { ["ok"] = true };
        slack.Answers["auth.test"] = () => new JsonObject { ["ok"] = true, ["team"] = "Acme", ["team_id"] = "T1", ["user"] = "incidentbot", ["user_id"] = "U0BOT", ["bot_id"] = "B0BOT", ["app_id"] = "A0BOT" };
        slack.Answers["users.info"] = () => new JsonObject { ["ok"] = true, ["user"] = new JsonObject { ["id"] = "U0BOT", ["team_id"] = "T1", ["name"] = "incidentbot", ["is_bot"] = true } };
        slack.Answers["conversations.info"] = () => Channel();
    }

    [TearDown]
    public async Task Remove()
    {
        await slack.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    [Test]
    public async Task Everything_in_order_is_told_so_and_no_secret_with_it()
    {
        var (exit, said) = await DoctorAsync("--Slack:AppToken=xapp-hush", "--Slack:AnnounceChannel=C0ANNOUNCE");

        Assert.That(said, Is.EqualTo($"""
            Settings
              ✓ They are sound.
            Data
              ✓ {directory} can be read and written, and no server runs on it. It holds 0 entries.
            Slack
              ✓ Slack answers at {slack.Address}.
              ✓ This machine's clock and Slack's agree.
              ✓ The bot token is good: the bot is @incidentbot in the workspace Acme (T1).
              ✓ All {SlackScopes.Bot.Count} scopes are granted.
              ✓ The app-level token is good: Slack gives an address to connect to.
              ✓ Incidents are announced in #incidents.
              – The slash command must be /incident in the app's settings, under Slash Commands: Slack does not tell which are there. Response:Command names it here.

            Nothing is wrong.

            """.ReplaceLineEndings("\n")));
        Assert.That((exit, said.Contains("hush", StringComparison.Ordinal)), Is.EqualTo((0, false)));
    }

    [Test]
    public async Task Over_HTTP_it_names_the_addresses_to_paste()
    {
        var (exit, said) = await DoctorAsync("--Slack:SigningSecrets:0=hush", "--PublicUrl=https://127.0.0.1:5443/");
        Assert.That(said, Does.Contain("– A signing secret is set. Only a request from Slack proves it: save the addresses below in the app's settings; Slack says Verified, or the log here says that a signature is wrong.")
            .And.Contain("– The addresses in the app's settings: Event Subscriptions → Request URL https://127.0.0.1:5443/slack/events; Slash Commands → Request URL https://127.0.0.1:5443/slack/commands; "
                + "Interactivity & Shortcuts → Request URL https://127.0.0.1:5443/slack/interactions.")
            .And.Contain("– Slack:AnnounceChannel is not set: incidents are announced nowhere in Slack."));
        Assert.That((exit, said.Contains("hush", StringComparison.Ordinal)), Is.EqualTo((0, false)));
    }

    [Test]
    public async Task A_wrong_bot_token_is_told_with_where_to_find_the_right_one()
    {
        slack.Answers["auth.test"] = () => No("invalid_auth");
        var (exit, said) = await DoctorAsync("--Slack:AppToken=xapp-1");
        Assert.That(said, Does.Contain("✗ Slack refuses the bot token (invalid_auth): it is wrong, revoked or of another app. Copy the Bot User OAuth Token again (OAuth & Permissions) into Slack:BotToken.")
            .And.EndWith("1 thing is wrong.\n"));
        Assert.That(exit, Is.EqualTo(1));
    }

    [Test]
    public async Task Missing_scopes_a_wrong_app_token_and_a_channel_without_the_bot_are_told_at_once()
    {
        slack.Scopes = [.. slack.Scopes.Except(["groups:write", "users:read"])];
        slack.Answers["users.info"] = () => No("missing_scope");
        slack.Answers["conversations.info"] = () => Channel(isMember: false, isPrivate: true);
        slack.Refuse("invalid_auth");
        var (exit, said) = await DoctorAsync("--Slack:AppToken=xapp-1", "--Slack:AnnounceChannel=C0ANNOUNCE");

        Assert.That(said, Does.Contain("✓ The bot token is good: the bot is U0BOT in the workspace Acme (T1).")
            .And.Contain("✗ The scope groups:write is missing; it is needed to the same")
            .And.Contain("✗ The scope users:read is missing; it is needed to know people's names. Add it under OAuth & Permissions → Scopes → Add an OAuth Scope → users:read, then press Reinstall to Workspace.")
            .And.Contain("✗ Slack refuses the app-level token (invalid_auth). Make one with the scope connections:write (Basic Information, App-Level Tokens) and copy it into Slack:AppToken.")
            .And.Contain("✗ The bot is not in #incidents, where incidents are announced. Invite it there: /invite and its name.")
            .And.EndWith("4 things are wrong.\n"));
        Assert.That(exit, Is.EqualTo(1));
    }

    [TestCase("archived", "✗ #incidents, where incidents are announced, is archived. Unarchive it in Slack, or name another one in Slack:AnnounceChannel.")]
    [TestCase("unknown", "✗ Slack knows no channel C0ANNOUNCE, or the bot may not see it. Copy its ID from the channel's details into Slack:AnnounceChannel; if it is private, invite the bot there: /invite and its name.")]
    [TestCase("shared", "✗ #incidents is shared with other companies, so nothing is announced there. Name another one in Slack:AnnounceChannel.")]
    public async Task A_channel_that_does_not_do_is_told(string how, string sentence)
    {
        slack.Answers["conversations.info"] = () => how == "unknown" ? No("channel_not_found") : Channel(isArchived: how == "archived", isShared: how == "shared");
        Assert.That((await DoctorAsync("--Slack:AppToken=xapp-1", "--Slack:AnnounceChannel=C0ANNOUNCE")).Said, Does.Contain(sentence));
    }

    [Test]
    public async Task A_Slack_that_does_not_answer_is_told_once()
    {
        var address = slack.Address;
        await slack.DisposeAsync();
        var (exit, said) = await HostProcess.RunAsync("doctor", "--Store:Path", directory, "--Slack:BotToken=xoxb-1", "--Slack:AppToken=xapp-1", $"--Slack:ApiUrl={address}");
        Assert.That(said, Does.Contain($"✗ Slack does not answer at {address}: Connection refused").And.Contain("This machine must reach it over https; behind a proxy set HTTPS_PROXY.").And.EndWith("1 thing is wrong.\n"));
        Assert.That(exit, Is.EqualTo(1));
    }

    [Test]
    public async Task Faulty_settings_are_told_as_at_the_start()
    {
        var (exit, said) = await HostProcess.RunAsync("doctor", "--Slack:BotToken=xoxb-hush");
        Assert.That(said, Does.StartWith("Settings\n  ✗ IncidentBot did not start: a setting is wrong.").And.Contain("The bot could speak but not hear.").And.EndWith("1 thing is wrong.\n").And.Not.Contain("hush"));
        Assert.That(exit, Is.EqualTo(1));
    }

    [Test]
    public async Task A_directory_that_is_not_there_yet_or_cannot_be_made_is_told()
    {
        var next = Path.Combine(directory, "later", "data");
        Assert.That((await HostProcess.RunAsync("doctor", "--Store:Path", next)).Said, Does.Contain($"– There is no {next} yet; the first start makes it.").And.EndWith("Nothing is wrong.\n"));
        Assert.That(Directory.EnumerateFileSystemEntries(directory), Is.Empty, "it leaves nothing behind");
        var (exit, said) = await HostProcess.RunAsync("doctor", "--Store:Path", "/proc/incidentbot/data");
        Assert.That((exit, said), Is.EqualTo((1, said)));
        Assert.That(said, Does.Contain("✗ There is no /proc/incidentbot/data, and it cannot be made: ").And.Contain("Make it for this account, or set Store:Path to another one."));
    }

    [Test]
    public async Task A_running_server_is_asked_how_it_is()
    {
        using var server = await HostProcess.ServeAsync(directory, HostProcess.FreePort());
        var (exit, said) = await HostProcess.RunAsync("doctor", "--Store:Path", directory);
        Assert.That(said, Does.Contain($"✓ A server runs on it at {server.Address.ToString().TrimEnd('/')} and is ready. Everything recorded is safe, and the lists are up to date."));
        Assert.That(exit, Is.Zero);
    }

    private Task<(int Exit, string Said)> DoctorAsync(params string[] settings) =>
        HostProcess.RunAsync(["doctor", "--Store:Path", directory, "--Slack:BotToken=xoxb-hush", $"--Slack:ApiUrl={slack.Address}", .. settings]);

    private static JsonObject No(string error) => new() { ["ok"] = false, ["error"] = error };

    private static JsonObject Channel(bool isMember = true, bool isPrivate = false, bool isArchived = false, bool isShared = false) => new()
    {
        ["ok"] = true,
        ["channel"] = new JsonObject { ["id"] = "C0ANNOUNCE", ["name"] = "incidents", ["is_member"] = isMember, ["is_private"] = isPrivate, ["is_archived"] = isArchived, ["is_ext_shared"] = isShared },
    };
}

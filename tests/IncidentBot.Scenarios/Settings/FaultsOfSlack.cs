namespace IncidentBot.Scenarios.Settings;

public sealed class FaultsOfSlack
{
    private const string On = "\"BotToken\": \"xoxb-1\", \"AppToken\": \"xapp-1\"";

    [TestCase("\"BotToken\": \"xapp-1\", \"AppToken\": \"xapp-1\"", "BotToken", "This is no bot token: they begin with xoxb-. Copy the Bot User OAuth Token from OAuth & Permissions on the app's page at api.slack.com/apps.")]
    [TestCase("\"BotToken\": \"xoxe.xoxb-1\", \"AppToken\": \"xapp-1\"", "BotToken", "This token expires by itself (xoxe…): the app rotates its tokens, and that cannot be switched off again. Make the app anew from the manifest.")]
    [TestCase("\"BotToken\": \"xoxb-1\", \"AppToken\": \"xoxb-1\"", "AppToken", "This is no app-level token: they begin with xapp-. Make one under Basic Information, App-Level Tokens, with the scope connections:write.")]
    [TestCase(On + ", \"UserToken\": \"xoxb-1\"", "UserToken", "This is no person's token: they begin with xoxp-. Copy the User OAuth Token from OAuth & Permissions, or leave the setting out.")]
    [TestCase("\"BotToken\": \"xoxb-1\"", "AppToken", "The bot could speak but not hear. Set Slack:AppToken (xapp-…, Socket Mode: Slack need not reach this server) or Slack:SigningSecrets (Slack sends its requests here).")]
    [TestCase("\"AppToken\": \"xapp-1\"", "BotToken", "The bot could hear but not speak: its token is missing. Copy the Bot User OAuth Token from OAuth & Permissions on the app's page at api.slack.com/apps.")]
    [TestCase("\"SigningSecrets\": [\"a\"]", "BotToken", "The bot could hear but not speak: its token is missing.")]
    [TestCase("\"BotToken\": \"xoxb-1\", \"SigningSecrets\": [\"a\", \"b\", \"c\"]", "SigningSecrets", "Slack:SigningSecrets has more than two entries; keep the current one and the next.")]
    [TestCase("\"BotToken\": \"xoxb-1\", \"SigningSecrets\": \"a\"", "SigningSecrets", "This is a list: write [\"…\"], also for one.")]
    [TestCase("\"BotToken\": \"xoxb-1\", \"SigningSecrets\": [\" \"]", "SigningSecrets", "An empty secret would let anybody in. Copy the Signing Secret from Basic Information, or remove the entry.")]
    [TestCase("\"BotToken\": \"xoxb-1\", \"SigningSecrets\": [\"xoxb-1\"]", "SigningSecrets", "This is a token, not a secret. Copy the Signing Secret from Basic Information, App Credentials.")]
    [TestCase(On + ", \"AnnounceChannel\": \"#general\"", "AnnounceChannel", "“#general” is a name: open the channel's details in Slack and copy its ID, it begins with C.")]
    [TestCase(On + ", \"AnnounceChannel\": \"general\"", "AnnounceChannel", "“general” is a name: open the channel's details in Slack and copy its ID, it begins with C.")]
    [TestCase(On + ", \"ChannelName\": \"inc-{number}-{service}\"", "ChannelName", "{service} cannot be filled in. There is {number}, {date}, {severity} and {title}.")]
    [TestCase(On + ", \"ChannelName\": \"inc-{title}\"", "ChannelName", "Without {number} two incidents could want the same channel. Write inc-{number}-{title}.")]
    [TestCase(On + ", \"ChannelName\": \"Inc {number}\"", "ChannelName", "Slack's channels are named with small letters, digits, dashes and underscores; “Inc” has others.")]
    [TestCase(On + ", \"Reactions\": { \"eyes\": \"notee {text}\" }", "Reactions:eyes", "There is no verb “notee”. The nearest is note.")]
    [TestCase(On + ", \"Reactions\": { \"eyes\": \"note {txt}\" }", "Reactions:eyes", "{txt} cannot be filled in. There is {entry} and {text}.")]
    [TestCase(On + ", \"Reactions\": { \"👀\": \"note {text}\" }", "Reactions:👀", "This is an emoji, not its name. Write the name that Slack shows when you point at it, without colons: pushpin.")]
    [TestCase(On + ", \"ApiUrl\": \"ftp://slack.example/\"", "ApiUrl", "“ftp://slack.example/” is not an address. Write https://….")]
    [TestCase(On + ", \"ApiUrl\": \"slack.com\"", "ApiUrl", "“slack.com” is not an address. Write https://….")]
    [TestCase(On + ", \"LargestFileMegabytes\": 0", "LargestFileMegabytes", "0 is not possible. Write 1 to 1000.")]
    [TestCase(On + ", \"Bottoken2\": \"x\"", "Bottoken2", "There is no such setting. The nearest is Slack:BotToken.")]
    public void A_fault_is_told_under_the_settings_full_name(string slack, string setting, string sentence) =>
        Assert.That(SettingsFile.Faults($$"""{ "Slack": { {{slack}} } }"""), Does.Contain($"\n  Slack:{setting}\n    {sentence}"));

    [Test]
    public void No_fault_repeats_a_secret()
    {
        var told = SettingsFile.Faults("""{ "Slack": { "BotToken": "hush-1", "AppToken": "hush-2", "UserToken": "hush-3", "SigningSecrets": ["xoxb-hush-4", "xapp-hush-5"] } }""");
        Assert.That(told, Does.Contain("4 settings are wrong").And.Not.Contain("hush"));
    }

    [TestCase(On, true)]
    [TestCase("\"BotToken\": \"xoxb-1\", \"SigningSecrets\": [\"old\", \"new\"], \"AnnounceChannel\": \"C0ANNOUNCE\"", true)]
    [TestCase("\"BotToken\": \"\", \"AppToken\": null", false)]
    public void Sound_settings_turn_it_on(string slack, bool on)
    {
        var page = SettingsFile.Read($$"""{ "Slack": { {{slack}} } }""");
        Assert.That((page.House.Slack.IsOn, page.Policy.Chats.Contains("Slack")), Is.EqualTo((on, on)));
    }

    [Test]
    public void Naming_a_reaction_replaces_all()
    {
        var page = SettingsFile.Read($$"""{ "Slack": { {{On}}, "Reactions": { "eyes": "note {text}" } } }""");
        Assert.That(page.House.Slack.Reactions, Is.EqualTo(new Dictionary<string, string> { ["eyes"] = "note {text}" }));
    }

    [TestCase("never", null)]
    [TestCase("12h", 12)]
    public void Rooms_are_archived_when_the_house_says(string after, int? hours) =>
        Assert.That(SettingsFile.Read($$"""{ "Response": { "ArchiveRoomsAfter": "{{after}}" } }""").Policy.ArchiveRoomsAfter, Is.EqualTo(hours is { } some ? TimeSpan.FromHours(some) : (TimeSpan?)null));

    [TestCase("soon", "“soon” is not a length of time. Write 7d, 12h, or never.")]
    [TestCase("0d", "This must be longer than no time at all. Write 20m, 2h or 3d.")]
    public void A_time_of_archiving_that_is_none_is_told(string after, string sentence) =>
        Assert.That(SettingsFile.Faults($$"""{ "Response": { "ArchiveRoomsAfter": "{{after}}" } }"""), Does.Contain($"\n  Response:ArchiveRoomsAfter\n    {sentence}"));
}

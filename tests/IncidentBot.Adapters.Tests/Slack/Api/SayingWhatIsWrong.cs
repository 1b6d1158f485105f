using IncidentBot.Chat.Slack;
using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Api.Calling;
using IncidentBot.TestKit;

namespace IncidentBot.Adapters.Tests.Slack.Api;

/// <summary>The sentences that people read when Slack says no.</summary>
internal sealed class SayingWhatIsWrong : SlackOnLoopback
{
    [TestCase("invalid_auth", "Slack refuses the bot token (invalid_auth): it is wrong, revoked or of another app. Copy the Bot User OAuth Token again (OAuth & Permissions) into Slack:BotToken.")]
    [TestCase("token_revoked", "Slack refuses the bot token (token_revoked): it is wrong, revoked or of another app. Copy the Bot User OAuth Token again (OAuth & Permissions) into Slack:BotToken.")]
    [TestCase("account_inactive", "Slack refuses the bot token (account_inactive): it is wrong, revoked or of another app. Copy the Bot User OAuth Token again (OAuth & Permissions) into Slack:BotToken.")]
    [TestCase("accesslimited", "Slack refuses this server's address (accesslimited). Allow it in the app's settings, under OAuth & Permissions, Restrict API Token Usage.")]
    [TestCase("token_expired", "The token for Slack has expired (token_expired): the app rotates its tokens. Switch token rotation off by making the app anew from the manifest, and copy its tokens.")]
    [TestCase("not_in_channel", "The bot is not in this channel. Invite it there: /invite and its name. (conversations.kick: not_in_channel)")]
    [TestCase("is_archived", "The channel is archived. Unarchive it in Slack, or open another one. (conversations.kick: is_archived)")]
    [TestCase("name_taken", "A channel, a person or a user group in Slack has this name already, perhaps archived or hidden. (conversations.kick: name_taken)")]
    [TestCase("restricted_action", "The workspace does not allow this to the app. An owner can change that in Slack's settings and permissions. (conversations.kick: restricted_action)")]
    [TestCase("channel_not_found", "Slack knows no such channel, or the bot may not see it. Invite the bot if the channel is private; check the id if it comes from the settings. (conversations.kick: channel_not_found)")]
    [TestCase("something_new", "Slack refused conversations.kick: something_new. What that means stands at https://docs.slack.dev/reference/methods/conversations.kick.")]
    public void Each_has_its_own(string code, string sentence) => Assert.That(SlackSentences.Of(SlackAsk.Again("conversations.kick"), code), Is.EqualTo(sentence));

    [Test]
    public async Task A_missing_scope_is_named()
    {
        Far.Next("conversations.create", """{"ok":false,"error":"missing_scope","needed":"groups:write","provided":"chat:write"}""");
        var fault = await ThrownAsync<SlackFaultException>(async () => await Slack.CreateChannelAsync("inc-1", isPrivate: true));
        Assert.Multiple(() =>
        {
            Assert.That(fault.Message, Is.EqualTo("For conversations.create Slack's app needs the scope groups:write: add it under OAuth & Permissions, then Reinstall to Workspace."));
            Assert.That((fault.Method, fault.Code, fault.Needed), Is.EqualTo(("conversations.create", "missing_scope", "groups:write")));
        });
    }

    [Test]
    public async Task A_no_under_an_http_status_of_its_own_is_read_too()
    {
        Far.Next("chat.delete", """{"ok":false,"error":"invalid_auth"}""", status: 401);
        Assert.That((await ThrownAsync<SlackFaultException>(async () => await Slack.DeleteAsync(new SlackPlace("C1", "1.1")))).Code, Is.EqualTo("invalid_auth"));
    }

    [Test]
    public async Task What_Slack_adds_comes_along_whatever_its_shape()
    {
        Far.Next("views.publish", """{"ok":false,"error":"invalid_arguments","errors":{"odd":["shape"]},"response_metadata":{"messages":["[ERROR] missing required field: view",{"odd":1}]}}""");
        var fault = await ThrownAsync<SlackFaultException>(async () => await Slack.PublishHomeAsync("U1", new IncidentBot.Chat.Slack.Blocks.HomeView([])));
        Assert.That(fault.Details, Is.EqualTo(["[ERROR] missing required field: view", """{"odd":1}"""]));
        Far.Next("views.publish", """{"ok":false,"error":"invalid_arguments","response_metadata":"odd"}""");
        Assert.That((await ThrownAsync<SlackFaultException>(async () => await Slack.PublishHomeAsync("U1", new IncidentBot.Chat.Slack.Blocks.HomeView([])))).Details, Is.Empty);
    }

    [Test]
    public async Task A_click_that_is_too_old_is_told_in_one_way()
    {
        Far.Next("views.open", """{"ok":false,"error":"expired_trigger_id"}""").Next("views.open", """{"ok":false,"error":"invalid_arguments","response_metadata":{"messages":["[ERROR] invalid `trigger_id`: `trigger_id` expired"]}}""");
        for (var way = 0; way < 2; way++)
            Assert.That((await ThrownAsync<SlackFaultException>(async () => await Slack.OpenViewAsync("1.2", new IncidentBot.Chat.Slack.Blocks.HomeView([])))).Message, Is.EqualTo("Slack shows a form only within 3 seconds of a click. Click again. (views.open: expired_trigger_id)"));
    }

    [Test]
    public void All_of_them_are_approved()
    {
        string[] codes =
        [
            .. "invalid_auth accesslimited token_expired missing_scope not_in_channel channel_not_found is_archived name_taken invalid_name restricted_action restricted_action_read_only_channel not_allowed_token_type".Split(' '),
            .. "method_not_supported_for_channel_type message_not_found cant_update_message user_not_found user_not_in_channel user_disabled user_is_restricted org_user_not_in_team cant_archive_general expired_trigger_id used_url".Split(' '),
            .. "not_enabled too_many_pins too_many_bookmarks messages_tab_disabled access_denied file_not_found storage_limit_reached unknown_method team_added_to_org invalid_blocks something_new".Split(' '),
        ];
        var asks = new[] { SlackAsk.Once("chat.postMessage"), new SlackAsk("apps.connections.open", IsRepeatable: true, SlackToken.App), new SlackAsk("conversations.unarchive", IsRepeatable: true, SlackToken.Person) };
        var lines = codes.Select(code => SlackSentences.Of(asks[0], code, needed: "groups:write,channels:manage"))
            .Concat(asks[1..].SelectMany(ask => new[] { "invalid_auth", "missing_scope" }.Select(code => SlackSentences.Of(ask, code, needed: "connections:write"))));
        Assert.That(Approve.Difference(string.Join('\n', lines), "Sentences.approved.txt"), Is.Null);
    }
}

using IncidentBot.Chat.Slack;
using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Blocks;

namespace IncidentBot.Adapters.Tests.Slack.Api;

/// <summary>What goes over the wire, and how.</summary>
internal sealed class SpeakingOverTheWire : SlackOnLoopback
{
    private static readonly string HelloBlocks = BlockJson.Of(Hello.Blocks).ToString();

    [Test]
    public async Task Messages_go_as_json_with_the_bots_token()
    {
        Far.Next("chat.postMessage", """{"ok":true,"channel":"C1","ts":"1700.000100","message":{"unheard":"of"}}""");
        var place = await Slack.PostAsync(new SlackPost("C1", Hello, Key: "promise/1", ThreadTs: "1699.000001"));
        var call = Far.CallsOf("chat.postMessage").Single();
        Assert.Multiple(() =>
        {
            Assert.That(place, Is.EqualTo(new SlackPlace("C1", "1700.000100")));
            Assert.That(call.Verb, Is.EqualTo("POST"));
            Assert.That(call.ContentType, Is.EqualTo("application/json; charset=utf-8"));
            Assert.That(call.Length, Is.GreaterThan(0), "not chunked");
            Assert.That(call.Authorization, Is.EqualTo("Bearer xoxb-bot"));
            Assert.That(call.Json.ToString(), Is.EqualTo(
                $$$"""{"channel":"C1","text":"Hello.","blocks":{{{HelloBlocks}}},"thread_ts":"1699.000001","metadata":{"event_type":"incidentbot","event_payload":{"key":"promise/1"}},"unfurl_links":false,"unfurl_media":false}"""));
        });
    }

    [Test]
    public async Task What_Slack_reads_as_forms_alone_goes_as_a_form()
    {
        Far.Next("users.lookupByEmail", """{"ok":true,"user":{"id":"U1"}}""").Next("conversations.info", """{"ok":true,"channel":{"id":"C1"}}""")
            .Next("conversations.replies", """{"ok":true,"messages":[]}""").Next("usergroups.list", """{"ok":true,"usergroups":[]}""");
        await Slack.UserByEmailAsync("ana+1@example.com");
        await Slack.ChannelAsync("C1");
        await Slack.RepliesAsync("C1", "1.1", "0");
        await Slack.GroupsAsync();
        Assert.Multiple(() =>
        {
            Assert.That(Far.Calls.Select(call => call.ContentType), Is.All.EqualTo("application/x-www-form-urlencoded"));
            Assert.That(Far.CallsOf("users.lookupByEmail").Single()["email"], Is.EqualTo("ana+1@example.com"));
            Assert.That(Far.CallsOf("conversations.info").Single()["channel"], Is.EqualTo("C1"));
            Assert.That(Far.CallsOf("usergroups.list").Single()["include_users"], Is.EqualTo("true"));
        });
    }

    [Test]
    public async Task Deeds_on_channels_go_as_json()
    {
        Far.Next("conversations.create", """{"ok":true,"channel":{"id":"C9","name":"inc-42","is_private":true,"is_member":true,"num_members":{"odd":1}}}""");
        var created = await Slack.CreateChannelAsync("inc-42", isPrivate: true);
        await Slack.SetTopicAsync("C9", "SEV1 · Triage");
        await Slack.PinAsync(new SlackPlace("C9", "1.1"));
        await Slack.BookmarkAsync("C9", "Timeline", new Uri("https://house.example/i/42"), ":book:");
        await Slack.ArchiveAsync("C9");
        Assert.Multiple(() =>
        {
            Assert.That(created, Is.EqualTo(new SlackChannel("C9", "inc-42", IsPrivate: true, IsArchived: false, IsMember: true, IsShared: false)));
            Assert.That(Body("conversations.create"), Is.EqualTo("""{"name":"inc-42","is_private":true}"""));
            Assert.That(Far.CallsOf("conversations.setTopic").Single()["topic"], Is.EqualTo("SEV1 · Triage"));
            Assert.That(Body("pins.add"), Is.EqualTo("""{"channel":"C9","timestamp":"1.1"}"""));
            Assert.That(Body("bookmarks.add"), Is.EqualTo("""{"channel_id":"C9","title":"Timeline","type":"link","link":"https://house.example/i/42","emoji":":book:"}"""));
            Assert.That(Body("conversations.archive"), Is.EqualTo("""{"channel":"C9"}"""));
        });
    }

    [Test]
    public async Task A_message_is_drawn_anew_with_words_and_blocks_shown_to_one_and_deleted()
    {
        await Slack.UpdateAsync(new SlackPlace("C1", "1.1"), Hello);
        await Slack.WhisperAsync("C1", "U1", Hello, threadTs: "1.0");
        Far.Next("chat.delete", """{"ok":false,"error":"message_not_found"}""");
        await Slack.DeleteAsync(new SlackPlace("C1", "1.1"));
        Assert.Multiple(() =>
        {
            Assert.That(Body("chat.update"), Is.EqualTo($$"""{"channel":"C1","text":"Hello.","blocks":{{HelloBlocks}},"ts":"1.1"}"""));
            Assert.That(Body("chat.postEphemeral"), Is.EqualTo($$"""{"channel":"C1","text":"Hello.","blocks":{{HelloBlocks}},"thread_ts":"1.0","user":"U1"}"""));
            Assert.That(Body("chat.delete"), Is.EqualTo("""{"channel":"C1","ts":"1.1"}"""));
        });
    }

    [Test]
    public async Task Views_are_opened_changed_and_shown_on_App_Home()
    {
        Far.Next("views.open", """{"ok":true,"view":{"id":"V1","hash":"1.a"}}""");
        var view = new HomeView([new Section(new Mrkdwn("*Hello.*"))]);
        Assert.That(await Slack.OpenViewAsync("12.34.ab", view), Is.EqualTo("V1"));
        await Slack.UpdateViewAsync("V1", view);
        await Slack.PublishHomeAsync("U1", view);
        var drawn = $$"""{"view":{"type":"home","blocks":{{HelloBlocks}}},""";
        Assert.Multiple(() =>
        {
            Assert.That(Body("views.open"), Is.EqualTo(drawn + "\"trigger_id\":\"12.34.ab\"}"));
            Assert.That(Body("views.update"), Is.EqualTo(drawn + "\"view_id\":\"V1\"}"));
            Assert.That(Body("views.publish"), Is.EqualTo(drawn + "\"user_id\":\"U1\"}"));
        });
    }

    [Test]
    public async Task Only_what_bots_may_not_do_goes_with_another_token()
    {
        Options.UserToken = "xoxp-ana";
        Far.Next("apps.connections.open", """{"ok":true,"url":"wss://wss.slack.com/link/?ticket=1"}""").Next("conversations.unarchive", """{"ok":false,"error":"not_archived"}""");
        Assert.That(await Slack.SocketAddressAsync(), Is.EqualTo(new Uri("wss://wss.slack.com/link/?ticket=1")));
        await Slack.UnarchiveAsync("C1");
        Assert.Multiple(() =>
        {
            Assert.That(Far.CallsOf("apps.connections.open").Single().Authorization, Is.EqualTo("Bearer xapp-app"));
            Assert.That(Far.CallsOf("conversations.unarchive").Single().Authorization, Is.EqualTo("Bearer xoxp-ana"));
        });
    }

    [Test]
    public async Task Unarchiving_without_a_persons_token_is_told_not_tried()
    {
        var fault = await ThrownAsync<SlackFaultException>(async () => await Slack.UnarchiveAsync("C1"));
        Assert.Multiple(() =>
        {
            Assert.That(fault.Message, Is.EqualTo("A bot cannot bring a channel back from Slack's archive. Unarchive it in Slack, or set Slack:UserToken."));
            Assert.That(Far.CallsOf("conversations.unarchive"), Is.Empty);
        });
    }

    [Test]
    public async Task Who_the_bot_is_is_asked_once_until_its_token_is_refused()
    {
        Far.Always("auth.test", """{"ok":true,"team":"House","team_id":"T1","user_id":"U0","bot_id":"B0"}""").Always("bots.info", """{"ok":true,"bot":{"id":"B0","app_id":"A0"}}""");
        Far.Next("auth.test", """{"ok":true,"team":"House","team_id":"T1","user_id":"U0","bot_id":"B0"}""", scopes: "chat:write, channels:read");
        var self = await Slack.SelfAsync();
        Assert.That(await Slack.SelfAsync(), Is.SameAs(self));
        Far.Next("chat.delete", """{"ok":false,"error":"token_revoked"}""");
        await ThrownAsync<SlackFaultException>(async () => await Slack.DeleteAsync(new SlackPlace("C1", "1.1")));
        await Slack.SelfAsync();
        Assert.Multiple(() =>
        {
            Assert.That(self, Is.EqualTo(new SlackSelf("T1", "House", "U0", "B0", "A0", self.Scopes)));
            Assert.That(self.Scopes, Is.EqualTo(["chat:write", "channels:read"]));
            Assert.That(Far.CallsOf("auth.test"), Has.Count.EqualTo(2));
        });
    }

    [Test]
    public async Task The_bot_does_without_the_apps_id()
    {
        Far.Next("auth.test", """{"ok":true,"team_id":"T1","user_id":"U0","bot_id":"B0"}""").Next("bots.info", """{"ok":false,"error":"missing_scope","needed":"users:read"}""");
        Assert.That((await Slack.SelfAsync()).App, Is.Null);
    }

    [Test]
    public async Task What_is_too_long_is_cut()
    {
        Far.Always("chat.postMessage", """{"ok":true,"channel":"C1","ts":"1.1"}""");
        await Slack.PostAsync(new SlackPost("C1", new Drawn(new string('x', 4_001), [])));
        await Slack.SetTopicAsync("C1", new string('y', 251));
        Assert.Multiple(() =>
        {
            Assert.That(Far.CallsOf("chat.postMessage").Single()["text"], Is.EqualTo(new string('x', 3_999) + "…"));
            Assert.That(Far.CallsOf("conversations.setTopic").Single()["topic"], Is.EqualTo(new string('y', 249) + "…"));
        });
    }

    [TestCase("12345", 5, "12345")]
    [TestCase("123456", 5, "1234…")]
    [TestCase("abc 👩‍👩‍👧 def", 8, "abc…", Description = "a family of five characters is one to its reader")]
    [TestCase("abcé́f", 5, "abc…")]
    [TestCase("ab&amp;cd", 6, "ab…", Description = "an escape that is cut would be something else")]
    [TestCase("a & b & c", 7, "a & b…")]
    [TestCase("👩‍👩‍👧👩‍👩‍👧", 4, "…")]
    public void It_is_cut_where_a_readers_character_ends(string text, int longest, string cut)
    {
        Assert.That(SlackLength.Cut(text, longest), Is.EqualTo(cut));
        Assert.That(cut, Has.Length.LessThanOrEqualTo(longest));
    }

    private string Body(string method) => Far.CallsOf(method).Single().Json.ToString();
}

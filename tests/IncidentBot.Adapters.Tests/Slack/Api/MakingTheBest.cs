using IncidentBot.Chat.Slack;
using IncidentBot.Chat.Slack.Api;

namespace IncidentBot.Adapters.Tests.Slack.Api;

/// <summary>What the client does by itself when Slack says no.</summary>
internal sealed class MakingTheBest : SlackOnLoopback
{
    private const string NotThere = """{"ok":false,"error":"not_in_channel"}""";

    [TestCase("invalid_blocks")]
    [TestCase("invalid_blocks_format")]
    [TestCase("msg_blocks_too_long")]
    public async Task A_message_that_is_drawn_wrong_goes_in_plain_words(string code)
    {
        Far.Next("chat.postMessage", $$$"""{"ok":false,"error":"{{{code}}}","errors":["must be more than 0 characters [json-pointer:/blocks/0/text]"],"response_metadata":{"messages":["[ERROR] /blocks/0/text"]}}""")
            .Next("chat.postMessage", """{"ok":true,"channel":"C1","ts":"1.1"}""").Next("chat.update", $$"""{"ok":false,"error":"{{code}}"}""");
        await Slack.PostAsync(new SlackPost("C1", Hello, Key: "k"));
        await Slack.UpdateAsync(new SlackPlace("C1", "1.1"), Hello);
        var posts = Far.CallsOf("chat.postMessage");
        Assert.Multiple(() =>
        {
            Assert.That((posts[0]["blocks"] is null, posts[1]["blocks"], posts[1]["text"], posts[1]["metadata"] is null), Is.EqualTo((false, (string?)null, "Hello.", false)));
            Assert.That(Far.CallsOf("chat.update").Select(call => call["blocks"] is null), Is.EqualTo([false, true]));
            Assert.That(Logged, Has.Some.Contains($"Slack refused the drawing in chat.postMessage ({code}); the words went without it. [ERROR] /blocks/0/text"));
        });
    }

    [Test]
    public async Task A_message_without_drawing_has_nothing_to_leave_out()
    {
        Far.Next("chat.postMessage", """{"ok":false,"error":"invalid_blocks"}""");
        await ThrownAsync<SlackFaultException>(async () => await Slack.PostAsync(new SlackPost("C1", Hello with { Blocks = [] })));
        Assert.That(Far.CallsOf("chat.postMessage"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_public_channel_is_joined_once_and_the_call_made_again()
    {
        Far.Next("chat.postMessage", NotThere).Next("chat.postMessage", """{"ok":true,"channel":"C1","ts":"1.1"}""");
        await Slack.PostAsync(new SlackPost("C1", Hello));
        Assert.That(Far.Calls.Skip(1).Select(call => call.Method), Is.EqualTo(["chat.postMessage", "conversations.join", "chat.postMessage"]));
    }

    [Test]
    public async Task For_a_whisper_no_channel_is_joined()
    {
        Far.Next("chat.postEphemeral", NotThere);
        await ThrownAsync<SlackFaultException>(async () => await Slack.WhisperAsync("C1", "U1", Hello));
        Assert.That(Far.CallsOf("conversations.join"), Is.Empty);
    }

    [Test]
    public async Task What_cannot_be_joined_is_told_as_it_was()
    {
        Far.Next("chat.update", NotThere).Next("conversations.join", """{"ok":false,"error":"method_not_supported_for_channel_type"}""");
        var fault = await ThrownAsync<SlackFaultException>(async () => await Slack.UpdateAsync(new SlackPlace("G1", "1.1"), Hello));
        Assert.That((fault.Code, Far.CallsOf("chat.update").Count), Is.EqualTo(("not_in_channel", 1)));
        Far.Next("chat.update", NotThere).Next("chat.update", NotThere);
        await ThrownAsync<SlackFaultException>(async () => await Slack.UpdateAsync(new SlackPlace("C1", "1.1"), Hello));
        Assert.That(Far.CallsOf("conversations.join"), Has.Count.EqualTo(2), "once for each call");
    }

    [Test]
    public async Task What_is_so_already_is_no_fault()
    {
        (string Method, string Code, Func<ValueTask> Ask)[] already =
        [
            ("conversations.archive", "already_archived", () => Slack.ArchiveAsync("C1")), ("pins.add", "already_pinned", () => Slack.PinAsync(new SlackPlace("C1", "1.1"))),
            ("conversations.join", "already_in_channel", () => Slack.JoinAsync("C1")), ("conversations.kick", "not_in_channel", () => Slack.RemoveAsync("C1", "U1")), ("conversations.kick", "user_not_in_channel", () => Slack.RemoveAsync("C1", "U1")), ("chat.delete", "message_not_found", () => Slack.DeleteAsync(new SlackPlace("C1", "1.1"))),
        ];
        foreach (var (method, code, ask) in already)
        {
            Far.Next(method, $$"""{"ok":false,"error":"{{code}}"}""");
            await ask();
        }
        Assert.That(Far.Calls, Has.Count.EqualTo(already.Length + 1));
    }

    [Test]
    public async Task Nobody_by_that_is_an_answer()
    {
        Far.Next("users.info", """{"ok":false,"error":"user_not_found"}""").Next("users.lookupByEmail", """{"ok":false,"error":"users_not_found"}""").Next("chat.getPermalink", """{"ok":false,"error":"message_not_found"}""").Next("files.info", """{"ok":false,"error":"file_not_found"}""");
        Assert.That((await Slack.UserAsync("U1"), await Slack.UserByEmailAsync("a@b.example"), await Slack.PermalinkAsync(new SlackPlace("C1", "1.1")), await Slack.FileAsync("F1")), Is.EqualTo(((SlackUser?)null, (SlackUser?)null, (Uri?)null, (System.Text.Json.JsonElement?)null)));
    }

    [Test]
    public async Task Who_can_be_invited_is_and_the_others_are_named()
    {
        Far.Next("conversations.invite", """{"ok":true,"channel":{},"errors":[{"user":"U2","ok":false,"error":"user_is_restricted"},{"user":"U3","ok":false,"error":"already_in_channel"},{"user":"U4","ok":false,"error":"cant_invite_self"}]}""");
        var failures = await Slack.InviteAsync("C1", ["U1", "U2", "U3", "U4", "U1"]);
        Assert.That(failures, Is.EqualTo([new SlackInviteFailure("U2", "user_is_restricted")]));
        Assert.That(Far.CallsOf("conversations.invite").Single().Json.ToString(), Is.EqualTo("""{"channel":"C1","users":"U1,U2,U3,U4","force":true}"""));
    }

    [Test]
    public async Task When_all_fail_because_of_one_they_are_invited_one_by_one()
    {
        Far.Always("conversations.invite", call => call["users"] switch
        {
            "U1" => """{"ok":true,"errors":"of another shape"}""",
            "U2" => """{"ok":false,"error":"cant_invite","errors":[{"user":"U2","error":"cant_invite"}]}""",
            "U3" => """{"ok":false,"error":"already_in_channel"}""",
            _ => """{"ok":false,"error":"user_not_found"}""",
        });
        Assert.That(await Slack.InviteAsync("C1", ["U1", "U2", "U3"]), Is.EqualTo([new SlackInviteFailure("U2", "cant_invite")]));
        Assert.That(Far.CallsOf("conversations.invite").Select(call => call["users"]), Is.EqualTo(["U1,U2,U3", "U1", "U2", "U3"]));
    }

    [Test]
    public async Task Many_are_invited_a_hundred_at_a_time()
    {
        await Slack.InviteAsync("C1", [.. Enumerable.Range(0, 201).Select(user => $"U{user}")]);
        Assert.That(Far.CallsOf("conversations.invite").Select(call => call["users"]!.Split(',').Length), Is.EqualTo([100, 100, 1]));
    }

    [Test]
    public async Task A_channel_that_is_gone_is_no_fault_of_the_invited()
    {
        Far.Next("conversations.invite", """{"ok":false,"error":"is_archived"}""");
        Assert.That((await ThrownAsync<SlackFaultException>(async () => await Slack.InviteAsync("C1", ["U1", "U2"]))).Code, Is.EqualTo("is_archived"));
    }
}

using IncidentBot.Chat.Slack;
using IncidentBot.Chat.Slack.Speaking;
using IncidentBot.Ports;
using IncidentBot.TestKit;

namespace IncidentBot.Adapters.Tests.Slack.Speaking;

/// <summary>People come and go, channels are put away, words are forgotten.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class PeopleInChannels : IDisposable
{
    private readonly SpeakingSlack slack = new();

    [Test]
    public async Task People_are_let_in_and_taken_out()
    {
        var incident = await slack.OpenAsync();
        Assert.That(await slack.Chat.InviteAsync(incident, Cast.Ben, default), Is.Null);
        Assert.That(slack.Far.Members, Is.EqualTo(new[] { ("C1", "UBEN") }));
        await slack.Chat.RemoveAsync(incident, Cast.Ben, default);
        await slack.Chat.RemoveAsync(incident, Cast.Ben, default);
        Assert.That(slack.Far.Members, Is.Empty);
    }

    [Test]
    public async Task Who_has_no_account_in_slack_is_at_home_elsewhere()
    {
        var incident = await slack.OpenAsync();
        slack.Strangers.Add(Cast.Cleo.Id);
        Assert.That(await slack.Chat.InviteAsync(incident, Cast.Cleo, default), Is.Null);
        await slack.Chat.RemoveAsync(incident, Cast.Cleo, default);
        Assert.That(slack.Far.Calls, Has.None.StartsWith("conversations.invite").And.None.StartsWith("conversations.kick"));
    }

    [TestCase("user_is_restricted", "they are a guest in Slack, and apps may not invite guests. A workspace admin can let them in.")]
    [TestCase("ura_max_channels", "they are a guest in Slack, and apps may not invite guests. A workspace admin can let them in.")]
    [TestCase("cant_invite", "their account in Slack was shut, or is an app's. They can follow the incident on its page.")]
    [TestCase("user_not_found", "they are not a member of this Slack workspace. They can follow the incident on its page.")]
    [TestCase("org_user_not_in_team", "they are not a member of this Slack workspace. They can follow the incident on its page.")]
    [TestCase("no_external_invite_permission", "they belong to another company, and Slack lets apps invite nobody from there. Invite them by hand.")]
    [TestCase("app_cannot_join_channel", "they are an app, and Slack does not let it in. Add it by hand.")]
    [TestCase("no_permission", "the workspace does not let the app invite people. Invite them by hand, or ask a workspace owner to allow it.")]
    [TestCase("something_new", "Slack says no (something_new). Invite them by hand.")]
    public async Task Whoever_cannot_be_invited_is_told_with_the_reason(string code, string because)
    {
        var incident = await slack.OpenAsync();
        slack.Far.NotInvited["UBEN"] = code;
        Assert.That(await slack.Chat.InviteAsync(incident, Cast.Ben, default), Is.EqualTo(because));
    }

    [Test]
    public async Task A_channel_is_put_away_after_its_last_word_and_only_once()
    {
        var incident = await slack.OpenAsync();
        await slack.House.Hear(Cast.Ana, "cancel \"a false alarm\"", 1);
        incident = await slack.NowAsync(incident.Id);
        await slack.Chat.ArchiveAsync(incident, default);
        Assert.That(slack.Far.WordsIn("C1").Single(), Is.EqualTo("INC-1 has ended, and this channel is archived now. Its timeline and its review stay."));
        Assert.That(slack.Far.Channels["C1"].IsArchived);
        Assert.That((await Assert.ThrowsAsync<RoomLostException>(async () => await slack.Chat.ArchiveAsync(incident, default)))!.Fate, Is.EqualTo(RoomFate.Archived));
        Assert.That(slack.Far.Messages, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Our_own_words_are_deleted_and_peoples_are_left_to_people()
    {
        var incident = await slack.OpenAsync();
        await slack.House.Say(Cast.Ben, "the password is hunter2", 1);
        var identity = await slack.TellAsync(incident);
        var theirs = new SlackPlace("C1", "1600.000001");
        slack.Far.Messages.Add(new RememberingSlack.Kept(theirs, new("the password is hunter2", []), null, IsOurs: false));

        Assert.That(await slack.Chat.ForgetAsync(incident, 5, [identity!], default), Is.EqualTo(new[] { new CopyForgotten(SlackNames.Chat, 5) }));
        Assert.That(await slack.Chat.ForgetAsync(incident, 6, ["slack:T1/C1/1600.000001", "slack:T1/C1/1600.000001@1600.000002"], default), Is.EqualTo(new[]
        {
            new CopyLeft(SlackNames.Chat, 6, "https://acme.slack.com/archives/C1/p1600000001", "a bot may not delete what people wrote. Its author or a workspace admin must delete the message."),
        }));
        Assert.That(await slack.Chat.ForgetAsync(incident, 7, ["teams:T1/C1/1"], default), Is.Empty);
        Assert.That(slack.Far.Messages.Select(message => message.Place), Is.EqualTo(new[] { theirs }));
    }

    [TestCase("is_archived", "the channel is archived. A workspace admin must unarchive it and delete the message.")]
    [TestCase("channel_not_found", "the bot is no longer in the channel. Its author or a workspace admin must delete the message.")]
    [TestCase("restricted_action", "the workspace lets nobody delete messages. A workspace owner must do it.")]
    public async Task What_cannot_be_deleted_is_told_with_who_can(string code, string because)
    {
        var incident = await slack.OpenAsync();
        slack.Far.Fault = method => method == "chat.delete" ? RememberingSlack.No(method, code) : null;
        var left = (CopyLeft)(await slack.Chat.ForgetAsync(incident, 5, ["slack:T1/C1/1600.000001"], default)).Single();
        Assert.That(left.Because, Is.EqualTo(because));
    }

    [Test]
    public void Before_anything_was_said_nobody_knows_how_slack_stands() =>
        Assert.That(slack.Chat.Standing, Is.EqualTo(new ChatStanding(true, "Slack has not been spoken to yet.", null)));

    public void Dispose() => slack.Dispose();
}

using IncidentBot.Chat.Slack;
using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Speaking.Opening;
using IncidentBot.Ports;
using IncidentBot.TestKit;

namespace IncidentBot.Adapters.Tests.Slack.Speaking;

/// <summary>One channel per incident, and another one when the first no longer fits.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class OpeningChannels : IDisposable
{
    private readonly SpeakingSlack slack = new();

    [TestCase("Checkout is down", "checkout-is-down")]
    [TestCase("Größe & Straße — ÉTÉ à Łódź", "grosse-strasse-ete-a-lodz")]
    [TestCase("Søren's œuvre: ﬁve  spaces", "sorens-oeuvre-five-spaces")]
    [TestCase("<!channel> *bold* @here", "channel-bold-here")]
    [TestCase("結帳壞了 🔥", "")]
    [TestCase("---", "")]
    [TestCase("Ze\u0301ro", "zero")]
    public void Titles_become_names_that_slack_takes(string title, string slug) => Assert.That(Slug.Of(title), Is.EqualTo(slug));

    [Test]
    public async Task A_channel_is_named_by_the_template()
    {
        var incident = await slack.OpenAsync();
        Assert.That(incident.RoomNames[SlackNames.Chat], Is.EqualTo("#inc-1-20261123-checkout-is-down"));
        Assert.That(incident.Rooms[SlackNames.Chat], Is.EqualTo("slack:T1/C1"));
        Assert.That(slack.Far.Channels["C1"].IsPrivate, Is.False);
    }

    [Test]
    public async Task A_title_without_a_letter_leaves_the_rest_of_the_name()
    {
        var incident = await slack.OpenAsync("🔥🔥");
        Assert.That(incident.RoomNames[SlackNames.Chat], Is.EqualTo("#inc-1-20261123"));
    }

    [Test]
    public async Task A_long_name_is_cut_and_still_told_from_the_next_one()
    {
        var incident = await slack.DeclareAsync(string.Join(' ', Enumerable.Repeat("checkout", 15)));
        var names = ChannelNames.Of(incident, "inc-{number}-{date}-{severity}-{title}").ToList();
        Assert.That(names.Select(name => name.Length), Has.All.LessThanOrEqualTo(80));
        Assert.That(names[0], Does.StartWith("inc-1-20261123-sev3-checkout-checkout").And.Length.EqualTo(80));
        Assert.That(names[1], Does.EndWith("-2"));
        Assert.That(names, Is.Unique);
    }

    [Test]
    public async Task A_template_of_which_nothing_is_left_falls_back_to_the_number()
    {
        var incident = await slack.DeclareAsync("🔥");
        Assert.That(ChannelNames.Of(incident, "{title}").First(), Is.EqualTo("inc-1"));
    }

    [Test]
    public async Task A_name_that_is_taken_gets_a_number_and_is_never_adopted()
    {
        slack.Far.Add("inc-1-20261123-checkout-is-down", creator: "UBOT");
        slack.Far.Add("inc-1-20261123-checkout-is-down-2", creator: "U9");
        var incident = await slack.OpenAsync();
        Assert.That(incident.RoomNames[SlackNames.Chat], Is.EqualTo("#inc-1-20261123-checkout-is-down-3"));
    }

    [Test]
    public async Task A_private_incident_gets_a_private_channel()
    {
        var incident = await slack.OpenAsync(options: "--private");
        Assert.That(slack.Far.Channels[SpeakingSlack.ChannelOf(incident)].IsPrivate);
    }

    [Test]
    public async Task When_every_name_is_taken_somebody_is_told_what_to_change()
    {
        var incident = await slack.DeclareAsync();
        foreach (var name in ChannelNames.Of(incident, new SlackOptions().ChannelName)) slack.Far.Add(name);
        var refused = await Assert.ThrowsAsync<PromiseRefusedException>(async () => await slack.Chat.OpenRoomAsync(incident, slack.Try("open"), default));
        Assert.That(refused!.Message, Is.EqualTo("every name like #inc-1-20261123-checkout-is-down is taken in Slack. Change Slack:ChannelName, restart, then try again."));
    }

    [Test]
    public async Task A_channel_whose_making_was_never_answered_is_found_again()
    {
        var incident = await slack.DeclareAsync();
        slack.Far.LostAnswer = method => method == "conversations.create" ? new SlackAwayException("Slack did not answer.") : null;
        await Assert.ThrowsAsync<SlackAwayException>(async () => await slack.Chat.OpenRoomAsync(incident, slack.Try("open"), default));
        slack.Far.LostAnswer = _ => null;

        using var again = slack.Again();
        var opened = await again.Chat.OpenRoomAsync(incident, again.Try("open", mayBeDone: true), default);

        Assert.That(opened, Is.EqualTo(new OpenedRoom("slack:T1/C1", "#inc-1-20261123-checkout-is-down") { NotInvited = opened.NotInvited }));
        Assert.That(slack.Far.Channels, Has.Count.EqualTo(1));
        Assert.That(slack.Far.Members, Is.EqualTo(new[] { ("C1", "UANA") }));
    }

    [TestCase("made by somebody else")]
    [TestCase("made before it was promised")]
    [TestCase("of another privacy")]
    [TestCase("another incident's already")]
    [TestCase("under a name that several incidents can have")]
    public async Task A_channel_that_may_be_somebody_elses_is_not_taken(string why)
    {
        using var named = slack.Again(options => options.ChannelName = why.StartsWith("under", StringComparison.Ordinal) ? "incident" : options.ChannelName);
        var name = why.StartsWith("under", StringComparison.Ordinal) ? "incident" : "inc-1-20261123-checkout-is-down";
        var there = slack.Far.Add(
            name, isPrivate: why.StartsWith("of", StringComparison.Ordinal), creator: why.EndsWith("else", StringComparison.Ordinal) ? "U9" : "UBOT",
            created: slack.House.Clock.Now.AddHours(why.StartsWith("made before", StringComparison.Ordinal) ? -1 : 0));
        var incident = await slack.DeclareAsync();
        if (why.StartsWith("another", StringComparison.Ordinal))
            await named.Shelf.GetAsync((await slack.RecordAsync(await slack.DeclareAsync("Another"), [new RoomOpened(SlackNames.Chat, SlackNames.Room("T1", there.Id), "#" + name)])).Id, default);

        var opened = await named.Chat.OpenRoomAsync(incident, named.Try("open", mayBeDone: true), default);

        Assert.That(opened.Name, Is.EqualTo($"#{name}-2"));
    }

    [Test]
    public async Task A_room_that_still_fits_is_found()
    {
        var incident = await slack.OpenAsync();
        var opened = await slack.Chat.OpenRoomAsync(incident, slack.Try("another promise"), default);
        Assert.That(opened.Room, Is.EqualTo("slack:T1/C1"));
        Assert.That(slack.Far.Channels, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_turns_private_goes_on_in_a_private_channel_and_the_old_one_is_left_with_a_word_that_tells_nothing()
    {
        var incident = await slack.OpenAsync();
        await slack.House.Hear(Cast.Ben, "join", 1);
        await slack.House.Hear(Cast.Ana, "private", 1);
        incident = await slack.ReopenRoomAsync(await slack.NowAsync(incident.Id), "private");

        Assert.That(incident.Rooms[SlackNames.Chat], Is.Not.EqualTo("slack:T1/C1"));
        var channel = SpeakingSlack.ChannelOf(incident);
        Assert.That(slack.Far.Channels[channel].IsPrivate);
        Assert.That(slack.Far.Members.Where(member => member.Channel == channel).Select(member => member.User), Is.EquivalentTo(new[] { "UANA", "UBEN" }));
        Assert.That(slack.Far.WordsIn("C1").Single(), Is.EqualTo("This incident continues elsewhere. Whoever should see it is invited there; this channel is archived now."));
        Assert.That(slack.Far.Channels["C1"].IsArchived);
        Assert.That(slack.Far.WordsIn(channel).Single(), Is.EqualTo("INC-1 is private now and continues here. What was said before stands in #inc-1-20261123-checkout-is-down, where everybody could read it."));
    }

    [Test]
    public async Task A_reopened_incident_goes_back_to_its_archived_channel_with_a_persons_token()
    {
        using var able = slack.Again(options => options.UserToken = "xoxp-1");
        var incident = await able.OpenAsync();
        await slack.Far.ArchiveAsync("C1");
        incident = await able.ReopenRoomAsync(incident, "again");

        Assert.That(incident.Rooms[SlackNames.Chat], Is.EqualTo("slack:T1/C1"));
        Assert.That(slack.Far.Channels["C1"], Has.Property("IsArchived").False.And.Property("IsMember").True);
    }

    [Test]
    public async Task Without_one_it_gets_another_channel_which_points_back()
    {
        var incident = await slack.OpenAsync();
        await slack.Far.ArchiveAsync("C1");
        slack.Far.NotInvited["UANA"] = "user_is_restricted";
        var opened = await slack.Chat.OpenRoomAsync(incident, slack.Try("again"), default);

        Assert.That(opened.Name, Is.EqualTo("#inc-1-20261123-checkout-is-down-2"));
        Assert.That(slack.Far.WordsIn(SlackNames.ChannelOf(opened.Room)!).Single(), Is.EqualTo("INC-1 is open again and continues here. What was said before stands in #inc-1-20261123-checkout-is-down, which is archived."));
        Assert.That(opened.NotInvited.Single().Because, Is.EqualTo("they are a guest in Slack, and apps may not invite guests. A workspace admin can let them in."));
    }

    [Test]
    public async Task What_fails_after_the_channel_was_made_makes_no_second_one()
    {
        var incident = await slack.OpenAsync();
        await slack.Far.ArchiveAsync("C1");
        slack.Far.Fault = method => method == "chat.postMessage" ? new SlackAwayException("Slack did not answer.") : null;
        await Assert.ThrowsAsync<SlackAwayException>(async () => await slack.Chat.OpenRoomAsync(incident, slack.Try("again"), default));
        slack.Far.Fault = _ => null;
        await slack.Chat.OpenRoomAsync(incident, slack.Try("again", mayBeDone: true), default);

        Assert.That(slack.Far.Channels, Has.Count.EqualTo(2));
    }

    public void Dispose() => slack.Dispose();
}

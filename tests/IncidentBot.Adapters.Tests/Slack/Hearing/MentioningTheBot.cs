using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Hearing.Events;

namespace IncidentBot.Adapters.Tests.Slack.Hearing;

/// <summary>A mention of the bot is a line, in channels and threads.</summary>
public sealed class MentioningTheBot
{
    [TestCase("<@U0BOT> status", "status")]
    [TestCase("<@U0BOT|incidentbot>: note \"it works\"", "note \"it works\"")]
    [TestCase("hey <@U0BOT>, severity sev1", "severity sev1")]
    [TestCase("<@U0BOT>", "")]
    [TestCase("<@U0BOTTLE> status", "<@U0BOTTLE> status")]
    public void What_stands_behind_it_is_the_line(string text, string line) => Assert.That(AppMention.Behind(text, "U0BOT"), Is.EqualTo(line));

    [Test]
    public async Task A_line_in_a_thread_is_answered_in_that_thread_for_all()
    {
        await using var house = new HearingHouse();
        var id = await house.DeclareAsync("C0INC1");
        await house.EventAsync(Mention("<@U0BOT> role assign commander <@U0BEN>", thread: "1.0"));
        Assert.That((await house.House.Shelf.GetAsync(id, default)).Commander!.Id, Is.EqualTo(KnownPeople.Of("U0BEN").Id));
        var said = (await house.SaidAsync()).Single();
        Assert.That((said.Method, said.To, said.Beside), Is.EqualTo(("post", "C0INC1", "1.0")));
        Assert.That(said.Words, Does.Contain("Ben"));
    }

    [Test]
    public async Task A_bare_mention_shows_the_card_and_elsewhere_what_is_open()
    {
        await using var house = new HearingHouse();
        await house.DeclareAsync("C0INC1");
        await house.EventAsync(Mention("<@U0BOT>"));
        await house.EventAsync(Mention("<@U0BOT>", "C0GENERAL", ts: "2.2"));
        var said = await house.SaidAsync();
        Assert.That(said.Select(one => (one.Method, one.To, one.Beside)), Is.EquivalentTo(new[] { ("post", "C0INC1", "1.1"), ("post", "C0GENERAL", "2.2") }));
        Assert.That(said.Select(one => one.Words), Has.All.Contains("Checkout is down"));
    }

    [TestCase("<@U0BOT> severty sev1", "I do not know “severty”")]
    [TestCase("<@U0BOT> decision", "Type: /incident INC-1 decision")]
    [TestCase("<@U0BOT> metrics", "")]
    [TestCase("<@U0BOT> help", "")]
    public async Task What_is_for_the_asker_alone_is_whispered(string text, string words)
    {
        await using var house = new HearingHouse();
        await house.DeclareAsync("C0INC1");
        await house.EventAsync(Mention(text));
        var said = (await house.SaidAsync()).Single();
        Assert.That((said.Method, said.To, said.Beside), Is.EqualTo(("whisper", "C0INC1", "U0ANA")));
        Assert.That(System.Net.WebUtility.HtmlDecode(said.Words), Does.Contain(words));
    }

    [Test]
    public async Task A_private_incident_is_told_aloud_in_its_own_channel_alone()
    {
        await using var house = new HearingHouse();
        await house.DeclareAsync("C0INC1", "--private", "a secret breach");
        await house.EventAsync(Mention("<@U0BOT> info", "C0INC1"));
        await house.EventAsync(Mention("<@U0BOT> INC-1 info", "C0GENERAL", ts: "2.1"));
        await house.EventAsync(Mention("<@U0BOT> list", "C0GENERAL", ts: "2.2"));
        await house.EventAsync(Mention("<@U0BOT> INC-1 note \"seen\"", "C0GENERAL", ts: "2.3"));
        await house.EventAsync(Mention("<@U0BOT> list", "C0GENERAL", user: "U0OTTO", ts: "2.4"));
        await house.EventAsync(Mention("<@U0BOT> INC-1 info", "C0GENERAL", user: "U0OTTO", ts: "2.5"));
        var said = await house.SaidAsync();
        Assert.That(said.Where(one => one.Method == "post").Select(one => one.To), Is.EqualTo(new[] { "C0INC1" }));
        Assert.That(said.Where(one => one.Beside == "U0OTTO").Select(one => one.Words), Has.Exactly(2).Items.And.None.Contains("secret"));
        Assert.That(said.Where(one => one.Beside == "U0ANA").Select(one => one.Words), Has.Exactly(3).Items);
    }

    [Test]
    public async Task Where_people_of_other_companies_read_nothing_is_told_aloud_but_what_belongs_there()
    {
        await using var house = new HearingHouse();
        await house.DeclareAsync("C0INC1");
        await house.EventAsync(Mention("<@U0BOT> INC-1 info", "C0SHARED"), shared: true);
        await house.EventAsync(Mention("<@U0BOT> info", "C0INC1"), shared: true);
        Assert.That((await house.SaidAsync()).Select(one => (one.Method, one.To)), Is.EquivalentTo(new[] { ("whisper", "C0SHARED"), ("post", "C0INC1") }));
    }

    [Test]
    public async Task Twenty_deliveries_are_one_effect_and_one_answer()
    {
        await using var house = new HearingHouse();
        var id = await house.DeclareAsync("C0INC1");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => house.EventAsync(Mention("<@U0BOT> note \"it is the cache\"")).AsTask())));
        Assert.That(await house.TimelineAsync(id), Has.Count.EqualTo(2));
        Assert.That(await house.SaidAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task While_Slack_is_away_the_envelope_tells_who_the_bot_is_and_else_the_event_is_asked_for_again()
    {
        await using var house = new HearingHouse();
        var id = await house.DeclareAsync("C0INC1");
        house.Slack.FaultOfSelf = new SlackAwayException("Slack did not answer.");
        Assert.That(async () => await house.EventAsync(Mention("<@U0BOT> note \"it is the cache\"")), Throws.TypeOf<SlackAwayException>());
        await house.EventAsync(Mention("<@U0BOT> note \"it is the cache\""), bot: "U0BOT");
        Assert.That((await house.House.EntriesAsync(1))[^1].By.Id, Is.EqualTo(KnownPeople.Of("U0ANA").Id), "of the workspace that the envelope names");
        Assert.That(await house.TimelineAsync(id), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_mention_by_a_program_says_nothing_and_one_that_was_mended_is_said_anew()
    {
        await using var house = new HearingHouse();
        var id = await house.DeclareAsync("C0INC1");
        await house.EventAsync(new { type = "app_mention", bot_id = "B9", user = "U0ANA", text = "<@U0BOT> note \"no\"", ts = "1.1", channel = "C0INC1" });
        await house.EventAsync(Mention("<@U0BOT> nte \"yes\""));
        await house.EventAsync(new { type = "app_mention", user = "U0ANA", text = "<@U0BOT> note \"yes\"", ts = "1.1", channel = "C0INC1", edited = new { user = "U0ANA", ts = "1.2" } });
        Assert.That(await house.TimelineAsync(id), Has.Count.EqualTo(2).And.Some.EqualTo("Ana noted: yes"));
        Assert.That((await house.SaidAsync()).Select(one => one.Method), Is.EquivalentTo(new[] { "whisper", "post" }));
    }

    private static object Mention(string text, string channel = "C0INC1", string user = "U0ANA", string ts = "1.1", string? thread = null) =>
        new { type = "app_mention", user, text, ts, channel, event_ts = ts, thread_ts = thread };
}

namespace IncidentBot.Adapters.Tests.Slack.Hearing;

/// <summary>Reactions are lines about the message under them.</summary>
public sealed class Reacting
{
    [TestCase("pushpin", "marked entry 3 as a key event")]
    [TestCase("star", "added follow-up 1: the \"cache\" is cold, for Cleo")]
    [TestCase("fast_forward", "added follow-up 1: the \"cache\" is cold")]
    [TestCase("fast_forward::skin-tone-2", "added follow-up 1: the \"cache\" is cold")]
    [TestCase("scales", "the \"cache\" is cold")]
    public async Task Each_says_its_line_for_whoever_reacted(string reaction, string sentence)
    {
        await using var house = await WithMessageAsync();
        await house.EventAsync(Reaction("reaction_added", reaction));
        var timeline = await house.TimelineAsync(new IncidentId(1));
        Assert.That(timeline, Has.Count.EqualTo(3));
        Assert.That(timeline[^1], Does.StartWith("Cleo ").And.Contain(sentence));
        Assert.That(await house.SaidAsync(), Is.Empty, "nobody is told of what went well");
    }

    [Test]
    public async Task Taking_a_pin_back_takes_the_mark_away()
    {
        await using var house = await WithMessageAsync();
        await house.EventAsync(Reaction("reaction_added", "pushpin"), "Ev1");
        await house.EventAsync(Reaction("reaction_removed", "pushpin"), "Ev2");
        Assert.That((await house.House.Shelf.GetAsync(new IncidentId(1), default)).Highlights, Is.Empty);
        Assert.That((await house.TimelineAsync(new IncidentId(1)))[^1], Is.EqualTo("Cleo took the mark from entry 3"));
    }

    [Test]
    public async Task Several_people_may_pin_one_message_and_the_first_has_marked_it()
    {
        await using var house = await WithMessageAsync();
        await house.EventAsync(Reaction("reaction_added", "pushpin", user: "U0ANA"), "Ev1");
        await house.EventAsync(Reaction("reaction_added", "pushpin", user: "U0BEN"), "Ev2");
        Assert.That((await house.TimelineAsync(new IncidentId(1))).Where(sentence => sentence.Contains("key event", StringComparison.Ordinal)), Has.Exactly(1).StartsWith("Ana"));
        Assert.That(await house.SaidAsync(), Is.Empty);
    }

    [TestCase("fast_forward", "⏩")]
    [TestCase("star", "⭐")]
    [TestCase("scales", "⚖️")]
    public async Task Taking_another_back_is_noted(string reaction, string emoji)
    {
        await using var house = await WithMessageAsync();
        await house.EventAsync(Reaction("reaction_removed", reaction));
        Assert.That((await house.TimelineAsync(new IncidentId(1)))[^1], Is.EqualTo($"Cleo noted: took {emoji} from entry 3"));
    }

    [Test]
    public async Task Other_emoji_other_channels_unknown_messages_and_the_bots_own_say_nothing()
    {
        await using var house = await WithMessageAsync();
        await house.EventAsync(Reaction("reaction_added", "eyes"), "Ev1");
        await house.EventAsync(Reaction("reaction_added", "pushpin", channel: "C0GENERAL"), "Ev2");
        await house.EventAsync(Reaction("reaction_added", "pushpin", ts: "7.7"), "Ev3");
        await house.EventAsync(Reaction("reaction_added", "pushpin", user: "U0BOT"), "Ev4");
        await house.EventAsync(new { type = "reaction_added", user = "U0ANA", reaction = "pushpin", item = new { type = "file", file = "F1" } }, "Ev5");
        Assert.That(await house.TimelineAsync(new IncidentId(1)), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task The_newest_words_are_taken_and_cut_where_a_line_has_no_room_for_them()
    {
        await using var house = await WithMessageAsync();
        var edited = new Overheard("slack:T1/C0INC1/6.6", new string('"', 9_000), KnownPeople.Of("U0BEN"), "slack", new IncidentId(1), house.House.Clock.Now);
        await house.House.Desk.OverhearEditAsync(edited, "6.7");
        await house.EventAsync(Reaction("reaction_added", "fast_forward"));
        var text = (await house.House.Shelf.GetAsync(new IncidentId(1), default)).FollowUps.Single().Text;
        Assert.That((text.Length, text[^1]), Is.EqualTo((4_000, '…')));
    }

    [Test]
    public async Task What_is_refused_is_whispered_to_whoever_reacted()
    {
        await using var house = await WithMessageAsync();
        await house.House.Hear(KnownPeople.Of("U0ANA"), "INC-1 cancel --reason \"a false alarm\"");
        await house.EventAsync(Reaction("reaction_added", "scales"));
        await house.EventAsync(Reaction("reaction_added", "scales"));
        var said = (await house.SaidAsync()).Single();
        Assert.That((said.Method, said.To, said.Beside), Is.EqualTo(("whisper", "C0INC1", "U0CLEO")));
        Assert.That(said.Words, Does.Contain("INC-1 is cancelled: it can be read and reviewed"));
    }

    [TestCase("reaction_added", "fast_forward")]
    [TestCase("reaction_added", "pushpin")]
    [TestCase("reaction_removed", "scales")]
    public async Task Twenty_deliveries_are_one_effect(string type, string reaction)
    {
        await using var house = await WithMessageAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => house.EventAsync(Reaction(type, reaction)).AsTask())));
        Assert.That(await house.TimelineAsync(new IncidentId(1)), Has.Count.EqualTo(3));
        Assert.That(await house.SaidAsync(), Is.Empty);
    }

    private static async Task<HearingHouse> WithMessageAsync()
    {
        var house = new HearingHouse();
        var entry = await house.MessageAsync(await house.DeclareAsync("C0INC1"), "C0INC1", "6.6", "the \"cache\" is cold");
        Assert.That(entry, Is.EqualTo(3));
        return house;
    }

    private static object Reaction(string type, string reaction, string channel = "C0INC1", string ts = "6.6", string user = "U0CLEO") =>
        new { type, user, reaction, item = new { type = "message", channel, ts }, item_user = "U0BEN", event_ts = "9.9" };
}

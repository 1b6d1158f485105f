namespace IncidentBot.Adapters.Tests.Slack.Hearing;

/// <summary>A message to the bot alone is a line.</summary>
public sealed class WritingToTheBot
{
    [Test]
    public async Task It_is_answered_there_also_about_what_others_may_not_see()
    {
        await using var house = new HearingHouse();
        await house.DeclareAsync("C0INC1", "--private", "a secret breach");
        await house.EventAsync(Direct("list"));
        await house.EventAsync(Direct("INC-1 role assign commander <@U0BEN>", "1.2"));
        await house.EventAsync(Direct("INC-1 decision", "1.3"));
        await house.EventAsync(Direct("list", "1.4", "U0OTTO"));
        var said = await house.SaidAsync();
        Assert.That(said.Select(one => (one.Method, one.To)), Has.Exactly(4).Items.And.All.EqualTo(("post", "D0DIRECT")));
        Assert.That(said.Select(one => one.Words), Has.Some.Contains("a secret breach").And.Some.Contains("No open incidents").And.Some.Contains("something is missing. Type: /incident INC-1 decision"));
        Assert.That((await house.House.Shelf.GetAsync(new IncidentId(1), default)).Commander!.Id, Is.EqualTo(KnownPeople.Of("U0BEN").Id));
    }

    [Test]
    public async Task The_bots_own_words_other_channels_and_what_became_of_messages_are_no_lines()
    {
        await using var house = new HearingHouse();
        await house.EventAsync(Direct("list", user: "U0BOT"));
        await house.EventAsync(new { type = "message", channel_type = "channel", user = "U0ANA", channel = "C0GENERAL", text = "list", ts = "1.1" });
        await house.EventAsync(new { type = "message", channel_type = "im", user = "U0ANA", bot_id = "B1", channel = "D0DIRECT", text = "list", ts = "1.1" });
        await house.EventAsync(new { type = "message", channel_type = "im", subtype = "message_changed", channel = "D0DIRECT", ts = "1.1", message = new { user = "U0ANA", text = "list" } });
        Assert.That(await house.SaidAsync(), Is.Empty);
    }

    [Test]
    public async Task Twenty_deliveries_are_one_effect_and_one_answer()
    {
        await using var house = new HearingHouse();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => house.EventAsync(Direct("declare sev1 down")).AsTask())));
        Assert.That(await house.House.Store.LastStreamAsync(), Is.EqualTo(1));
        Assert.That((await house.SaidAsync()).Single().Words, Does.Contain("INC-1 is declared"));
    }

    private static object Direct(string text, string ts = "1.1", string user = "U0ANA") => new { type = "message", channel_type = "im", user, channel = "D0DIRECT", text, ts, event_ts = ts };
}

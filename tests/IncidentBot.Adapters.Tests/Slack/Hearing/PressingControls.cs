using IncidentBot.Chat.Slack.Api;

namespace IncidentBot.Adapters.Tests.Slack.Hearing;

/// <summary>Buttons, choices and pickers: lines already typed.</summary>
public sealed class PressingControls
{
    [Test]
    public async Task A_press_says_its_line_and_is_answered_to_whoever_pressed()
    {
        await using var house = new HearingHouse();
        var id = await house.DeclareAsync("C0INC1");
        Assert.That(await house.InteractAsync(Typed.Press("INC-1 role claim commander", "U0BEN")), Is.Null);
        Assert.That((await house.TimelineAsync(id))[^1], Does.StartWith("Ben").And.Contain("commander"), "it is recorded when Slack has its receipt");
        var told = (await house.SaidAsync()).Single();
        Assert.That((told.Method, told.To), Is.EqualTo(("respond", "https://hooks.slack.com/actions/U0BEN")));
        Assert.That(told.Words, Does.Contain("Ben").And.Not.Contain("liar"));
    }

    [Test]
    public async Task An_option_and_a_picked_person_are_lines_too()
    {
        await using var house = new HearingHouse();
        var id = await house.DeclareAsync("C0INC1");
        await house.InteractAsync(Typed.Select("INC-1 severity sev1"));
        await house.InteractAsync(Typed.Pick("INC-1 role assign commander {person}", "U0BEN"));
        await house.InteractAsync(Typed.Select(null));
        var incident = await house.House.Shelf.GetAsync(id, default);
        Assert.That((incident.Severity.Level, incident.Commander?.Id), Is.EqualTo((1, KnownPeople.Of("U0BEN").Id)));
        Assert.That(house.Tally.Unknown.Values.Sum(), Is.EqualTo(1), "a choice that was cleared says nothing");
    }

    [Test]
    public async Task A_line_that_needs_more_opens_its_form_at_once()
    {
        await using var house = new HearingHouse();
        await house.DeclareAsync("C0INC1");
        Assert.That(await house.InteractAsync(Typed.Press("INC-1 decision", trigger: "8.8")), Is.Null);
        Assert.That(house.Slack.Asked.Select(asked => (asked.Method, asked.To)), Is.EqualTo(new[] { ("open", "8.8") }), "before the receipt");
        Assert.That(house.Slack.Asked[0].Words, Does.Contain("What was decided?"));
    }

    [Test]
    public async Task A_form_that_came_too_late_is_told_with_the_line_to_type()
    {
        await using var house = new HearingHouse();
        await house.DeclareAsync("C0INC1");
        house.Slack.FaultOfViews = new SlackFaultException("views.open", "exchanged_trigger_id", "Used.");
        await house.InteractAsync(Typed.Press("INC-1 decision"));
        Assert.That((await house.SaidAsync()).Single().Words, Does.Contain("The form came too late").And.Contain("/incident INC-1 decision <text>"));
    }

    [Test]
    public async Task A_press_on_a_card_of_an_incident_that_has_ended_is_answered_with_why_and_a_fresh_card()
    {
        await using var house = new HearingHouse();
        var id = await house.DeclareAsync("C0INC1");
        await house.House.Hear(KnownPeople.Of("U0BEN"), "INC-1 cancel --reason \"a false alarm\"");
        Assert.That((await house.House.Shelf.GetAsync(id, default)).EndedAt, Is.Not.Null);
        await house.InteractAsync(Typed.Press("INC-1 severity sev1"));
        Assert.That((await house.SaidAsync()).Single().Words, Does.Contain("INC-1 is cancelled: it can be read and reviewed").And.Contain("INC-1 Checkout is down"));
    }

    [Test]
    public async Task A_refused_press_on_a_card_of_earlier_is_answered_with_a_fresh_one_and_one_of_now_is_not()
    {
        await using var house = new HearingHouse();
        var id = await house.DeclareAsync("C0INC1");
        await house.InteractAsync(Typed.Press("INC-1 role claim commander", "U0BEN"));
        var news = (await house.House.Shelf.GetAsync(id, default)).LastNews;
        await house.InteractAsync(Typed.Press("INC-1 handoff accept", "U0CLEO", nonce: "1"));
        await house.InteractAsync(Typed.Press("INC-1 handoff accept", "U0OTTO", nonce: $"{news}"));
        var said = await house.SaidAsync();
        Assert.That(said.Single(told => told.To.EndsWith("U0CLEO", StringComparison.Ordinal)).Words, Does.Contain("INC-1 Checkout is down"));
        Assert.That(said.Single(told => told.To.EndsWith("U0OTTO", StringComparison.Ordinal)).Words, Does.Not.Contain("INC-1 Checkout is down"));
    }

    [Test]
    public async Task A_button_of_another_version_is_answered_in_words_with_a_fresh_card()
    {
        await using var house = new HearingHouse();
        await house.DeclareAsync("C0INC1");
        await house.InteractAsync(Typed.Press("INC-1 acknowledge-everything", nonce: "99"));
        Assert.That((await house.SaidAsync()).Single().Words, Does.Contain("I do not know “acknowledge-everything”").And.Contain("INC-1 Checkout is down"));
    }

    [Test]
    public async Task A_link_and_what_nobody_knows_are_only_received()
    {
        await using var house = new HearingHouse();
        await house.InteractAsync(Typed.Action(new { type = "button", action_id = "l:0:0", block_id = "c:1:0", url = "https://incidents.example/" }));
        await house.InteractAsync(Typed.Action(new { type = "hologram", action_id = "inc_ack", block_id = "inc_actions" }));
        await house.InteractAsync(new { type = "telepathy", user = new { id = "U0ANA" } });
        await house.InteractAsync(new { type = "block_actions" });
        await house.InteractAsync(new { type = "view_closed", user = new { id = "U0ANA" }, view = new { id = "V1", callback_id = "form" } });
        Assert.That(await house.SaidAsync(), Is.Empty);
        Assert.That(house.Tally.Unknown, Is.EquivalentTo(new Dictionary<string, long> { ["control:hologram"] = 1, ["interaction:telepathy"] = 1, ["interaction:nobody"] = 1 }));
    }

    [Test]
    public async Task In_the_home_a_deed_draws_it_anew_a_question_opens_its_answer_and_a_form_its_modal()
    {
        await using var house = new HearingHouse();
        await house.DeclareAsync("C0INC1");
        await house.InteractAsync(Typed.PressIn("home", "INC-1 join", "U0BEN"));
        await house.InteractAsync(Typed.PressIn("home", "INC-1 info", "U0BEN"));
        await house.InteractAsync(Typed.PressIn("home", "declare", "U0BEN"));
        await house.InteractAsync(Typed.PressIn("home", "INC-9 join", "U0BEN"));
        var said = (await house.SaidAsync()).ToLookup(asked => asked.Method);
        Assert.That(said["home"].Single().To, Is.EqualTo("U0BEN"));
        Assert.That(said["open"].Select(asked => asked.Words), Has.Exactly(3).Items.And.Some.Contains("Checkout is down").And.Some.Contains("What is wrong?").And.Some.Contains("There is no INC-9."));
    }

    [Test]
    public async Task In_a_modal_the_answer_takes_its_place()
    {
        await using var house = new HearingHouse();
        await house.DeclareAsync("C0INC1");
        await house.InteractAsync(Typed.PressIn("modal", "INC-1 join", "U0BEN"));
        await house.InteractAsync(Typed.PressIn("modal", "INC-1 decision", "U0BEN"));
        var said = await house.SaidAsync();
        Assert.That(said.Select(asked => (asked.Method, asked.To)), Is.EquivalentTo(new[] { ("update", "V7"), ("update", "V7") }));
        Assert.That(said.Select(asked => asked.Words), Has.Some.Contains("Ben joined").And.Some.Contains("What was decided?"));
    }

    [Test]
    public async Task Twenty_deliveries_of_one_click_are_one_effect()
    {
        await using var house = new HearingHouse();
        var id = await house.DeclareAsync("C0INC1");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => house.InteractAsync(Typed.Press("INC-1 note \"it is the cache\"")))));
        Assert.That((await house.TimelineAsync(id)).Where(sentence => sentence.Contains("cache", StringComparison.Ordinal)), Has.Exactly(1).Items);
    }

    [Test]
    public async Task When_nothing_can_be_recorded_whoever_pressed_is_told()
    {
        await using var house = new HearingHouse();
        await house.DeclareAsync("C0INC1");
        house.House.Store.Fence("The disk is full.");
        Assert.That(await house.InteractAsync(Typed.Press("INC-1 join")), Is.Null);
        Assert.That((await house.SaidAsync()).Single().Words, Does.Contain("IncidentBot cannot record anything right now, so nothing was done."));
    }
}

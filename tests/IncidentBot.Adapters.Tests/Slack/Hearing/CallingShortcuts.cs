using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using IncidentBot.Chat.Slack.Api;

namespace IncidentBot.Adapters.Tests.Slack.Hearing;

/// <summary>What people call from Slack's menus.</summary>
public sealed class CallingShortcuts
{
    private const string Link = "https://acme.slack.com/archives/C0GENERAL/p66";

    [Test]
    public async Task Declare_incident_opens_the_form_from_anywhere()
    {
        await using var house = new HearingHouse();
        Assert.That(await house.InteractAsync(Typed.Shortcut("declare")), Is.Null);
        var opened = house.Slack.Asked.Single();
        Assert.That((opened.Method, opened.To), Is.EqualTo(("open", "4.4")));
        Assert.That(opened.Words, Does.Contain("What is wrong?"));
    }

    [Test]
    public async Task A_message_becomes_an_incident_that_tells_where_it_comes_from()
    {
        await using var house = new HearingHouse();
        await house.InteractAsync(Typed.MessageShortcut("declare_message", "<@U0CLEO> the checkout\nis broken"));
        var opened = house.Slack.Asked.Single();
        Assert.That(opened.Words, Does.Contain("@Cleo the checkout is broken"), "it is filled in");
        await house.InteractAsync(Typed.Submit("form", opened.View!.PrivateMetadata, new() { ["title"] = Typed.Text("Checkout is broken"), ["severity"] = Typed.Choice("sev2") }));
        var timeline = await house.TimelineAsync(new IncidentId(1));
        Assert.That(timeline, Has.Exactly(2).Items);
        Assert.That(timeline[0], Does.Contain("Checkout is broken"));
        Assert.That(timeline[1], Is.EqualTo($"Ana noted: Ben wrote: @Cleo the checkout\nis broken {Link}"));
    }

    [Test]
    public async Task In_an_incidents_channel_a_message_that_is_on_the_timeline_is_marked_there()
    {
        await using var house = new HearingHouse();
        var id = await house.DeclareAsync("C0INC1");
        var entry = await house.MessageAsync(id, "C0INC1", "6.6", "the cache is cold");
        await house.InteractAsync(Typed.MessageShortcut("timeline", "the cache is cold", "C0INC1"));
        Assert.That((await house.House.Shelf.GetAsync(id, default)).Highlights, Is.EqualTo(new[] { entry }));
        Assert.That((await house.SaidAsync()).Single(asked => asked.Method == "respond").Words, Does.Contain("key event"));
    }

    [Test]
    public async Task Elsewhere_it_is_noted_on_the_only_open_incident_with_author_and_link()
    {
        await using var house = new HearingHouse();
        var id = await house.DeclareAsync("C0INC1");
        await house.InteractAsync(Typed.MessageShortcut("timeline", "all cards fail"));
        Assert.That((await house.TimelineAsync(id))[^1], Is.EqualTo($"Ana noted: Ben wrote: all cards fail {Link}"));
    }

    [Test]
    public async Task With_several_open_ones_it_is_asked_which_and_only_those_are_offered_that_one_may_see()
    {
        await using var house = new HearingHouse();
        await house.DeclareAsync("C0INC1");
        var second = await house.DeclareAsync("C0INC2", title: "Search is slow");
        await house.DeclareAsync("C0INC3", "--private", "a secret breach", by: "U0CLEO");
        await house.InteractAsync(Typed.MessageShortcut("timeline", "all \"cards\" fail"));
        var asked = house.Slack.Asked.Single();
        Assert.That(asked.Words, Does.Contain("INC-1 Checkout is down").And.Contain("INC-2 Search is slow").And.Not.Contain("secret breach").And.Not.Contain("INC-3"));
        var answer = await house.InteractAsync(Typed.Submit("which", asked.View!.PrivateMetadata, new() { ["incident"] = Typed.Choice("INC-2") }));
        Assert.That((string?)answer!["response_action"], Is.EqualTo("update"));
        Assert.That((await house.TimelineAsync(second))[^1], Is.EqualTo($"Ana noted: Ben wrote: all \"cards\" fail {Link}"));
        Assert.That(Json(await house.InteractAsync(Typed.Submit("which", asked.View.PrivateMetadata, new() { ["incident"] = Typed.Choice("INC-3") }, view: "V10"))), Does.Contain("There is no INC-3."));
    }

    [Test]
    public async Task A_decision_from_a_message_goes_on_from_the_choice_to_its_form()
    {
        await using var house = new HearingHouse();
        await house.DeclareAsync("C0INC1");
        var second = await house.DeclareAsync("C0INC2", title: "Search is slow");
        await house.InteractAsync(Typed.MessageShortcut("decision", "we roll back"));
        var answer = await house.InteractAsync(Typed.Submit("which", house.Slack.Asked.Single().View!.PrivateMetadata, new() { ["incident"] = Typed.Choice("INC-2") }));
        Assert.That(Json(answer), Does.Contain("What was decided?").And.Contain("we roll back").And.Contain(Link));
        var memory = (string?)answer!["view"]!["private_metadata"];
        await house.InteractAsync(Typed.Submit("form", memory, new() { ["text"] = Typed.Text($"we roll back\n(Ben, {Link})"), ["because"] = Typed.Text("it is safe") }));
        Assert.That((await house.TimelineAsync(second))[^1], Does.Contain("we roll back").And.Contain(Link).And.Contain("it is safe"));
    }

    [Test]
    public async Task A_follow_up_from_a_message_of_the_channel_has_its_words_in_the_form()
    {
        await using var house = new HearingHouse();
        await house.DeclareAsync("C0INC1");
        await house.InteractAsync(Typed.MessageShortcut("followup", "we need an index", "C0INC1"));
        Assert.That(house.Slack.Asked.Single().Words, Does.Contain("What is to be done?").And.Contain("we need an index").And.Contain("https://acme.slack.com/archives/C0INC1/p66"));
    }

    [Test]
    public async Task Without_an_open_incident_a_message_is_answered_with_a_way_to_declare()
    {
        await using var house = new HearingHouse();
        await house.InteractAsync(Typed.MessageShortcut("decision", "we roll back"));
        var told = (await house.SaidAsync()).Single();
        Assert.That((told.Method, told.Words.Contains("Declare an incident", StringComparison.Ordinal)), Is.EqualTo(("respond", true)));
    }

    [Test]
    public async Task A_form_that_came_too_late_is_told_where_it_can_be()
    {
        await using var house = new HearingHouse();
        house.Slack.FaultOfViews = new SlackFaultException("views.open", "expired_trigger_id", "Too late.");
        await house.InteractAsync(Typed.MessageShortcut("declare_message", "x"));
        Assert.That((await house.SaidAsync()).Single().Words, Does.Contain("The form came too late"));
    }

    [TestCase("timeline")]
    [TestCase("declare")]
    [TestCase("unheard-of")]
    public async Task Twenty_deliveries_have_one_effect(string callback)
    {
        await using var house = new HearingHouse();
        var id = await house.DeclareAsync("C0INC1");
        var called = callback == "timeline" ? Typed.MessageShortcut(callback, "all cards fail") : Typed.Shortcut(callback);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => house.InteractAsync(called))));
        Assert.That(await house.TimelineAsync(id), Has.Count.EqualTo(callback == "timeline" ? 2 : 1));
        Assert.That(house.Tally.Unknown.GetValueOrDefault("shortcut:unheard-of"), Is.EqualTo(callback == "unheard-of" ? 20 : 0));
    }

    private static string Json(JsonNode? answer) => answer?.ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) ?? "";
}

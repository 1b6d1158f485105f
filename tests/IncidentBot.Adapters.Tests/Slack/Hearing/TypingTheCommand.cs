using System.Text.Json.Nodes;
using IncidentBot.Chat.Slack.Api;

namespace IncidentBot.Adapters.Tests.Slack.Hearing;

/// <summary>The slash command, wherever somebody types it.</summary>
public sealed class TypingTheCommand
{
    [Test]
    public async Task Without_words_it_shows_what_is_open_and_in_an_incidents_channel_its_card()
    {
        await using var house = new HearingHouse();
        Assert.That($"{await house.CommandAsync("")}", Does.Contain("No open incidents. All is calm.").And.Contain("ephemeral"));
        await house.DeclareAsync("C0INC1");
        Assert.That(Said(await house.CommandAsync("", trigger: "1.2")), Does.Contain("INC-1 SEV2 identification: Checkout is down"));
        Assert.That(Said(await house.CommandAsync("", "C0INC1", trigger: "1.3")), Is.EqualTo("INC-1 SEV2 in identification: Checkout is down. Commander: nobody yet."));
    }

    [Test]
    public async Task A_title_in_the_line_declares_at_once_and_the_answer_names_the_number()
    {
        await using var house = new HearingHouse();
        var answer = await house.CommandAsync("declare sev1 “nobody can pay”", "D0DIRECT");
        Assert.That(Said(answer), Is.EqualTo("INC-1 is declared: SEV1 “nobody can pay”. Its channel is being opened."));
        Assert.That((string?)answer!["response_type"], Is.EqualTo("ephemeral"));
        Assert.That(await house.TimelineAsync(new IncidentId(1)), Has.Count.EqualTo(1).And.Some.StartsWith("Ana declared"));
    }

    [Test]
    public async Task Without_a_title_a_modal_opens_within_the_request()
    {
        await using var house = new HearingHouse();
        Assert.That(await house.CommandAsync("declare", trigger: "13.37.x"), Is.Null, "the modal is the answer");
        var opened = house.Slack.Asked.Single();
        Assert.That((opened.Method, opened.To), Is.EqualTo(("open", "13.37.x")));
        Assert.That(opened.Words, Does.Contain("What is wrong?").And.Contain("SEV1"));
    }

    [TestCase("expired_trigger_id")]
    [TestCase("exchanged_trigger_id")]
    [TestCase("invalid_arguments")]
    public async Task A_modal_that_came_too_late_is_told_with_the_line_to_type(string code)
    {
        await using var house = new HearingHouse();
        house.Slack.FaultOfViews = new SlackFaultException("views.open", code, "Slack said no.") { Details = ["`trigger_id` expired"] };
        Assert.That(Said(await house.CommandAsync("declare")), Does.StartWith(
            "The form came too late: Slack lets one open within three seconds. Declare an incident: something is missing. Type: /incident declare [sev1…sev5] <title>"));
        await house.DeclareAsync("C0INC1");
        Assert.That(Said(await house.CommandAsync("decision", "C0INC1")), Does.EndWith("Type: /incident INC-1 decision <text> [--because <reason>] [--options <a; b; c>]"));
        house.Slack.FaultOfViews = new SlackAwayException("Slack did not answer.");
        Assert.That(Said(await house.CommandAsync("declare")), Does.StartWith("Slack did not open the form. Declare an incident: something is missing."));
    }

    [Test]
    public async Task A_mention_means_whom_Slack_says_it_means()
    {
        await using var house = new HearingHouse();
        var id = await house.DeclareAsync("C0INC1");
        var answer = await house.CommandAsync("role assign commander <@U0BEN|whoever>", "C0INC1");
        Assert.That(Said(answer), Does.Contain("Ben"), $"{answer}");
        Assert.That((await house.House.Shelf.GetAsync(id, default)).Commander!.Id, Is.EqualTo(KnownPeople.Of("U0BEN").Id));
    }

    [Test]
    public async Task What_the_desk_refuses_is_an_answer()
    {
        await using var house = new HearingHouse();
        Assert.That(Said(await house.CommandAsync("severty sev1")), Does.StartWith("I do not know “severty”. Did you mean severity"));
        Assert.That(Said(await house.CommandAsync("INC-7 info")), Does.StartWith("There is no INC-7."));
    }

    [Test]
    public async Task Twenty_deliveries_declare_once()
    {
        await using var house = new HearingHouse();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => house.CommandAsync("declare sev1 twice?", trigger: "7.7"))));
        Assert.That(answers.Select(Said).Distinct(), Is.EqualTo(new[] { "INC-1 is declared: SEV1 “twice?”. Its channel is being opened." }));
        Assert.That(await house.House.Store.LastStreamAsync(), Is.EqualTo(1));
    }

    private static string Said(JsonNode? answer) => System.Net.WebUtility.HtmlDecode((string?)answer?["text"]) ?? "";
}

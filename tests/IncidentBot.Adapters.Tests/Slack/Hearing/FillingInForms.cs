using System.Text.Json.Nodes;

namespace IncidentBot.Adapters.Tests.Slack.Hearing;

/// <summary>Modals that come back.</summary>
public sealed class FillingInForms
{
    private static readonly Dictionary<string, object?> Declaration = new()
    {
        ["title"] = Typed.Text("DB \"main\" is down"), ["severity"] = Typed.Choice("sev1"), ["type"] = Typed.Choice("reliability"), ["service"] = Typed.Text(null), ["started"] = Typed.Text(null),
    };

    [Test]
    public async Task A_filled_in_form_declares_and_the_modal_itself_tells_where_the_bot_may_not_be()
    {
        await using var house = new HearingHouse();
        var answer = await house.InteractAsync(Typed.Submit("form", await OpenedAsync(house, "declare", "C0GENERAL"), Declaration));
        Assert.That((string?)answer!["response_action"], Is.EqualTo("update"));
        Assert.That(answer["view"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), Does.Contain("INC-1 is declared: SEV1 “DB \\\"main\\\" is down”. Its channel is being opened."));
        Assert.That((await house.House.Shelf.GetAsync(new IncidentId(1), default)).Title, Is.EqualTo("DB \"main\" is down"));
    }

    [Test]
    public async Task In_an_incidents_channel_the_modal_closes_and_the_person_is_told_there()
    {
        await using var house = new HearingHouse();
        var id = await house.DeclareAsync("C0INC1");
        var memory = await OpenedAsync(house, "followup add", "C0INC1");
        Assert.That(await house.InteractAsync(Typed.Submit("form", memory, new() { ["text"] = Typed.Text("add an index"), ["owner"] = Typed.Person("U0BEN"), ["due"] = Typed.Text("2026-12-01") })), Is.Null, "it closes");
        var followUp = (await house.House.Shelf.GetAsync(id, default)).FollowUps.Single();
        Assert.That((followUp.Text, followUp.Owner?.Id), Is.EqualTo(("add an index", (PersonId?)KnownPeople.Of("U0BEN").Id)));
        var told = (await house.SaidAsync()).Single(asked => asked.Method == "whisper");
        Assert.That((told.To, told.Beside), Is.EqualTo(("C0INC1", "U0ANA")));
        Assert.That(told.Words, Does.Contain("add an index"));
    }

    [TestCase("due", "someday", "“someday” is no date that I can read behind --due. Use 2026-12-01, 3d, 2w or friday.")]
    public async Task What_is_wrong_stands_at_its_field(string field, string value, string sentence)
    {
        await using var house = new HearingHouse();
        await house.DeclareAsync("C0INC1");
        var answer = await house.InteractAsync(Typed.Submit("form", await OpenedAsync(house, "followup add", "C0INC1"), new() { ["text"] = Typed.Text("x"), ["owner"] = Typed.Person(null), [field] = Typed.Text(value) }));
        Assert.That((string?)answer!["response_action"], Is.EqualTo("errors"));
        Assert.That(answer["errors"]!.AsObject().Select(error => error.Key), Is.EqualTo(new[] { field }));
        Assert.That((string?)answer["errors"]![field], Does.StartWith(sentence));
    }

    [Test]
    public async Task What_is_about_no_field_stands_at_the_first_that_is_required_and_can_be_mended()
    {
        await using var house = new HearingHouse();
        var memory = await OpenedAsync(house, "declare", "C0GENERAL");
        var tooLong = new Dictionary<string, object?>(Declaration) { ["title"] = Typed.Text(new string('x', 200)) };
        var answer = await house.InteractAsync(Typed.Submit("form", memory, tooLong));
        Assert.That((string?)answer!["errors"]!["title"], Does.StartWith("The title has 200 characters; 150 are allowed."));
        Assert.That(await house.House.Store.LastStreamAsync(), Is.Zero);
        Assert.That((string?)(await house.InteractAsync(Typed.Submit("form", memory, Declaration)))!["response_action"], Is.EqualTo("update"), "the same view, mended");
    }

    [Test]
    public async Task Twenty_deliveries_of_one_submission_are_one_effect_and_one_answer()
    {
        await using var house = new HearingHouse();
        var memory = await OpenedAsync(house, "declare", "C0GENERAL");
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => house.InteractAsync(Typed.Submit("form", memory, Declaration)))));
        Assert.That(answers.Select(answer => answer!.ToJsonString()).Distinct(), Has.Exactly(1).Items.And.Some.Contains("INC-1"));
        Assert.That(await house.House.Store.LastStreamAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task When_nothing_can_be_recorded_what_was_filled_in_stays_and_the_form_says_so()
    {
        await using var house = new HearingHouse();
        var memory = await OpenedAsync(house, "declare", "C0GENERAL");
        house.House.Store.Fence("The disk is full.");
        var answer = await house.InteractAsync(Typed.Submit("form", memory, Declaration));
        Assert.That((string?)answer!["errors"]!["title"], Does.StartWith("IncidentBot cannot record anything right now"));
    }

    [Test]
    public async Task A_view_that_nobody_knows_is_only_received()
    {
        await using var house = new HearingHouse();
        Assert.That(await house.InteractAsync(Typed.Submit("survey", "{}", new() { ["a"] = Typed.Text("b") })), Is.Null);
        Assert.That(await house.InteractAsync(Typed.Submit("form", "not ours", new() { ["a"] = Typed.Text("b") })), Is.Null);
        Assert.That(house.Tally.Unknown.Keys, Is.EquivalentTo(new[] { "view:survey", "view:form" }));
    }

    private static async Task<string?> OpenedAsync(HearingHouse house, string line, string channel)
    {
        JsonNode? answer = await house.CommandAsync(line, channel, trigger: $"open.{line}");
        Assert.That(answer, Is.Null);
        return house.Slack.Asked[^1].View!.PrivateMetadata;
    }
}

using IncidentBot.TestKit;

namespace IncidentBot.Scenarios.Slack;

/// <summary>An incident begins in Slack, wherever somebody is.</summary>
public sealed class DeclaringInSlack : SlackScenario
{
    [Test]
    public async Task A_title_in_the_line_declares_at_once_and_only_the_asker_is_told()
    {
        var receipt = await Stage.Ana.SlashAsync("declare Search is slow");
        Assert.That(receipt.Status, Is.EqualTo(200));
        var number = await SlackStage.DeclaredAsync(Stage.Ana, Stage.Ana.Whispers.Count - 1);
        Assert.That(Stage.Ana.Whispers[^1].Text, Does.StartWith($"{number} is declared: SEV3 “Search is slow”."));
        var entry = (await Stage.EntriesAsync(number))[0];
        Assert.That((entry.By.Id, entry.By.Name, entry.Via), Is.EqualTo((new PersonId($"slack:{FakeSlack.Team}/U0ANA"), "Ana", "slack")));
    }

    [Test]
    public async Task Without_a_title_a_form_asks_and_errors_stand_at_their_fields()
    {
        var before = Slack.CallsOf("views.open").Count;
        await Stage.Ben.SlashAsync("declare");
        Assert.That(Slack.CallsOf("views.open"), Has.Count.EqualTo(before + 1), "opened in the request itself");
        Assert.That(Stage.Ben.Modal!.Title, Is.EqualTo("Declare an incident"));

        var wrong = await Stage.Ben.SubmitAsync(("title", "Mail is late"), ("started", "yesterdayish"));
        Assert.That((string?)wrong.Body?["response_action"], Is.EqualTo("errors"), wrong.Raw);
        Assert.That(((System.Text.Json.Nodes.JsonObject)wrong.Body!["errors"]!).Single().Key, Is.EqualTo("started"));
        Assert.That((string?)wrong.Body["errors"]!["started"], Does.Contain("yesterdayish"));

        var right = await Stage.Ben.SubmitAsync(("title", "Mail is late"), ("started", "20m ago"), ("severity", "sev4"));
        Assert.That(right.IsReceived, Is.True);
        var number = await Eventually.FindAsync<Recorded>(async () => await FindAsync("Mail is late"), "it is declared");
        Assert.That(((IncidentDeclared)number.Event).Severity.Level, Is.EqualTo(4));
        Assert.That(Stage.Ben.Modal!.Words, Does.Contain($"{number.Incident} is declared: SEV4 “Mail is late”."), "the modal tells the number");
    }

    [Test]
    public async Task The_global_shortcut_opens_the_same_form()
    {
        await Stage.Cleo.ShortcutAsync("declare");
        Assert.That(Stage.Cleo.Modal?.Title, Is.EqualTo("Declare an incident"));
        await Stage.Cleo.SubmitAsync(("title", "Declared by shortcut"));
        await Eventually.FindAsync<Recorded>(async () => await FindAsync("Declared by shortcut"), "it is declared");
    }

    [Test]
    public async Task A_message_elsewhere_becomes_an_incident()
    {
        var ts = await Stage.Ben.SayAsync(FakeSlack.General, "Nobody can log in & it hurts");
        var message = (await Slack.MessagesAsync(FakeSlack.General)).Single(said => said.Ts == ts);
        await Stage.Ana.ShortcutAsync("declare_message", message);
        Assert.That(Stage.Ana.Modal?.Title, Is.EqualTo("Declare an incident"));
        await Stage.Ana.SubmitAsync();
        var declared = await Eventually.FindAsync<Recorded>(async () => await FindAsync("Nobody can log in & it hurts"), "the message is the title");
        Assert.That(declared.By.Name, Is.EqualTo("Ana"));
    }

    [Test]
    public async Task Without_words_it_lists_what_is_open_and_offers_to_declare()
    {
        await Stage.DeclareAsync("Something that is open");
        var receipt = await Stage.Cleo.SlashAsync("");
        Assert.That(receipt.IsReceived, Is.True);
        await Eventually.IsSoAsync(() => Stage.Cleo.Whispers.Count > 0, "Cleo is answered");
        var list = Stage.Cleo.Whispers[^1];
        Assert.That(list.Words, Does.Contain("Something that is open"));
        await Stage.Cleo.PressAsync(list, list.Buttons.First(button => button.StartsWith("Declare", StringComparison.Ordinal)));
        await Eventually.IsSoAsync(() => Stage.Cleo.Modal?.Title == "Declare an incident", "the form opened");
    }

    [Test]
    public async Task A_word_that_nobody_knows_is_answered_with_the_nearest_one()
    {
        await Stage.Ana.SlashAsync("declaer Search is slow");
        await Eventually.IsSoAsync(() => Stage.Ana.Whispers.Any(whisper => whisper.Text.Contains("Did you mean declare", StringComparison.Ordinal)), "the nearest word is told");
    }

    private async Task<Recorded?> FindAsync(string title)
    {
        for (var number = await Stage.IncidentsAsync(); number > 0; number--)
            if ((await Stage.EntriesAsync(new IncidentId(number)))[0] is { Event: IncidentDeclared declared } entry && declared.Title == title) return entry;
        return null;
    }
}

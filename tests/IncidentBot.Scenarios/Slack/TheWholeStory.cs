using IncidentBot.Scenarios.Api;
using IncidentBot.TestKit;

namespace IncidentBot.Scenarios.Slack;

/// <summary>An incident from its declaration to its reopening, run from Slack alone.</summary>
[Category("Slack")]
[TestFixture(false, TestName = "TheWholeStory over HTTP")]
[TestFixture(true, TestName = "TheWholeStory in Socket Mode")]
public sealed class TheWholeStory(bool bySocket)
{
    private SlackStage stage = null!;
    private SlackRoom room = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => stage = await SlackStage.OpenAsync(bySocket);

    [OneTimeTearDown]
    public async Task CloseAsync() => await stage.DisposeAsync();

    [Test]
    public async Task An_incident_runs_in_Slack_from_its_declaration_to_its_reopening()
    {
        await DeclaredAsync();
        await PeopleComeAsync();
        await JudgedAsync();
        await TalkedAboutAsync();
        await HandedOverAsync();
        await ResolvedAndReviewedAsync();
        await ReopenedAsync();
    }

    private async Task DeclaredAsync()
    {
        room = await stage.DeclareAsync("Checkout is down", "--severity sev2");
        var channel = await stage.Slack.ChannelAsync(room.Channel);
        Assert.That((string?)channel["name"], Does.Match(@"^inc-1-\d{8}-checkout-is-down$"));
        await room.JoinedAsync(stage.Ana);
        var card = await room.CardAsync("SEV2");
        Assert.That(card.Words, Does.Contain("INC-1").And.Contain("Checkout is down").And.Contain("nobody yet"));
        await Eventually.IsSoAsync(async () => ((string?)(await stage.Slack.ChannelAsync(room.Channel))["topic"]!["value"])!.Contains("SEV2", StringComparison.Ordinal), "the topic tells the severity");
        Assert.That((await room.AnnouncementAsync("SEV2")).Buttons, Does.Contain("Join"));
    }

    private async Task PeopleComeAsync()
    {
        await stage.Ben.PressAsync(await room.AnnouncementAsync("SEV2"), "Join");
        await room.JoinedAsync(stage.Ben);
        await stage.Ana.PressAsync(await room.CardAsync(), "Take command");
        var commander = await room.RecordedAsync<RoleAssigned>(assigned => assigned.Role == RoleNames.Commander);
        Assert.That(((RoleAssigned)commander.Event).To.Name, Is.EqualTo("Ana"));
        Assert.That(commander.Via, Is.EqualTo("slack"));
        var card = await room.CardAsync(drawn => !drawn.Buttons.Contains("Take command"), "without “Take command”");
        Assert.That(card.Words, Does.Contain("Ana"));
        await stage.Cleo.PickAsync(card, "Communications lead");
        await room.RecordedAsync<RoleAssigned>(assigned => assigned.Role == RoleNames.Communications && assigned.To.Name == "Cleo");
        await room.JoinedAsync(stage.Cleo);
    }

    private async Task JudgedAsync()
    {
        await stage.Ana.PickAsync(await room.CardAsync(), "SEV1 critical");
        await room.RecordedAsync<SeverityChanged>(changed => changed.To.Level == 1);
        await room.CardAsync("SEV1");
        await room.AnnouncementAsync("SEV1");
        await stage.Ana.PressAsync(await room.CardAsync(drawn => drawn.Buttons.Contains("Start triage"), "with “Start triage”"), "Start triage");
        await room.RecordedAsync<StageChanged>(changed => changed.To == Stage.Triage);
        await room.ReadAsync("from identification to triage");

        await stage.Ana.PressAsync(await room.CardAsync("Triage"), "State impact");
        await Eventually.IsSoAsync(() => stage.Ana.Modal is not null, "the form opened");
        var submitted = await stage.Ana.SubmitAsync(("text", "Nobody can pay."), ("customers", "12"));
        Assert.That((string?)submitted.Body?["response_action"], Is.Not.EqualTo("errors"), submitted.Raw);
        await room.RecordedAsync<ImpactStated>(stated => stated.Impact is { Text: "Nobody can pay.", Customers: 12 });
    }

    private async Task TalkedAboutAsync()
    {
        var asked = await stage.Ben.SayAsync(room.Channel, "Is it the database?");
        var answered = await stage.Ana.SayAsync(room.Channel, "It is: no space left.", asked);
        var question = await room.HeardAsync(asked);
        Assert.That((await room.HeardAsync(answered)).Event, Is.EqualTo(new MessagePosted("It is: no space left.", question.Number, room.Identity(answered))));

        await stage.Ben.MentionAsync(room.Channel, $"followup add Alert on free space --owner {stage.Ben.Mention} --due 2w", asked);
        var todo = (FollowUpAdded)(await room.RecordedAsync<FollowUpAdded>()).Event;
        Assert.That((todo.Text, todo.Owner?.Name), Is.EqualTo(("Alert on free space", "Ben")));

        await stage.Ana.SlashAsync("decision", room.Channel);
        await Eventually.IsSoAsync(() => stage.Ana.Modal is not null, "the form opened");
        await stage.Ana.SubmitAsync(("text", "We add a disk now."), ("because", "it is the fastest"));
        await room.RecordedAsync<DecisionRecorded>(decision => decision.Text == "We add a disk now.");
        await room.ReadAsync("We add a disk now.");

        await stage.Api.SayAsync("update internal A disk is on its way.", by: "dora", room: $"{room.Incident}");
        await room.ReadAsync("A disk is on its way.");
        await stage.Cleo.SlashAsync("update public We know, and are at it. --elsewhere the status page", room.Channel);
        await stage.Cleo.SlashAsync("update stakeholders A disk is full. --elsewhere mail", room.Channel);
        await room.RecordedAsync<UpdateSent>(sent => sent.Audience == Audience.Stakeholders);
    }

    private async Task HandedOverAsync()
    {
        await stage.Ana.SlashAsync($"handoff {stage.Ben.Mention} the disk is ordered", room.Channel);
        var offer = await room.ReadAsync("Ana offers the role incident commander to Ben");
        await stage.Ben.PressAsync(offer, "Accept");
        await room.RecordedAsync<HandoffAccepted>(accepted => accepted is { From.Name: "Ana", To.Name: "Ben" });
        await room.CardAsync("Ben");
    }

    private async Task ResolvedAndReviewedAsync()
    {
        foreach (var line in new[]
        {
            "contain", "remediate", "monitor", "impact --end now", "update public It works again. --elsewhere the status page", "update stakeholders Mended. --elsewhere mail", "resolve the disk is in",
            "review write summary The disk of the checkout database was full.", $"review submit {stage.Cleo.Mention}",
        }) await DoneAsync(stage.Ben, line);
        await room.CardAsync("Review");
        await room.AnnouncementAsync("Review");
        await DoneAsync(stage.Cleo, "review finish");
        await DoneAsync(stage.Ben, "close");
        await room.RecordedAsync<StageChanged>(changed => changed.To == Stage.Closed);
        var card = await room.CardAsync("Closed");
        await stage.QuietAsync();
        Assert.That((await room.MessagesAsync()).Count(message => message.Words.Contains("Nobody can pay.", StringComparison.Ordinal) && message.Ts != card.Ts), Is.EqualTo(1));
    }

    private async Task ReopenedAsync()
    {
        // The channel's card is drawn for everybody; who commands a SEV1 may do more.
        var before = stage.Ben.Whispers.Count;
        await stage.Ben.SlashAsync("", room.Channel);
        await Eventually.IsSoAsync(() => stage.Ben.Whispers.Count > before, "Ben has a card of his own");
        await stage.Ben.PressAsync(stage.Ben.Whispers[^1], "Reopen");
        await Eventually.IsSoAsync(() => stage.Ben.Modal is not null, "the form asks for a reason");
        await stage.Ben.SubmitAsync(("reason", "The new disk is full as well."));
        await room.RecordedAsync<StageChanged>(changed => changed.Move == Move.Reopen);
        await room.CardAsync("Triage");
    }

    private async Task DoneAsync(SlackPerson by, string line)
    {
        var before = (await room.EntriesAsync()).Count(entry => entry.Event.Prominence != Prominence.Housekeeping);
        await by.SlashAsync(line, room.Channel);
        await Eventually.IsSoAsync(
            async () => (await room.EntriesAsync()).Count(entry => entry.Event.Prominence != Prominence.Housekeeping) > before,
            $"“{line}” was done; {by.User} was told: {(by.Whispers is [.., var last] ? last.Text : "nothing")}");
    }
}

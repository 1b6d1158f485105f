using IncidentBot.TestKit;

namespace IncidentBot.Scenarios.Slack;

/// <summary>Whatever Slack sends, it may send again, and again at once: it has one effect.</summary>
public sealed class DeliveredTwentyTimes : SlackScenario
{
    private const int Times = 20;

    private SlackRoom room = null!;

    [OneTimeSetUp]
    public async Task DeclareAsync()
    {
        room = await Stage.DeclareAsync("Twenty times");
        await Stage.Ana.SlashAsync("lead", room.Channel);
        await room.CardAsync("Ana");
        await Stage.QuietAsync();
        Slack.Deliveries.Copies = Times;
    }

    [Test]
    public async Task A_message_is_one_entry_also_when_it_comes_again_later()
    {
        var ts = await Stage.Ben.SayAsync(room.Channel, "DECISION: once is enough");
        await room.HeardAsync(ts);
        await Stage.QuietAsync();
        var sent = Slack.Deliveries.Sent.Last(one => one.Sent.Type == "message" && (string?)one.Sent.Body["event"]!["ts"] == ts).Sent;
        Assert.That((await Slack.Deliveries.RepeatAsync(sent, Times)).Select(receipt => receipt.Status), Is.All.EqualTo(200));
        Assert.That((await room.EventsAsync<MessagePosted>()).Count(posted => posted.Identity == room.Identity(ts)), Is.EqualTo(1));
        Assert.That((await room.EventsAsync<DecisionRecorded>()).Count(decision => decision.Text == "once is enough"), Is.EqualTo(1));
        await Stage.QuietAsync();
        Assert.That(await room.ToldAsync("once is enough"), Has.Count.LessThanOrEqualTo(1));
    }

    [Test]
    public async Task An_edit_and_a_deletion_are_one_entry_each()
    {
        var ts = await Stage.Ben.SayAsync(room.Channel, "edited");
        var entry = await room.HeardAsync(ts);
        await Stage.Ben.EditAsync(room.Channel, ts, "edited once");
        await room.RecordedAsync<MessageEdited>(edited => edited.Entry == entry.Number);
        await Stage.Ben.DeleteAsync(room.Channel, ts);
        await room.RecordedAsync<MessageDeleted>(deleted => deleted.Entry == entry.Number);
        await Stage.QuietAsync();
        Assert.That((await room.EventsAsync<MessageEdited>()).Count(edited => edited.Entry == entry.Number), Is.EqualTo(1));
        Assert.That((await room.EventsAsync<MessageDeleted>()).Count(deleted => deleted.Entry == entry.Number), Is.EqualTo(1));
    }

    [Test]
    public async Task A_file_is_shared_once()
    {
        await Stage.Cleo.UploadAsync(room.Channel, "once.txt", "once"u8.ToArray());
        await room.RecordedAsync<FileShared>(shared => shared.Name == "once.txt");
        await Stage.QuietAsync();
        Assert.That((await room.EventsAsync<FileShared>()).Count(shared => shared.Name == "once.txt"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_slash_command_declares_once()
    {
        var before = await Stage.IncidentsAsync();
        await Stage.Ben.SlashAsync("declare Declared twenty times");
        await SlackStage.DeclaredAsync(Stage.Ben, 0);
        await Stage.QuietAsync();
        Assert.That(await Stage.IncidentsAsync(), Is.EqualTo(before + 1));
        Assert.That((await Slack.ChannelsAsync()).Keys.Count(name => name.Contains("declared-twenty-times", StringComparison.Ordinal)), Is.EqualTo(1));
        Assert.That((await Slack.MessagesAsync(FakeSlack.Announcements)).Count(message => message.Words.Contains("Declared twenty times", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task A_press_and_a_pick_do_it_once()
    {
        await Stage.Ana.PressAsync(await room.CardAsync(), "Start triage");
        await Stage.Cleo.PickAsync(await room.CardAsync(card => card.Options.Contains("Communications lead"), "offering roles"), "Communications lead");
        await room.RecordedAsync<RoleAssigned>(assigned => assigned.Role == RoleNames.Communications);
        await Stage.QuietAsync();
        Assert.That((await room.EventsAsync<StageChanged>()).Count(changed => changed.To == IncidentBot.Stage.Triage), Is.EqualTo(1));
        Assert.That((await room.EventsAsync<RoleAssigned>()).Count(assigned => assigned.Role == RoleNames.Communications), Is.EqualTo(1));
        Assert.That(await room.ToldAsync("Communications"), Has.Count.LessThanOrEqualTo(2));
    }

    [Test]
    public async Task A_form_is_submitted_once()
    {
        Slack.Deliveries.Copies = 1;
        await Stage.Ana.SlashAsync("followup add", room.Channel);
        Slack.Deliveries.Copies = Times;
        await Eventually.IsSoAsync(() => Stage.Ana.Modal is not null, "the form opened");
        await Stage.Ana.SubmitAsync(("text", "Submit once"));
        await room.RecordedAsync<FollowUpAdded>();
        await Stage.QuietAsync();
        Assert.That((await room.EventsAsync<FollowUpAdded>()).Count(todo => todo.Text == "Submit once"), Is.EqualTo(1));
        Assert.That(await room.ToldAsync("Submit once"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_form_opens_once()
    {
        var before = Slack.CallsOf("views.open").Count;
        await Stage.Cleo.ShortcutAsync("declare");
        await Eventually.IsSoAsync(() => Stage.Cleo.Modal is not null, "the form opened");
        Assert.That(Slack.CallsOf("views.open").Count, Is.GreaterThan(before));
        await Stage.Cleo.SubmitAsync(("title", "By a shortcut, twenty times"));
        await Eventually.IsSoAsync(async () => (await Slack.ChannelsAsync()).Keys.Any(name => name.Contains("by-a-shortcut", StringComparison.Ordinal)), "its channel is there");
        await Stage.QuietAsync();
        Assert.That((await Slack.ChannelsAsync()).Keys.Count(name => name.Contains("by-a-shortcut", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task A_reaction_and_a_mention_do_it_once()
    {
        var ts = await Stage.Ben.SayAsync(room.Channel, "react once");
        await room.HeardAsync(ts);
        await Stage.Ana.ReactAsync(room.Channel, ts, "scales");
        await room.RecordedAsync<DecisionRecorded>(decision => decision.Text == "react once");
        await Stage.Ana.MentionAsync(room.Channel, "note mentioned once", ts);
        await room.RecordedAsync<NoteAdded>(note => note.Text == "mentioned once");
        await Stage.QuietAsync();
        Assert.That((await room.EventsAsync<DecisionRecorded>()).Count(decision => decision.Text == "react once"), Is.EqualTo(1));
        Assert.That((await room.EventsAsync<NoteAdded>()).Count(note => note.Text == "mentioned once"), Is.EqualTo(1));
    }
}

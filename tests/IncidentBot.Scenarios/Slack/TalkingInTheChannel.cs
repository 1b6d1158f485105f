using System.Text;
using IncidentBot.Ports;
using IncidentBot.Scenarios.WarRoom;
using IncidentBot.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Scenarios.Slack;

/// <summary>What is said in an incident's channel is on its timeline, and what is said elsewhere is in the channel.</summary>
public sealed class TalkingInTheChannel : SlackScenario
{
    private SlackRoom room = null!;

    [OneTimeSetUp]
    public async Task DeclareAsync() => room = await Stage.DeclareAsync("A room to talk in");

    [Test]
    public async Task A_message_becomes_an_entry_with_its_author_and_moment()
    {
        var ts = await Stage.Ben.SayAsync(room.Channel, $"ask {Stage.Cleo.Mention} in &lt;help&gt;");
        var entry = await room.HeardAsync(ts);
        Assert.That(((MessagePosted)entry.Event).Text, Is.EqualTo("ask @Cleo in <help>"));
        Assert.That((entry.By.Name, entry.Via), Is.EqualTo(("Ben", "slack")));
        Assert.That(entry.OccurredAt.ToUnixTimeSeconds(), Is.EqualTo(long.Parse(ts.Split('.')[0])));
    }

    [Test]
    public async Task Edits_and_deletions_are_versions_and_nothing_is_overwritten()
    {
        var ts = await Stage.Ben.SayAsync(room.Channel, "it is teh disk");
        var entry = await room.HeardAsync(ts);
        await Stage.Ben.EditAsync(room.Channel, ts, "it is the disk");
        await room.RecordedAsync<MessageEdited>(edited => edited.Entry == entry.Number && edited.Text == "it is the disk");
        await Stage.Ben.DeleteAsync(room.Channel, ts);
        await room.RecordedAsync<MessageDeleted>(deleted => deleted.Entry == entry.Number);
        Assert.That((await room.EventsAsync<MessagePosted>()).Single(posted => posted.Identity == room.Identity(ts)).Text, Is.EqualTo("it is teh disk"));
    }

    [Test]
    public async Task A_prefix_makes_a_message_a_decision()
    {
        await Stage.Ana.SayAsync(room.Channel, "DECISION: we roll back");
        await room.RecordedAsync<DecisionRecorded>(decision => decision.Text == "we roll back");
    }

    [Test]
    public async Task A_file_is_kept_with_its_content()
    {
        await Stage.Cleo.UploadAsync(room.Channel, "top.txt", "load average: 40"u8.ToArray(), "what top says");
        var file = (FileShared)(await room.RecordedAsync<FileShared>(shared => shared.Name == "top.txt")).Event;
        Assert.That(file.Bytes, Is.EqualTo(16));
        Assert.That(file.IsKept, Is.True);
        await using var kept = (await Stage.Host.Services.GetRequiredService<IFileStore>().OpenAsync(file.Sha256))!;
        Assert.That(await new StreamReader(kept, Encoding.UTF8).ReadToEndAsync(), Is.EqualTo("load average: 40"));
        await room.RecordedAsync<MessagePosted>(posted => posted.Text == "what top says");
    }

    [Test]
    public async Task Another_bot_is_marked_and_takes_no_part()
    {
        var ts = await Stage.Slack.As(SlackPerson.Deployer).SayAsync(room.Channel, "DECISION: deployed 2026.47");
        var entry = await room.HeardAsync(ts);
        Assert.That(((MessagePosted)entry.Event).FromBot, Is.True);
        Assert.That(await room.EventsAsync<DecisionRecorded>(), Has.None.Matches<DecisionRecorded>(decision => decision!.Text.Contains("2026.47", StringComparison.Ordinal)));
    }

    [Test]
    public async Task What_the_war_room_says_is_in_Slack_once_and_does_not_come_back()
    {
        using var dora = await Visitor.EnterAsync(Stage.Host, "Dora");
        await dora.SayAsync($"{room.Incident}", "hello from the browser <!channel>");
        var told = await room.ReadAsync("hello from the browser");
        Assert.That(told.Text + told.Words, Does.Contain("Dora"));
        await Stage.QuietAsync();
        Assert.That((await room.ToldAsync("hello from the browser")), Has.Count.EqualTo(1));
        Assert.That((await room.EventsAsync<MessagePosted>()).Count(posted => posted.Text.Contains("hello from the browser", StringComparison.Ordinal)), Is.EqualTo(1));

        var reply = await Stage.Ben.SayAsync(room.Channel, "hello Dora", told.Ts);
        var answered = (MessagePosted)(await room.HeardAsync(reply)).Event;
        Assert.That((await room.EntriesAsync())[answered.ReplyTo!.Value - 1].Event, Is.InstanceOf<MessagePosted>().With.Property("Text").StartsWith("hello from the browser"));
    }

    [Test]
    public async Task What_Slack_says_is_in_the_war_room()
    {
        using var dora = await Visitor.EnterAsync(Stage.Host, "Dora");
        await room.HeardAsync(await Stage.Ben.SayAsync(room.Channel, "hello from Slack"));
        var page = await dora.PageAsync($"/rooms/{room.Incident}");
        Assert.That(page.QuerySelectorAll("#log li.said").Count(said => said.TextContent.Contains("hello from Slack", StringComparison.Ordinal) && said.TextContent.Contains("Ben", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task A_mention_in_a_thread_is_a_line()
    {
        var ts = await Stage.Ben.SayAsync(room.Channel, "shall we look at the graphs?");
        await Stage.Ana.MentionAsync(room.Channel, "note looked at the graphs", ts);
        await room.RecordedAsync<NoteAdded>(note => note.Text == "looked at the graphs");
    }

    [Test]
    public async Task A_pin_marks_the_message_under_it_and_its_removal_takes_the_mark_away()
    {
        var ts = await Stage.Ben.SayAsync(room.Channel, "CPU is at 100 %");
        var entry = await room.HeardAsync(ts);
        await Stage.Ana.ReactAsync(room.Channel, ts, "pushpin");
        await room.RecordedAsync<EntryHighlighted>(mark => mark.Entry == entry.Number && mark.Marked);
        await Stage.Ana.UnreactAsync(room.Channel, ts, "pushpin");
        await room.RecordedAsync<EntryHighlighted>(mark => mark.Entry == entry.Number && !mark.Marked);
    }

    [Test]
    public async Task Scales_record_a_decision_and_a_fast_forward_a_follow_up()
    {
        var ts = await Stage.Ben.SayAsync(room.Channel, "we fail over to the replica");
        await room.HeardAsync(ts);
        await Stage.Ana.ReactAsync(room.Channel, ts, "scales");
        await room.RecordedAsync<DecisionRecorded>(decision => decision.Text == "we fail over to the replica");
        await Stage.Ana.ReactAsync(room.Channel, ts, "fast_forward");
        await room.RecordedAsync<FollowUpAdded>(todo => todo.Text == "we fail over to the replica");
        await Stage.Ana.ReactAsync(room.Channel, ts, "tada");
    }

    [Test]
    public async Task Shortcuts_of_a_message_record_it()
    {
        var ts = await Stage.Ben.SayAsync(room.Channel, "we buy a bigger disk");
        await room.HeardAsync(ts);
        var message = (await room.MessagesAsync()).Single(said => said.Ts == ts);
        await Stage.Ana.ShortcutAsync("decision", message);
        await Stage.Ana.SubmitAsync();
        await room.RecordedAsync<DecisionRecorded>(decision => decision.Text.StartsWith("we buy a bigger disk", StringComparison.Ordinal));
        await Stage.Ana.ShortcutAsync("followup", message);
        await Stage.Ana.SubmitAsync();
        await room.RecordedAsync<FollowUpAdded>(todo => todo.Text.StartsWith("we buy a bigger disk", StringComparison.Ordinal));
        await Stage.Ana.ShortcutAsync("timeline", message);
        await room.RecordedAsync<EntryHighlighted>(mark => mark.Marked && mark.Brief.Contains("we buy a bigger disk", StringComparison.Ordinal));
    }

    [Test]
    public async Task The_App_Home_shows_what_is_open_and_what_is_mine()
    {
        await Stage.Ana.OpenHomeAsync();
        await Eventually.IsSoAsync(() => Stage.Ana.Home?.Words.Contains("A room to talk in", StringComparison.Ordinal) == true, "the home lists the incident");
    }

    [Test]
    public async Task Commands_and_noise_are_no_messages()
    {
        var before = (await room.EventsAsync<MessagePosted>()).Count;
        await Stage.Ana.SlashAsync("severity sev2", room.Channel);
        await Stage.Cleo.JoinAsync(room.Channel);
        await room.RecordedAsync<SeverityChanged>();
        await Stage.QuietAsync();
        var said = (await room.EventsAsync<MessagePosted>()).Skip(before);
        Assert.That(said, Has.None.Matches<MessagePosted>(posted => posted!.Text.Contains("joined", StringComparison.Ordinal) || posted.Text.Contains("topic", StringComparison.Ordinal)));
        Assert.That(said, Has.None.Matches<MessagePosted>(posted => posted!.FromBot && !posted.Text.Contains("deployed", StringComparison.Ordinal)), "our own messages are recognised");
    }
}

using IncidentBot.TestKit;

namespace IncidentBot.Scenarios.Slack;

/// <summary>What people do to an incident's channel is noticed, and the incident goes on.</summary>
public sealed class RoomsComeAndGo : SlackScenario
{
    [Test]
    public async Task A_channel_whose_name_is_taken_gets_another_and_is_never_adopted()
    {
        var next = await Stage.IncidentsAsync() + 1;
        var name = $"inc-{next}-{DateTimeOffset.UtcNow:yyyyMMdd}-same-name";
        await Stage.Ana.CreateAsync(name);
        var room = await Stage.DeclareAsync("Same name");
        Assert.That((string?)(await Slack.ChannelAsync(room.Channel))["name"], Does.StartWith(name).And.Not.EqualTo(name));
    }

    [Test]
    public async Task Renaming_and_archiving_by_hand_are_recorded()
    {
        var room = await Stage.DeclareAsync("Renamed by hand");
        await room.JoinedAsync(Stage.Ana);
        await Stage.Ana.RenameAsync(room.Channel, "our-own-name");
        await room.RecordedAsync<RoomChanged>(changed => changed is { Fate: RoomFate.Renamed, Name: "our-own-name" });
        await Stage.Ana.ArchiveAsync(room.Channel);
        await room.RecordedAsync<RoomChanged>(changed => changed is { Fate: RoomFate.Archived, Chat: "Slack" });
    }

    [Test]
    public async Task The_bot_taken_out_and_let_in_again_is_noticed()
    {
        var room = await Stage.DeclareAsync("Without the bot");
        await room.JoinedAsync(Stage.Ana);
        await Stage.QuietAsync();
        await Stage.Ana.RemoveBotAsync(room.Channel);
        await room.RecordedAsync<RoomChanged>(changed => changed.Fate == RoomFate.BotRemoved);
        await Stage.Ana.SayAsync(room.Channel, "said while the bot was out");
        await Stage.Ana.InviteBotAsync(room.Channel);
        await room.RecordedAsync<RoomChanged>(changed => changed.Fate == RoomFate.BotReturned);
        await room.RecordedAsync<MessagePosted>(posted => posted is { Text: "said while the bot was out", CaughtUp: true });
    }

    [Test]
    public async Task A_reopened_incident_whose_channel_was_archived_gets_another()
    {
        var room = await Stage.DeclareAsync("Comes back", "--severity sev4");
        await room.JoinedAsync(Stage.Ana);
        await Stage.Ana.SlashAsync("cancel false alarm", room.Channel);
        await room.RecordedAsync<StageChanged>(changed => changed.Move == Move.Cancel);
        await Stage.QuietAsync();
        await Stage.Ana.ArchiveAsync(room.Channel);
        await room.RecordedAsync<RoomChanged>(changed => changed.Fate == RoomFate.Archived);
        await Stage.Ana.SlashAsync($"{room.Incident} reopen it is back");
        await Eventually.IsSoAsync(async () => (await room.EventsAsync<RoomOpened>()).Count(opened => opened.Chat == "Slack") == 2, "another channel is opened");
        var another = await Stage.RoomAsync(room.Incident);
        Assert.That(another.Channel, Is.Not.EqualTo(room.Channel));
        await another.CardAsync("Triage");
        await another.JoinedAsync(Stage.Ana);
        await another.HeardAsync(await Stage.Ana.SayAsync(another.Channel, "here again"));
    }

    [Test]
    public async Task Who_cannot_be_invited_is_told_by_name_and_reason()
    {
        var room = await Stage.DeclareAsync("A guest comes");
        await Stage.Ana.SlashAsync($"role assign expert {Stage.Guest.Mention}", room.Channel);
        var failed = (RoomInviteFailed)(await room.RecordedAsync<RoomInviteFailed>()).Event;
        Assert.That(failed.Who.Name, Is.EqualTo("Gus Guest"));
        await room.ReadAsync("could not invite Gus Guest");
    }

    [Test]
    public async Task Redacted_words_leave_Slack_as_far_as_the_bot_may()
    {
        var room = await Stage.DeclareAsync("Words that must go");
        await Stage.Ana.SlashAsync("lead", room.Channel);
        await Stage.Ana.SlashAsync("note the customer is Jane Roe", room.Channel);
        var note = await room.RecordedAsync<NoteAdded>();
        await room.ReadAsync("Jane Roe");
        await Stage.Ana.SlashAsync($"redact {note.Number} names a customer", room.Channel);
        await room.RecordedAsync<EntryRedacted>();
        await room.RecordedAsync<CopyForgotten>(gone => gone.Entry == note.Number);
        Assert.That(await room.ToldAsync("Jane Roe"), Is.Empty);

        var said = await room.HeardAsync(await Stage.Ben.SayAsync(room.Channel, "it is John Doe again"));
        await Stage.Ana.SlashAsync($"redact {said.Number} names a customer", room.Channel);
        var left = (CopyLeft)(await room.RecordedAsync<CopyLeft>(copy => copy.Entry == said.Number)).Event;
        Assert.That(left.Where, Does.Contain(room.Channel));
    }
}

using System.Text.Json.Nodes;
using IncidentBot.TestKit;
using static IncidentBot.Adapters.Tests.Slack.Rooms.RoomsHouse;

namespace IncidentBot.Adapters.Tests.Slack.Rooms;

/// <summary>Edits and deletions are versions; what Slack changes by itself is none.</summary>
public sealed class HearingAmendments
{
    private RoomsHouse at = null!;

    [SetUp]
    public async Task OpenAsync() => at = await RoomsHouse.OpenAsync();

    [TearDown]
    public async Task CloseAsync() => await at.DisposeAsync();

    [Test]
    public async Task New_words_are_a_version_at_the_time_of_the_edit()
    {
        await at.HearAsync(Said(5, "teh disk"));
        await at.HearAsync(Changed(5, "teh disk", "the disk", editedAt: 60));
        var edit = (await at.EntriesAsync())[^1];
        Assert.That((edit.Sentence, edit.OccurredAt), Is.EqualTo(("Ben edited message 3: the disk", Story.Begin.AddSeconds(60))));
        Assert.That(((MessageEdited)edit.Event).Version, Does.StartWith($"{Identity(5)}@{Ts(60)}"));
    }

    [Test]
    public async Task Delivered_twenty_times_at_once_it_is_one_version()
    {
        await at.HearAsync(Said(5, "teh disk"));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => at.HearAsync(Changed(5, "teh disk", "the disk", editedAt: 60))));
        Assert.That((await at.EventsAsync()).OfType<MessageEdited>().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task Two_edits_in_one_second_are_two()
    {
        await at.HearAsync(Said(5, "a"));
        await at.HearAsync(Changed(5, "a", "b", editedAt: 60));
        await at.HearAsync(Changed(5, "b", "c", editedAt: 60));
        Assert.That((await at.EventsAsync()).OfType<MessageEdited>().Select(edit => edit.Text), Is.EqualTo(new[] { "b", "c" }));
    }

    [Test]
    public async Task That_a_link_was_looked_up_or_a_thread_answered_is_no_edit()
    {
        await at.HearAsync(Said(5, "see https://acme.example"));
        var unfurled = Changed(5, "see https://acme.example", "see https://acme.example", editedAt: null);
        unfurled["message"]!["attachments"] = new JsonArray(new JsonObject { ["from_url"] = "https://acme.example", ["title"] = "Acme" });
        await at.HearAsync(unfurled);
        unfurled.Remove("previous_message");
        await at.HearAsync(unfurled);
        Assert.That(await at.EventsAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_edit_that_comes_before_its_message_keeps_both_words()
    {
        await at.HearAsync(Changed(5, "teh disk", "the disk", editedAt: 6));
        await at.HearAsync(Said(5, "teh disk"));
        Assert.That((await at.EventsAsync()).Select(happened => happened switch { MessagePosted said => said.Text, MessageEdited edit => edit.Text, _ => "" }), Is.EqualTo(new[] { "teh disk", "the disk" }));
    }

    [Test]
    public async Task An_edit_of_what_nobody_knew_and_Slack_does_not_tell_is_the_message_as_it_is_now()
    {
        var changed = Changed(5, "", "the disk", editedAt: 60);
        changed.Remove("previous_message");
        await at.HearAsync(changed);
        Assert.That(await at.TextsAsync(), Is.EqualTo("the disk"));
    }

    [Test]
    public async Task Somebody_elses_edit_is_theirs()
    {
        await at.HearAsync(Said(5, "teh disk"));
        var changed = Changed(5, "teh disk", "the disk", editedAt: 60);
        changed["message"]!["edited"]!["user"] = "U0ANA";
        await at.HearAsync(changed);
        Assert.That((await at.EntriesAsync())[^1].Sentence, Is.EqualTo("Ana edited message 3: the disk"));
    }

    [Test]
    public async Task Our_own_card_drawn_anew_is_no_edit()
    {
        var changed = Changed(5, "SEV2", "SEV1", editedAt: 60);
        changed["message"]!["user"] = "U0BOT";
        changed["previous_message"]!["user"] = "U0BOT";
        await at.HearAsync(changed);
        Assert.That(await at.EventsAsync(), Is.Empty);
    }

    [Test]
    public async Task A_deletion_keeps_the_words_and_happens_once()
    {
        await at.HearAsync(Said(5, "oops"));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => at.HearAsync(Deleted(5, "oops"))));
        Assert.That((await at.EntriesAsync()).Select(entry => entry.Sentence), Is.EqualTo(new[] { "Ben said: oops", "Ben deleted message 3 from the room" }));
    }

    [Test]
    public async Task A_deletion_without_the_words_is_somebodys()
    {
        await at.HearAsync(Said(5, "oops"));
        var deleted = Deleted(5, "oops");
        deleted.Remove("previous_message");
        await at.HearAsync(deleted);
        Assert.That((await at.EntriesAsync())[^1].Sentence, Is.EqualTo("Somebody deleted message 3 from the room"));
    }

    [Test]
    public async Task A_message_with_answers_that_is_deleted_leaves_a_tombstone_and_is_deleted()
    {
        await at.HearAsync(Said(5, "oops"));
        var left = Changed(5, "oops", "This message was deleted.", editedAt: null);
        left["message"]!["subtype"] = "tombstone";
        left["message"]!["user"] = "USLACKBOT";
        await at.HearAsync(left);
        Assert.That(await at.EventsAsync(), Is.EqualTo(new IncidentEvent[] { new MessagePosted("oops", null, Identity(5)), new MessageDeleted(3) }));
    }

    [Test]
    public async Task That_what_the_bot_told_of_another_room_is_deleted_here_deletes_nothing()
    {
        await at.House.Say(Cast.Ana, "from the browser", 1);
        await at.House.Desk.RecordAsync(Id, [new EntryTold("Slack", 3, Identity(5))], Person.Bot, "worker", key: null);
        var deleted = Deleted(5, "from the browser");
        deleted["previous_message"]!["user"] = "U0BOT";
        await at.HearAsync(deleted);
        deleted.Remove("previous_message");
        await at.HearAsync(deleted);
        Assert.That((await at.EventsAsync()).OfType<MessageDeleted>(), Is.Empty);
    }

    private static JsonObject Changed(double seconds, string before, string now, double? editedAt)
    {
        var message = Said(seconds, now);
        if (editedAt is { } edited) message["edited"] = new JsonObject { ["user"] = "U0BEN", ["ts"] = Ts(edited) };
        return new JsonObject { ["type"] = "message", ["subtype"] = "message_changed", ["hidden"] = true, ["channel"] = "C1", ["ts"] = Ts(seconds + 60), ["message"] = message, ["previous_message"] = Said(seconds, before) };
    }

    private static JsonObject Deleted(double seconds, string words) =>
        new() { ["type"] = "message", ["subtype"] = "message_deleted", ["hidden"] = true, ["channel"] = "C1", ["ts"] = Ts(seconds + 60), ["deleted_ts"] = Ts(seconds), ["previous_message"] = Said(seconds, words) };
}

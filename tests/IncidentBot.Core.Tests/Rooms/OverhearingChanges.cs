using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

/// <summary>Edits, deletions and files from a room elsewhere: each once, in whatever order they come.</summary>
public sealed class OverhearingChanges
{
    private readonly DeskFixture at = new();

    [SetUp]
    public async Task DeclareAsync() => await at.Hear(Ana, "declare x");

    [Test]
    public async Task New_words_are_a_version_and_the_first_ones_stay()
    {
        await at.Desk.OverhearAsync(Said("teh disk"));
        await at.Desk.OverhearEditAsync(Said("the disk") with { At = Story.Begin.AddMinutes(1) }, "1.5");
        Assert.That(await EventsAsync(), Is.EqualTo(new IncidentEvent[] { new MessagePosted("teh disk", null, "slack:T1/C1/1.1"), new MessageEdited(2, "the disk", "slack:T1/C1/1.1@1.5") }));
        Assert.That((await at.EntriesAsync(1))[^1].OccurredAt, Is.EqualTo(Story.Begin.AddMinutes(1)));
    }

    [Test]
    public async Task A_version_that_comes_twenty_times_at_once_is_one()
    {
        await at.Desk.OverhearAsync(Said("teh disk"));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => at.Desk.OverhearEditAsync(Said("the disk"), "1.5").AsTask()));
        await at.Desk.OverhearEditAsync(Said("the disk!"), "1.6");
        Assert.That((await EventsAsync()).OfType<MessageEdited>().Select(edited => edited.Text), Is.EqualTo(new[] { "the disk", "the disk!" }));
    }

    [Test]
    public async Task An_edit_that_comes_before_its_message_is_the_message_as_it_is_now()
    {
        await at.Desk.OverhearEditAsync(Said("the disk"), "1.5");
        await at.Desk.OverhearAsync(Said("teh disk"));
        Assert.That(await EventsAsync(), Is.EqualTo(new IncidentEvent[] { new MessagePosted("the disk", null, "slack:T1/C1/1.1", CaughtUp: true) }));
    }

    [Test]
    public async Task A_deletion_takes_it_from_the_room_once_and_keeps_its_words()
    {
        await at.Desk.OverhearAsync(Said("oops"));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => at.Desk.OverhearDeletionAsync(Said("oops"), Story.Begin.AddMinutes(1)).AsTask()));
        await at.Desk.OverhearDeletionAsync(Said("oops"), Story.Begin.AddMinutes(1));
        Assert.That(await EventsAsync(), Is.EqualTo(new IncidentEvent[] { new MessagePosted("oops", null, "slack:T1/C1/1.1"), new MessageDeleted(2) }));
    }

    [Test]
    public async Task A_deletion_that_comes_before_its_message_keeps_the_last_words()
    {
        await at.Desk.OverhearDeletionAsync(Said("oops"), Story.Begin.AddMinutes(1));
        await at.Desk.OverhearAsync(Said("oops"));
        Assert.That(await EventsAsync(), Is.EqualTo(new IncidentEvent[] { new MessagePosted("oops", null, "slack:T1/C1/1.1", CaughtUp: true), new MessageDeleted(2) }));
    }

    [Test]
    public async Task A_deletion_of_what_nobody_knew_and_nobody_tells_leaves_no_trace()
    {
        await at.Desk.OverhearDeletionAsync(Said(""), Story.Begin);
        Assert.That(await EventsAsync(), Is.Empty);
    }

    [Test]
    public async Task A_file_stands_under_the_words_that_brought_it()
    {
        await at.Desk.OverhearAsync(Said("see the trace"));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => at.Desk.OverhearFileAsync(Said("see the trace"), Trace).AsTask()));
        Assert.That((await EventsAsync()).OfType<FileShared>().Single(), Is.EqualTo(Trace with { ReplyTo = 2 }));
    }

    [Test]
    public async Task A_file_in_a_thread_stands_in_that_thread()
    {
        await at.Desk.OverhearAsync(Said("who has a trace?") with { Identity = "slack:T1/C1/1.0" });
        await at.Desk.OverhearAsync(Said("here") with { Answers = "slack:T1/C1/1.0" });
        await at.Desk.OverhearFileAsync(Said("here") with { Answers = "slack:T1/C1/1.0" }, Trace);
        Assert.That((await EventsAsync()).OfType<FileShared>().Single().ReplyTo, Is.EqualTo(2));
    }

    [Test]
    public async Task A_file_without_words_can_be_answered_and_deleted()
    {
        await at.Desk.OverhearFileAsync(Said(""), Trace);
        await at.Desk.OverhearAsync(Said("thanks") with { Identity = "slack:T1/C1/1.2", Answers = "slack:T1/C1/1.1" });
        await at.Desk.OverhearDeletionAsync(Said("") with { Identity = Trace.Identity! }, Story.Begin);
        Assert.That(await EventsAsync(), Is.EqualTo(new IncidentEvent[] { Trace, new MessagePosted("thanks", 2, "slack:T1/C1/1.2"), new MessageDeleted(2) }));
    }

    [Test]
    public async Task A_programs_file_and_one_that_was_read_back_say_so()
    {
        await at.Desk.OverhearFileAsync(Said("") with { FromBot = true, CaughtUp = true }, Trace);
        Assert.That(await EventsAsync(), Is.EqualTo(new IncidentEvent[] { Trace with { FromBot = true, CaughtUp = true } }));
        Assert.That((await at.Desk.FindAsync(new IncidentId(1), Ana))!.Responders.Keys, Does.Not.Contain(Ben.Id));
    }

    private static readonly FileShared Trace = new("trace.txt", "text/plain", 9, "", Identity: "slack:T1/C1/1.1/F1", Link: "https://acme.slack.com/files/F1");

    private static Overheard Said(string text) => new("slack:T1/C1/1.1", text, Ben, "slack", new IncidentId(1), Story.Begin);

    private async Task<IReadOnlyList<IncidentEvent>> EventsAsync() => [.. (await at.EntriesAsync(1)).Skip(1).Select(entry => entry.Event)];
}

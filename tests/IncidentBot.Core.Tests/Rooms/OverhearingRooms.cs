using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

/// <summary>What is said in a room elsewhere was said: it is recorded once, whoever said it, and it is more than words only where its author may write.</summary>
public sealed class OverhearingRooms
{
    private static readonly Person AnaInSlack = new(new PersonId("slack:T1/U1"), "Ana");

    private readonly DeskFixture at = new();

    [SetUp]
    public async Task DeclareAsync() => await at.Hear(Ana, "declare x");

    [Test]
    public async Task A_message_is_an_entry_by_its_author_at_the_time_when_it_was_said()
    {
        at.Clock.Now += TimeSpan.FromMinutes(3);
        Assert.That((await at.Desk.OverhearAsync(Said("it is the disk"))).Text, Is.EqualTo("Recorded."));
        var entry = await LastAsync();
        Assert.That((entry.Sentence, entry.Via, entry.OccurredAt, entry.RecordedAt), Is.EqualTo(("Ana said: it is the disk", "slack", Story.Begin, Story.Begin.AddMinutes(3))));
        Assert.That((await IncidentAsync()).Responders.Keys, Does.Contain(AnaInSlack.Id));
    }

    [Test]
    public async Task Delivered_twenty_times_at_once_it_is_one_entry()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => at.Desk.OverhearAsync(Said("DECISION: roll back")).AsTask()));
        Assert.That(replies.Count(reply => reply.Refused), Is.Zero);
        Assert.That((await at.EntriesAsync(1)).Select(entry => entry.Event.GetType()), Is.EqualTo(new[] { typeof(IncidentDeclared), typeof(MessagePosted), typeof(DecisionRecorded) }));
    }

    [Test]
    public async Task Read_back_after_its_key_is_forgotten_it_is_still_one_entry()
    {
        await at.Desk.OverhearAsync(Said("once"));
        var other = at.AgainUnder(at.Policy);
        await other.Desk.OverhearAsync(Said("once") with { CaughtUp = true });
        Assert.That(await at.EntriesAsync(1), Has.Count.EqualTo(2));
    }

    [TestCase("DECISION: roll back", "Ana decided: roll back.")]
    [TestCase("todo: buy a disk", "Ana added follow-up 1: buy a disk.")]
    [TestCase("Impact: nobody can pay", "Ana stated the impact: nobody can pay; from 2026-11-23 09:00 UTC.")]
    public async Task A_prefix_means_what_it_means_everywhere(string text, string reply) =>
        Assert.That((await at.Desk.OverhearAsync(Said(text))).Text, Is.EqualTo(reply));

    [Test]
    public async Task A_program_means_nothing_by_it_and_takes_no_part()
    {
        await at.Desk.OverhearAsync(Said("DECISION: deployed") with { FromBot = true });
        Assert.That((await LastAsync()).Event, Is.EqualTo(new MessagePosted("DECISION: deployed", null, "slack:T1/C1/1.1", FromBot: true)));
        Assert.That((await IncidentAsync()).Responders.Keys, Does.Not.Contain(AnaInSlack.Id));
    }

    [Test]
    public async Task What_is_read_back_means_nothing_by_it_and_says_that_it_was_read_back()
    {
        await at.Desk.OverhearAsync(Said("DECISION: roll back") with { CaughtUp = true });
        Assert.That((await LastAsync()).Event, Is.EqualTo(new MessagePosted("DECISION: roll back", null, "slack:T1/C1/1.1", CaughtUp: true)));
    }

    [Test]
    public async Task On_an_ended_incident_the_words_are_recorded_and_the_author_is_told_that_they_are_no_more()
    {
        await at.Hear(Ana, "cancel false alarm", room: 1);
        var reply = await at.Desk.OverhearAsync(Said("DECISION: roll back"));
        Assert.That((reply.IsAdvice, reply.Text), Is.EqualTo((true, "Your message is recorded; it did not become more than that. INC-1 is cancelled: it can be read and reviewed, and its follow-ups go on. Reopen it to do more.")));
        Assert.That(reply.Instead, Is.EqualTo(new[] { "INC-1 reopen" }));
        Assert.That((await LastAsync()).Event, Is.InstanceOf<MessagePosted>());
    }

    [Test]
    public async Task A_reader_is_recorded_and_told_that_they_only_read()
    {
        var house = new SignedInHouse(SignedInHouse.Access with { Chats = Right.Reader });
        await house.At.Hear(Operator, "declare x");
        var reply = await house.At.Desk.OverhearAsync(Said("DECISION: roll back"));
        Assert.That(reply.Text, Is.EqualTo("Your message is recorded; it did not become more than that. You may read everything here, but not take part: your right is reader. Ask an admin of IncidentBot to make you a responder."));
        Assert.That((await house.At.EntriesAsync(1))[^1].Sentence, Is.EqualTo("Ana said: DECISION: roll back"));
    }

    [Test]
    public async Task A_stranger_to_a_private_incident_is_recorded_told_nothing_and_let_into_nothing()
    {
        await at.Hear(Ana, "private", room: 1);
        var reply = await at.Desk.OverhearAsync(Said("DECISION: roll back") with { By = Outsider });
        Assert.That((reply.Text, reply.IsAdvice), Is.EqualTo(("Recorded.", false)));
        Assert.That((await LastAsync()).Sentence, Is.EqualTo("Otto Outsider said: DECISION: roll back"));
        Assert.That((await at.Hear(Outsider, "INC-1 info")).Text, Is.EqualTo("There is no INC-1. Look at the list of incidents."));
        await at.Desk.OverhearFileAsync(Said("") with { By = Outsider, Identity = "slack:T1/C1/1.2" }, Shared("slack:T1/C1/1.2/F1"));
        Assert.That((await at.Hear(Outsider, "INC-1 info")).Missing, Is.True);
    }

    [Test]
    public async Task A_member_of_a_private_incident_decides_in_its_room()
    {
        await at.Hear(Ana, "private", room: 1);
        Assert.That((await at.Desk.OverhearAsync(Said("DECISION: roll back") with { By = Ana })).Text, Is.EqualTo("Ana decided: roll back."));
    }

    [Test]
    public async Task A_pasted_secret_is_advice_for_its_author()
    {
        var reply = await at.Desk.OverhearAsync(Said("the key is AKIAIOSFODNN7EXAMPLE"));
        Assert.That((reply.IsAdvice, reply.Offer?.Label), Is.EqualTo((true, "Redact")));
        var edited = await at.Desk.OverhearEditAsync(Said("and now AKIAIOSFODNN7EXAMPLE2") with { Text = "another AKIAIOSFODNN7EXAMPLE" }, "1.5");
        Assert.That(edited.IsAdvice, Is.True);
    }

    [Test]
    public async Task An_answer_stands_in_the_thread_of_what_it_answers()
    {
        await at.Desk.OverhearAsync(Said("who looks at the disk?"));
        await at.Desk.OverhearAsync(Said("me") with { Identity = "slack:T1/C1/1.2", Answers = "slack:T1/C1/1.1" });
        Assert.That(((MessagePosted)(await LastAsync()).Event).ReplyTo, Is.EqualTo(2));
    }

    [Test]
    public async Task An_answer_to_what_the_bot_told_of_another_room_stands_in_that_thread()
    {
        await at.Say(Ben, "from the browser", 1);
        await at.Desk.RecordAsync(new IncidentId(1), [new EntryTold("Slack", 2, "slack:T1/C1/1.0")], Person.Bot, "worker", null);
        await at.Desk.OverhearAsync(Said("hello Ben") with { Answers = "slack:T1/C1/1.0" });
        Assert.That(((MessagePosted)(await LastAsync()).Event).ReplyTo, Is.EqualTo(2));
    }

    [Test]
    public async Task An_answer_to_nobodys_words_stands_in_the_room()
    {
        await at.Desk.OverhearAsync(Said("seen") with { Answers = "slack:T1/C1/0.9" });
        Assert.That(((MessagePosted)(await LastAsync()).Event).ReplyTo, Is.Null);
    }

    [Test]
    public async Task Nothing_is_recorded_where_there_is_no_incident() =>
        Assert.That((await at.Desk.OverhearAsync(Said("x") with { Room = new IncidentId(9) })).Missing, Is.True);

    [Test]
    public async Task More_than_any_platform_lets_people_write_is_cut()
    {
        await at.Desk.OverhearAsync(Said(new string('x', 50_000)));
        var text = ((MessagePosted)(await LastAsync()).Event).Text;
        Assert.That((text.Length, text[^1]), Is.EqualTo((40_000, '…')));
    }

    private static readonly Person Operator = new(new PersonId("cli:boss"), "Boss");

    private static Overheard Said(string text) => new("slack:T1/C1/1.1", text, AnaInSlack, "slack", new IncidentId(1), Story.Begin);

    private static FileShared Shared(string identity) => new("trace.txt", "text/plain", 9, "", Identity: identity);

    private async Task<Recorded> LastAsync() => (await at.EntriesAsync(1))[^1];

    private async Task<Incident> IncidentAsync() => (await at.Desk.FindAsync(new IncidentId(1), Ana))!;
}

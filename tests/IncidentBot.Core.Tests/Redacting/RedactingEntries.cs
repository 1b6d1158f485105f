using System.Text;
using IncidentBot.Ports;
using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

public sealed class RedactingEntries
{
    private const string Secret = "the root password is hunter2-hunter2";

    [Test]
    public async Task Its_words_are_gone_from_the_timeline_and_from_everything_that_repeated_them()
    {
        var house = await IncidentAsync();
        await house.Say(Ben, $"DECISION: {Secret}", 1);
        await house.Hear(Ben, $"edit 3 \"now {Secret}\"", 1);
        await house.Hear(Cleo, "pin 3", 1);
        await house.Hear(Cleo, $"note \"Ben wrote that {Secret}\"", 1);
        await house.Say(Cleo, "thanks", 1);

        var reply = await house.Hear(Ana, "redact 3 \"a password was pasted\"", 1);

        Assert.That(reply.Text, Is.EqualTo("Ana redacted entries 3, 4, 5, 6 and 7: a password was pasted."));
        var entries = await EntriesAsync(house);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(entries.Where(entry => Encoding.UTF8.GetString(entry.Body.Span).Contains("hunter2")), Is.Empty);
            Assert.That(entries.Where(entry => entry.IsErased).Select(entry => entry.Number), Is.EqualTo([3, 4, 5, 6, 7]));
            Assert.That(entries.Select(entry => EntryHash.Of(entry).AsMemory()).Zip(entries).All(pair => pair.First.Span.SequenceEqual(pair.Second.Hash.Span)), Is.True, "the chain verifies");
            var incident = await house.Desk.FindAsync(new IncidentId(1), Ana);
            Assert.That(incident!.Decisions.Single().Brief, Is.EqualTo(Redaction.Mark), "folded anew");
            Assert.That((await house.Hear(Ana, "catchup", 1)).ToString(), Does.Not.Contain("hunter2"));
            Assert.That((await house.Hear(Ana, "replay #5", 1)).ToString(), Does.Not.Contain("hunter2"));
            Assert.That((await house.Hear(Ana, "search hunter2")).Text, Does.StartWith("Nothing found"));
            Assert.That((await house.Hear(Ana, "review", 1)).ToString(), Does.Not.Contain("hunter2"));
        }
    }

    [Test]
    public async Task The_title_can_go_too()
    {
        var house = new DeskFixture();
        await house.Hear(Ana, "declare \"Customer 4711 John Doe lost data\"");
        await house.Hear(Ana, "replay #1", 1);
        await house.Hear(Ana, "redact 1 \"names a customer\"", 1);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await house.Desk.FindAsync(new IncidentId(1), Ana))!.Title, Is.EqualTo(Redaction.Mark));
            Assert.That((await house.Hear(Ana, "list")).Text, Does.Not.Contain("4711"));
            Assert.That((await house.Hear(Ana, "replay #1", 1)).ToString(), Does.Not.Contain("4711"));
        }
    }

    [TestCase("redact", "Which entry? Give its number, and why. Type: redact <entry> <why>")]
    [TestCase("redact 99 x", "There is no entry 99 on this timeline.")]
    [TestCase("redact 2 x", "Entry 2 holds no words that could be taken away: Ana took the role incident commander.")]
    [TestCase("redact 3 \"it said the root password is hunter2-hunter2\"", "The reason repeats what has to go, and it would stay. Say why in other words.")]
    public async Task What_cannot_be_done_is_said(string line, string sentence)
    {
        var house = await IncidentAsync();
        await house.Say(Ben, Secret, 1);
        var reply = await house.Hear(Ana, line, 1);
        Assert.That((reply.Refused, reply.Text), Is.EqualTo((true, sentence)));
    }

    [Test]
    public async Task Very_many_repetitions_go_in_several_deeds_and_the_entry_last()
    {
        var house = await IncidentAsync();
        for (var said = 0; said < 600; said++) await house.Say(Ben, Secret, 1);
        Assert.That((await house.Hear(Ana, "redact 3 \"a password\"", 1)).Text, Is.EqualTo("Ana redacted 500 entries: a password."));
        Assert.That((await house.Hear(Ana, "redact 3 \"a password\"", 1)).Text, Is.EqualTo("Ana redacted 100 entries: a password."));
        Assert.That((await EntriesAsync(house)).Count(entry => Encoding.UTF8.GetString(entry.Body.Span).Contains("hunter2")), Is.Zero);
    }

    [Test]
    public async Task Twice_is_once()
    {
        var house = await IncidentAsync();
        await house.Say(Ben, Secret, 1);
        await house.Hear(Ana, "redact 3 \"a password\"", 1);
        Assert.That((await house.Hear(Ana, "redact 3 \"a password\"", 1)).Text, Is.EqualTo("Entry 3 is redacted already."));
    }

    [Test]
    public async Task The_commander_may_and_whoever_wrote_it_and_nobody_else()
    {
        var house = await IncidentAsync();
        await house.Say(Ben, Secret, 1);
        Assert.That((await house.Hear(Cleo, "redact 3 \"a password\"", 1)).Text, Is.EqualTo("On a SEV3, redact is for the incident commander or the security lead: ask Ana."));
        Assert.That((await house.Hear(Ben, "redact 3 \"my password\"", 1)).Refused, Is.False);
    }

    [Test]
    public async Task Why_is_asked_when_it_was_not_said()
    {
        var house = await IncidentAsync();
        await house.Say(Ben, Secret, 1);
        var form = (await house.Hear(Ana, "redact 3", 1)).Form!;
        Assert.That((form.Title, form.Line), Is.EqualTo(("Redact entry 3", "INC-1 redact 3")));
        Assert.That((await house.Hear(Ana, form.Complete(new Dictionary<string, string> { ["why"] = "a password" }))).Refused, Is.False);
    }

    [Test]
    public async Task Also_after_it_was_closed()
    {
        var house = await IncidentAsync();
        await house.Say(Ben, Secret, 1);
        await house.Hear(Ana, "cancel \"a false alarm\"", 1);
        Assert.That((await house.Hear(Ana, "redact 3 \"a password\"", 1)).Refused, Is.False);
    }

    private static async Task<DeskFixture> IncidentAsync()
    {
        var house = new DeskFixture();
        await house.Hear(Ana, "declare \"Checkout is down\"");
        await house.Hear(Ana, "role claim commander", 1);
        return house;
    }

    private static async Task<IReadOnlyList<TimelineEntry>> EntriesAsync(DeskFixture house) =>
        [.. await house.Store.ReadStreamAsync(1, 0, 500), .. await house.Store.ReadStreamAsync(1, 500, 500)];
}

using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

public sealed class LookingForWords
{
    private readonly DeskFixture desk = new();

    [SetUp]
    public async Task Tell()
    {
        await desk.Hear(Ana, "declare sev2 Checkout is down --service checkout");
        await desk.Hear(Ben, "note the disk of db-1 is full", 1);
        await desk.Say(Ben, "the checkout disk again", 1);
        await desk.Hear(Ana, "declare sev4 Slow search --service catalog");
        await desk.Say(Ana, "the disk is fine here", 2);
        await desk.Hear(Ana, "declare Stolen laptop --type security");
        await desk.Say(Ana, "an encrypted disk", 3);
        desk.Clock.Now += TimeSpan.FromHours(3);
        await desk.Hear(Cleo, "decision replace the disk --because \"it fails every week\"", 1);
    }

    [Test]
    public async Task The_most_worth_comes_first_and_the_newest_first_among_equals() =>
        Assert.That(await FoundAsync(Ana, "search disk"), Is.EqualTo("INC-1 decision, INC-1 note, INC-3 message, INC-2 message, INC-1 message"));

    [Test]
    public async Task In_a_room_its_incident_is_searched_unless_everywhere()
    {
        Assert.That(await FoundAsync(Ana, "search disk", room: 2), Is.EqualTo("INC-2 message"));
        Assert.That(await FoundAsync(Ana, "INC-1 search checkout"), Is.EqualTo("INC-1 declared, INC-1 message"));
        Assert.That(await FoundAsync(Ana, "search disk --everywhere", room: 2), Does.StartWith("INC-1 decision").And.Contain("INC-2 message"));
    }

    [Test]
    public async Task A_private_incident_is_found_by_its_members_alone()
    {
        Assert.That(await FoundAsync(Ana, "find laptop"), Is.EqualTo("INC-3 declared"));
        Assert.That((await desk.Hear(Outsider, "find laptop")).Text, Is.EqualTo("Nothing found for “laptop”. Try fewer words, or only the beginning of one."));
    }

    [TestCase("search disk --sev sev4", "INC-2 message")]
    [TestCase("search disk --type security", "INC-3 message")]
    [TestCase("search disk --service Checkout", "INC-1 decision, INC-1 note, INC-1 message")]
    [TestCase("search disk --person @ben", "INC-1 note, INC-1 message")]
    [TestCase("search disk --person me", "INC-3 message, INC-2 message")]
    [TestCase("search disk --since 1h", "INC-1 decision")]
    [TestCase("search disk --until 2h --person @ben", "INC-1 note, INC-1 message")]
    [TestCase("search disk --until 2026-11-22", "")]
    [TestCase("search disk --until 2026-11-23 --since 2026-11-23 --sev 4", "INC-2 message")]
    [TestCase("search disk --stage triage", "")]
    [TestCase("search \"the disk\" --stage identification", "INC-1 decision, INC-1 note, INC-2 message")]
    public async Task Filters_narrow(string line, string found) => Assert.That(await FoundAsync(Ana, line), Is.EqualTo(found));

    [TestCase("search", "What shall I look for? Give at least one word.")]
    [TestCase("search !?", "There is no word in “!?”. Look for letters or digits.")]
    [TestCase("search disk --sev huge", "“huge” is no severity. Use sev1 to sev5.")]
    [TestCase("search disk --stage gone", "“gone” is none of identification, triage, containment, remediation, monitoring, review, closed, cancelled, merged (--stage).")]
    [TestCase("search disk --since whenever", "“whenever” is no time that I can read behind --since. Use 10:42, 2026-11-23, 2026-11-23 10:42, yesterday 10:42, 2h or 3d (UTC).")]
    [TestCase("search disk --since 1h --until 2h", "Nothing lies between 2026-11-23 11:00 UTC and 2026-11-23 10:00 UTC. Check since and until.")]
    public async Task What_cannot_be_looked_for_is_said(string line, string sentence)
    {
        var reply = await desk.Hear(Ana, line);
        Assert.That((reply.Refused, reply.Text), Is.EqualTo((true, $"{sentence} Type: {new SearchVerb().HelpLine}")));
    }

    [Test]
    public async Task Too_many_words_are_refused() => Assert.That(
        (await desk.Hear(Ana, "search " + new string('x', 201))).Text, Does.StartWith("The words to look for have 201 characters; 200 are allowed."));

    [Test]
    public async Task Nothing_found_says_what_to_try()
    {
        var reply = await desk.Hear(Ana, "search zebra", 1);
        Assert.That(reply.Text, Is.EqualTo("Nothing found for “zebra” in INC-1. Try fewer words, or only the beginning of one; --everywhere looks in all incidents."));
        Assert.That(reply.Card!.Controls, Is.EqualTo(new Control[] { new Button("Look in all incidents", "INC-1 search \"zebra\" --everywhere") }));
    }

    [Test]
    public async Task The_answer_is_a_card_whose_hits_lead_to_their_place_on_the_timeline()
    {
        var reply = await desk.Hear(Ana, "search replace", 1);
        Assert.That(reply.Text, Is.EqualTo(
            "1 entry with “replace” in INC-1\nINC-1 entry 4, 2026-11-23 12:00 UTC, Cleo: replace the disk · it fails every week"));
        var part = reply.Card!.Parts.Single();
        Assert.That((part.Headline, part.Text), Is.EqualTo(("INC-1 Checkout is down", "Cleo, 2026-11-23 12:00 UTC: replace the disk · it fails every week")));
        Assert.That(part.Controls, Is.EqualTo(new Control[] { new Link("Entry 4 on the timeline", "/incidents/INC-1/entries/4") }));
        Assert.That(reply.Card.Controls, Is.EqualTo(new Control[] { new Link("Open as a page", "/search?q=replace&incident=INC-1") }));
    }

    [Test]
    public async Task More_than_ten_lead_to_the_page()
    {
        var busy = new DeskFixture();
        await busy.Hear(Ana, "declare Busy");
        for (var said = 0; said < 11; said++) await busy.Say(Ana, $"again {said}", 1);
        var reply = await busy.Hear(Ana, "search again --sev sev3 --since 1h");
        Assert.That(reply.Card!.Headline, Is.EqualTo("The first 10 entries with “again”"));
        Assert.That(reply.Card.Controls.Single(), Is.EqualTo(new Link("Show more", "/search?q=again&severity=sev3&since=2026-11-23T08%3A00%3A00Z")));
        Assert.That(reply.Card.Parts, Has.Count.EqualTo(10));
    }

    [Test]
    public async Task Edits_are_found_by_their_newest_words_and_deleted_messages_not_at_all()
    {
        var room = new DeskFixture();
        await room.Hear(Ana, "declare Edited");
        await room.Say(Ana, "apples", 1);
        await room.Hear(Ana, "edit 2 pears", 1);
        Assert.That((await room.Hear(Ana, "search apples", 1)).Text, Does.StartWith("Nothing found"));
        Assert.That((await room.Hear(Ana, "search pears", 1)).Text, Does.Contain("INC-1 entry 3,"));
        await room.Hear(Ana, "delete 2", 1);
        Assert.That((await room.Hear(Ana, "search pears", 1)).Text, Does.StartWith("Nothing found"));
    }

    private async Task<string> FoundAsync(Person by, string line, int room = 0)
    {
        var reply = await desk.Hear(by, line, room);
        Assert.That(reply.Refused, Is.False, reply.Text);
        var found = new List<string>();
        foreach (var path in reply.Card!.Parts.SelectMany(part => part.Controls).OfType<Link>().Select(link => link.Path.Split('/')))
        {
            var entry = StoredEvents.Read((await desk.Store.ReadStreamAsync(long.Parse(path[2][4..]), int.Parse(path[4]) - 1, 1)).Single());
            found.Add($"{path[2]} {entry.Event switch { IncidentDeclared => "declared", DecisionRecorded => "decision", NoteAdded => "note", _ => "message" }}");
        }
        return string.Join(", ", found);
    }
}

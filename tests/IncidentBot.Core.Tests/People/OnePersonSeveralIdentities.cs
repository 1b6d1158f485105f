using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;
using static IncidentBot.TestKit.Linking;

namespace IncidentBot.Core.Tests;

public sealed class OnePersonSeveralIdentities
{
    private DeskFixture at = null!;

    [SetUp]
    public async Task Open()
    {
        at = new DeskFixture();
        await at.LinkAsync(Ana, AnaInChat);
        await at.Hear(Ana, "declare sev1 nobody can pay");
        await at.Hear(Ana, "lead", 1);
    }

    [TestCase("role release commander", "Ana Ruiz let go of the role incident commander.")]
    [TestCase("handoff @ben", "Ana Ruiz offered the role incident commander to ben.")]
    [TestCase("cancel \"a false alarm\"", "Ana Ruiz cancelled the incident, because a false alarm.")]
    public async Task A_role_is_the_persons_not_the_identitys(string line, string answer)
    {
        Assert.That((await at.Hear(Ben, "cancel \"a false alarm\"", 1)).Text, Does.StartWith("On a SEV1, cancel is for the incident commander"));
        Assert.That((await at.Hear(AnaInChat, line, 1)).Text, Is.EqualTo(answer));
    }

    [Test]
    public async Task A_released_role_is_held_by_nobody()
    {
        await at.Hear(AnaInChat, "role release commander", 1);
        Assert.That((await at.Desk.FindAsync(new IncidentId(1), Ana))!.Commander, Is.Null);
    }

    [TestCase("role claim commander", "Ana Ruiz is incident commander of INC-1 already.")]
    [TestCase("role assign commander @ben", "You are incident commander of INC-1. Hand the role over, so that ben agrees to it.")]
    [TestCase("handoff @ana", "You hold the role already. Name the person who shall take it over.")]
    [TestCase("join", "You have joined INC-1 already.")]
    public async Task Nobody_does_to_themselves_what_they_are_already(string line, string answer) =>
        Assert.That((await at.Hear(AnaInChat, line, 1)).Text, Is.EqualTo(answer));

    [Test]
    public async Task An_offer_is_answered_and_taken_back_under_any_identity()
    {
        await at.Hear(AnaInChat, "handoff @ben", 1);
        Assert.That((await at.Hear(AnaInChat, "handoff decline \"not yet\"", 1)).Text, Does.StartWith("Ana Ruiz ended the offer"));
        await at.Hear(AnaInChat, "handoff @ben", 1);
        await at.Hear(Ben, "handoff accept", 1);
        await at.Hear(Ben, "handoff @ana", 1);
        Assert.That(Labels(await CardAsync(AnaInChat)), Does.Contain("Accept"));
        await at.Hear(AnaInChat, "handoff accept", 1);
        var incident = (await at.Desk.FindAsync(new IncidentId(1), Ana))!;
        Assert.That(incident.HoldersOf("commander").Select(holder => holder.Person.Id), Is.EqualTo(new[] { AnaInChat.Id }));
        Assert.That(Labels(await CardAsync(Ana)), Does.Contain("Hand over to"));
    }

    [Test]
    public async Task Ones_message_is_ones_own_under_any_identity()
    {
        var said = (await at.Say(Ana, "I see 500s", 1)).Entries[0];
        Assert.That((await at.Hear(AnaInChat, $"edit {said} I see 502s", 1)).Refused, Is.False);
        Assert.That((await at.Hear(Ben, $"edit {said} I see nothing", 1)).Text, Is.EqualTo($"Message {said} is Ana's; you can edit your own messages."));
    }

    [Test]
    public async Task The_commander_overrides_and_the_reviewer_finishes_under_any_identity()
    {
        await at.Hear(AnaInChat, "triage", 1);
        Assert.That((await at.Hear(AnaInChat, "contain --override \"no time\"", 1)).Refused, Is.False);
        await at.Hear(AnaInChat, "resolve --override \"no time\"", 1);
        await at.Hear(Ben, "review submit @ana @ana @cleo", 1);
        var review = (await at.Desk.FindAsync(new IncidentId(1), Ana))!.Review!;
        Assert.That(review.Reviewers.Select(person => person.Name), Is.EqualTo(new[] { "Ana", "cleo" }));
        Assert.That((await at.Hear(AnaInChat, "review finish", 1)).Text, Is.EqualTo("Ana Ruiz finished the review."));
    }

    [Test]
    public async Task A_private_incident_is_seen_and_left_under_any_identity()
    {
        await at.Hear(Ben, "declare stolen keys --private");
        await at.Hear(Ben, "member add @ana", 2);
        Assert.That((await at.Hear(AnaInChat, "info", 2)).Text, Does.Contain("stolen keys"));
        await at.Say(AnaInChat, "I am here", 2);
        Assert.That((await at.Hear(Ben, "member list", 2)).Text, Is.EqualTo("2 members of INC-2:\nAna Ruiz (slack:T1/U1, web:ana)\nBen (web:ben)"));
        await at.Hear(Ben, "member remove @ana", 2);
        Assert.That(((await at.Hear(Ana, "info", 2)).Missing, (await at.Hear(AnaInChat, "info", 2)).Missing), Is.EqualTo((true, true)));
    }

    [Test]
    public async Task Lists_and_search_find_what_any_identity_did()
    {
        await at.Hear(AnaInChat, "note \"the disk is full\"", 1);
        Assert.That((await at.Hear(AnaInChat, "list mine")).Text, Does.StartWith("INC-1"));
        Assert.That((await at.Hear(Ben, "search disk --person @ana")).Text, Does.Contain("INC-1 entry 3"));
        await at.Hear(Ben, "declare stolen disk --private");
        await at.Hear(Ben, "member add @ana", 2);
        Assert.That((await at.Hear(AnaInChat, "search stolen")).Text, Does.Contain("INC-2 entry 1"));
    }

    [Test]
    public async Task Insights_and_reviews_have_one_line_for_a_person()
    {
        await at.Hear(AnaInChat, "note \"the disk is full\"", 1);
        var report = InsightsReport.Of(
            [IncidentSummary.Of((await at.Desk.FindAsync(new IncidentId(1), Ana))!)], new InsightsFilter(Period.Customary(at.Clock.Now)), Ana, at.Clock.Now, (await at.Desk.HouseAsync()).Identities);
        Assert.That(report.Load.Select(load => (load.Person.Value, load.TookPart.Count)), Is.EqualTo(new[] { ("slack:T1/U1", 1) }));
        var document = await ReviewWriter.ReadAsync(new IncidentId(1), int.MaxValue, at.Store, (await at.Desk.HouseAsync()).Identities, default);
        var rows = document.Sections[0].Blocks.OfType<ReviewBlock.Table>().Last().Rows;
        Assert.That(rows.Select(row => string.Join(" | ", row.Cells)), Is.EqualTo(new[] { "Ana Ruiz | slack:T1/U1, web:ana | 3" }));
    }

    [Test]
    public async Task Unlinked_they_are_two_again()
    {
        Assert.That((await at.Hear(Ana, "me unlink slack:T1/U1")).Text, Is.EqualTo("Ana took slack:T1/U1 apart from the other identities."));
        Assert.That((await at.Hear(AnaInChat, "cancel \"a false alarm\"", 1)).Text, Does.StartWith("On a SEV1, cancel is for the incident commander"));
    }

    private async Task<Message> CardAsync(Person viewer) => (await at.Hear(viewer, "info", 1)).Card!;

    private static IEnumerable<string> Labels(Message card) => card.Controls.Select(control => control.Label);
}

using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

/// <summary>What a review says of incidents that went otherwise: where little is known, where offers fell through, where nothing came of it.</summary>
public sealed class ReviewsOfOtherCourses
{
    private static readonly DateTimeOffset Begin = Story.Begin;

    [TestCase("impact", "The impact was not stated.")]
    [TestCase("detection", "It was declared by Ana; no alert was attached. [1]")]
    [TestCase("decisions", "No decision was recorded.")]
    [TestCase("handoffs", "No role was handed over.")]
    [TestCase("overrides", "No criterion was overridden.")]
    [TestCase("communications", "No update was sent.")]
    [TestCase("followups", "No follow-up was noted.")]
    [TestCase("resolution", "It is not resolved yet: it has been in identification since 2026-11-23 09:00 UTC. [1]")]
    [TestCase("gaps", "This version keeps no record of hypotheses, of changes, rollbacks and flags with their approvals, of access that was given, of pages, of tickets, and of duties to regulators. If there were any, people tell of them in their own words above.")]
    public void A_section_that_has_nothing_to_tell_says_so(string key, string sentence) => Assert.That(Section(Story.Declared(), key), Is.EqualTo(sentence));

    [Test]
    public void A_drill_a_private_one_and_who_was_proven_are_told_at_its_head()
    {
        var proven = new Person(new PersonId("slack:T1/U1"), "Dora");
        var story = new Story().Given(proven, new IncidentDeclared("Somebody reads our mail", new Severity(1), IncidentType.Security, true, [], null, Drill: true)).Given(proven, new RoleAssigned("security-lead", "Security lead", Ben));
        Assert.That(Section(story, "header"), Is.EqualTo(
            """
            Incident: INC-1 Somebody reads our mail [1]
            Drill: This was an exercise. It counts in no figures. [1]
            Private: Only its members may read this. [1]
            Severity: SEV1 [1]
            Type: Security [1]
            Services: none named [1]
            Declared: 2026-11-23 09:00 UTC by Dora [1]
            Resolved: not yet; in identification since 2026-11-23 09:00 UTC [1]
            Review: draft
            Role | Who | From | Until
            Security lead | Ben | 2026-11-23 09:00 UTC | still held [2]
            Who | Known as | Entries
            Dora | slack:T1/U1 | 2 [1, 2]
            Ben (the name was claimed, not proven) | web:ben | 0 [2]
            """));
    }

    [Test]
    public void A_false_alarm_is_told_as_cancelled_and_has_no_figures_any_more()
    {
        var story = Story.Declared().After(TimeSpan.FromMinutes(4)).Does(Ana, new ChangeStage(Move.Cancel, "the probe was broken"));
        Assert.That(Section(story, "overview"), Does.Contain("It was cancelled on 2026-11-23 09:04 UTC. [2]"));
        Assert.That(Section(story, "resolution"), Is.EqualTo("2026-11-23 09:04 UTC: Ana cancelled the incident, because the probe was broken. [2]"));
        Assert.That(Section(story, "course"), Does.Contain("cancelled | 2026-11-23 09:04 UTC |  | for good [2]"));
        Assert.That(Section(story, "metrics"), Does.Contain("Time to detect | not known: nobody stated when it began | ").And.Contain("Time to a commander | does not apply: it had no commander | "));
        Assert.That(Section(story, "metrics"), Does.Contain("Time to contain | does not apply: it was not contained | ").And.Contain("Time to resolve | does not apply: it was not resolved | "));
    }

    [Test]
    public void A_merged_one_says_where_it_goes_on_and_the_other_that_it_took_it_over()
    {
        var merged = Story.Declared().Given(Ana, new IncidentsMerged(Stage.Identification, new IncidentId(7), "", null));
        Assert.That(Section(merged, "overview"), Does.Contain("Since 2026-11-23 09:00 UTC it goes on in INC-7. [2]"));
        Assert.That(Section(merged, "header"), Does.Contain("Merged: 2026-11-23 09:00 UTC; it goes on in INC-7 [2]"));
        Assert.That(Section(merged, "metrics"), Does.Contain("Time to acknowledge | does not apply: nobody took it up | "));
        Assert.That(Section(Story.Declared().Given(Person.Bot, new IncidentAbsorbed(new IncidentId(3), "")), "header"), Does.Contain("Took over: INC-3 [2]"));
    }

    [Test]
    public void An_alert_that_came_after_the_declaration_did_not_notice_it()
    {
        var story = Story.Declared().After(TimeSpan.FromMinutes(3)).Given(Person.Bot, new AlertAttached(Alert(Begin.AddMinutes(2)))).Given(Person.Bot, new AlertCleared("f", "Errors", Begin.AddMinutes(3), "00ff"));
        Assert.That(Section(story, "detection"), Is.EqualTo(
            """
            It was declared by Ana before an alert fired; Errors began 2 min later. [1, 2]
            Alert | Source | Firing since | No longer since | Where | SHA-256 of its report
            Errors | Probe | 2026-11-23 09:02 UTC | 2026-11-23 09:03 UTC |  | 00ff [2, 3]
            """));
    }

    [Test]
    public void Offers_that_fell_through_are_told_with_how()
    {
        var offer = new OfferHandoff(Ben, "commander");
        var story = Story.Triaged()
            .Does(Ana, offer).After(TimeSpan.FromMinutes(1)).Does(Ben, new DeclineHandoff("on a train"))
            .Does(Ana, offer).Does(Ana, new DeclineHandoff())
            .Does(Ana, offer).After(TimeSpan.FromMinutes(5)).Given(Person.Bot, new HandoffLapsed("Incident commander", Ana, Ben, Begin))
            .Does(Ana, offer).Does(Ana, new ReleaseRole("commander"))
            .Does(Ana, new AssignRole("commander", Ana)).Does(Ana, offer);
        Assert.That(Section(story, "handoffs"), Is.EqualTo(
            """
            Role | From | To | Offered | Answer | After
            Incident commander | Ana | Ben | 2026-11-23 09:00 UTC | declined, because on a train | 1 min [6, 7]
            Incident commander | Ana | Ben | 2026-11-23 09:01 UTC | taken back | less than a minute [8, 9]
            Incident commander | Ana | Ben | 2026-11-23 09:01 UTC | lapsed unanswered | 5 min [10, 11]
            Incident commander | Ana | Ben | 2026-11-23 09:06 UTC | ended: Ana let go of the role incident commander | less than a minute [12, 13]
            Incident commander | Ana | Ben | 2026-11-23 09:06 UTC | waits for an answer |  [15]
            """));
    }

    [Test]
    public void Updates_that_were_promised_and_did_not_come_are_named()
    {
        var story = Story.Declared()
            .Given(Cleo, new UpdateSent(Audience.Public, "we look", null, Begin.AddMinutes(20))).After(TimeSpan.FromMinutes(20))
            .Given(Cleo, new UpdateSent(Audience.Public, "we still look", null, Begin.AddMinutes(40))).After(TimeSpan.FromMinutes(50));
        Assert.That(Section(story, "communications"), Does.Contain("we still look | in time [2, 3]").And.Not.Contain("did not come"));
        story.Given(Ben, new NoteAdded("found it"));
        Assert.That(Section(story, "communications"), Does.EndWith("\nThe update for customers that was promised for 2026-11-23 09:40 UTC did not come. [3]"));
    }

    [Test]
    public void No_update_is_missed_once_it_is_resolved()
    {
        var story = Story.Triaged().Given(Ana, new StageChanged(Stage.Triage, Stage.Review, Move.Resolve, "over")).After(TimeSpan.FromHours(3)).Given(Cleo, new UpdateSent(Audience.Internal, "all is well", null, Begin.AddHours(5)));
        Assert.That(Section(story, "communications"), Does.EndWith("all is well | none was due: it was resolved before [5, 7]"));
    }

    [Test]
    public void A_mark_that_was_taken_away_is_no_key_event_and_words_that_were_deleted_are_not_told()
    {
        var story = Story.Declared().Given(Ben, new MessagePosted("the wrong hint"), new MessagePosted("hunter2"), new MessageEdited(3, "hunter3"))
            .Given(Ana, new EntryHighlighted(2, true, "the wrong hint"), new EntryHighlighted(3, true, "hunter2"), new EntryHighlighted(4, true, "hunter3"), new EntryHighlighted(6, true, "hunter2"))
            .Given(Ana, new EntryHighlighted(2, false, "")).Given(Ben, new MessageDeleted(3));
        Assert.That(ReviewText.Of(Review(story)), Does.Not.Contain("hint").And.Not.Contain("hunter"));
    }

    private static Alert Alert(DateTimeOffset at) => new("f", "Errors", "", at, "Probe", null, new Dictionary<string, string>(), "00ff");

    private static ReviewDocument Review(Story story) => WrittenReview.Of(story.Stored());

    private static string Section(Story story, string key) => ReviewText.Of(Review(story), key);
}

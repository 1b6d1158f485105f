using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

public sealed class MovingThroughTheStages
{
    [Test]
    public void An_incident_goes_from_declared_to_closed()
    {
        var story = Story.Triaged()
            .Does(Ana, new ChangeStage(Move.Contain))
            .Does(Ana, new ChangeStage(Move.Remediate))
            .Does(Ana, new ChangeStage(Move.Monitor))
            .Does(Ana, new StateImpact(null, End: Story.Begin));
        story.After(TimeSpan.FromMinutes(5)).Does(Ana, new ChangeStage(Move.Resolve));
        Assert.That(story.Refusal(Ana, new ChangeStage(Move.Close)), Is.EqualTo("Not yet: the review is not finished."));
        story.Does(Ana, new SubmitReview([])).Does(Ana, new FinishReview()).Does(Ana, new ChangeStage(Move.Close));
        Assert.That(story.Incident.Stage, Is.EqualTo(Stage.Closed));
        Assert.That(story.Incident.ResolvedAt, Is.EqualTo(Story.Begin.AddMinutes(5)));
    }

    [Test]
    public void A_road_that_is_not_there_is_refused_with_those_that_are_and_what_they_lack() => Assert.That(
        Story.Declared().Given(Ana, new StageChanged(Stage.Identification, Stage.Triage, Move.Triage, null)).Refusal(Ana, new ChangeStage(Move.Monitor)),
        Is.EqualTo("INC-1 is in triage; monitor is not open from there. Open: contain (missing: nobody is incident commander and the impact is not stated); "
            + "remediate (missing: nobody is incident commander and the impact is not stated); resolve; cancel; merge."));

    [Test]
    public void What_is_missing_is_named_with_the_lines_that_mend_it()
    {
        var refused = (Decision.Refused)Story.Declared(1).Given(Ana, new StageChanged(Stage.Identification, Stage.Triage, Move.Triage, null)).When(Ana, new ChangeStage(Move.Contain));
        Assert.That(refused.Because, Is.EqualTo("Not yet: nobody is incident commander, the impact is not stated and no update was sent yet."));
        Assert.That(refused.Instead, Is.EqualTo(new[] { "INC-1 role claim commander", "INC-1 impact", "INC-1 update internal" }));
    }

    [Test]
    public void The_commander_may_override_what_is_missing_and_the_timeline_says_so()
    {
        var story = Story.Declared()
            .Given(Ana, new RoleAssigned("commander", "Incident commander", Ana), new StageChanged(Stage.Identification, Stage.Triage, Move.Triage, null))
            .Does(Ana, new ChangeStage(Move.Contain, Override: "no time"));
        Assert.That(story.Entries[^2].Sentence, Is.EqualTo("Ana left triage although the impact is not stated, because no time"));
        Assert.That(story.Incident.Stage, Is.EqualTo(Stage.Containment));
    }

    [Test]
    public void Nobody_else_may_override() => Assert.That(
        Story.Declared()
            .Given(Ana, new RoleAssigned("commander", "Incident commander", Ana), new StageChanged(Stage.Identification, Stage.Triage, Move.Triage, null))
            .Refusal(Ben, new ChangeStage(Move.Contain, Override: "no time")),
        Is.EqualTo("Only the incident commander, Ana, can override what is missing."));

    [TestCase(Move.Triage, "Say why: going back from containment to triage needs a reason.")]
    public void Going_back_needs_a_reason(Move move, string sentence) => Assert.That(
        Story.Triaged().Does(Ana, new ChangeStage(Move.Contain)).Refusal(Ana, new ChangeStage(move)), Is.EqualTo(sentence));

    [Test]
    public void Cancelling_needs_a_reason() => Assert.That(Story.Declared().Refusal(Ana, new ChangeStage(Move.Cancel)), Is.EqualTo("Say why: cancelling an incident needs a reason."));

    [Test]
    public void Resolving_from_triage_needs_a_reason() => Assert.That(
        Story.Triaged().Refusal(Ana, new ChangeStage(Move.Resolve)), Is.EqualTo("Say why: resolving straight from triage needs a reason."));

    [Test]
    public void Resolving_needs_the_end_of_the_impact() => Assert.That(
        Story.Triaged().Does(Ana, new ChangeStage(Move.Contain)).Refusal(Ana, new ChangeStage(Move.Resolve)), Is.EqualTo("Not yet: the end of the impact is not stated."));

    [Test]
    public void Reopening_needs_a_reason_and_begins_work_anew()
    {
        var story = Closed();
        Assert.That(story.Refusal(Ana, new ChangeStage(Move.Reopen)), Is.EqualTo("Say why: reopening an incident needs a reason."));
        story.Does(Ana, new ChangeStage(Move.Reopen, "it is back"));
        Assert.That((story.Incident.Stage, story.Incident.Reopened, story.Incident.ResolvedAt, story.Incident.EndedAt), Is.EqualTo((Stage.Triage, 1, (DateTimeOffset?)null, (DateTimeOffset?)null)));
    }

    [Test]
    public void What_needs_no_review_closes_in_one_line()
    {
        var story = Story.Declared(4).Given(Ana, new StageChanged(Stage.Identification, Stage.Triage, Move.Triage, null), new StageChanged(Stage.Triage, Stage.Containment, Move.Contain, null));
        Assert.That(story.Does(Ana, new ChangeStage(Move.Close)).Incident.Stage, Is.EqualTo(Stage.Closed));
    }

    [Test]
    public void Closing_in_one_line_is_overridden_by_the_commander_alone_and_the_timeline_says_so()
    {
        var story = Story.Declared(4)
            .Given(Ana, new StageChanged(Stage.Identification, Stage.Triage, Move.Triage, null), new StageChanged(Stage.Triage, Stage.Containment, Move.Contain, null))
            .Does(Ana, new AddFollowUp("alert on a full disk"));
        Assert.That(story.Refusal(Ben, new ChangeStage(Move.Close, Override: "who cares")), Is.EqualTo("Only the incident commander can override what is missing, and there is none."));
        story.Does(Ana, new AssignRole("commander", Ana)).Does(Ana, new ChangeStage(Move.Close, Override: "no time"));
        Assert.That(story.Entries[^2].Sentence, Is.EqualTo("Ana left review although a follow-up has no owner or no due date, because no time"));
        Assert.That(story.Incident.Stage, Is.EqualTo(Stage.Closed));
    }

    [Test]
    public void What_needs_a_review_does_not() => Assert.That(
        Story.Triaged().Does(Ana, new ChangeStage(Move.Contain)).Refusal(Ana, new ChangeStage(Move.Close)),
        Is.EqualTo("A SEV3 is resolved and reviewed before it is closed."));

    [Test]
    public void Closing_needs_follow_ups_with_owner_and_date()
    {
        var story = Reviewed().Does(Ana, new AddFollowUp("alert on a full disk"));
        Assert.That(story.Refusal(Ana, new ChangeStage(Move.Close)), Is.EqualTo("Not yet: a follow-up has no owner or no due date."));
        story.Does(Ana, new ChangeFollowUp(1, Ben, Story.Begin.AddDays(3))).Does(Ana, new ChangeStage(Move.Close));
        Assert.That(story.Incident.Stage, Is.EqualTo(Stage.Closed));
    }

    [Test]
    public void An_end_is_sealed() => Assert.That(
        new StageChanged(Stage.Review, Stage.Closed, Move.Close, null).Consequences(Closed().Incident, DefaultPolicy.Create()), Is.EqualTo(new[] { new SealTimeline() }));

    [TestCase("investigating", Move.Triage)]
    [TestCase("Mitigated", Move.Contain)]
    [TestCase("eradicate", Move.Remediate)]
    [TestCase("recover", Move.Monitor)]
    [TestCase("fixed", Move.Resolve)]
    [TestCase("canceled", Move.Cancel)]
    public void Synonyms_are_understood(string word, Move move) => Assert.That(MoveWords.Find(word), Is.EqualTo(move));

    private static Story Reviewed() => Story.Triaged().Does(Ana, new ChangeStage(Move.Contain))
        .Given(Ana, new ImpactStated(new Impact("nobody can pay", null, Story.Begin, Story.Begin, DataExposure.No)))
        .Does(Ana, new ChangeStage(Move.Resolve)).Does(Ana, new SubmitReview([])).Does(Ana, new FinishReview());

    private static Story Closed() => Reviewed().Does(Ana, new ChangeStage(Move.Close));
}

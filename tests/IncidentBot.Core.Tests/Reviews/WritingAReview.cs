using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

/// <summary>A review goes from draft to finished, and nobody's words are lost on the way.</summary>
public sealed class WritingAReview
{
    [Test]
    public void It_begins_when_the_incident_is_resolved_and_knows_when_it_is_due()
    {
        var story = Resolved(2);
        Assert.That(story.Entries[^1].Sentence, Is.EqualTo("Ana began the review, due 2026-11-28"));
        Assert.That(story.Incident.Review, Is.EqualTo(new ReviewNote(ReviewState.Draft, Story.Begin.AddDays(5)) { Reviewers = story.Incident.Review!.Reviewers, Versions = story.Incident.Review.Versions }));
    }

    [Test]
    public void A_severity_that_asks_for_none_begins_none() => Assert.That(Resolved(4).Incident.Review, Is.Null);

    [Test]
    public void A_text_over_a_version_that_is_no_longer_there_is_refused()
    {
        var story = Resolved().Does(Ana, new WriteReviewPart(ReviewPart.Factors, "The pool was too small.", Over: 0));
        var version = story.Incident.Number;
        Assert.That(story.Refusal(Ben, new WriteReviewPart(ReviewPart.Factors, "Mine", Over: 0)),
            Is.EqualTo($"“Contributing factors” was changed while you were writing (entry {version}). Bring both texts together, then save again."));
        story.Does(Ben, new WriteReviewPart(ReviewPart.Factors, "Ours", Over: version));
        Assert.That(story.Incident.Review!.VersionOf(ReviewPart.Factors), Is.EqualTo(version + 1));
    }

    [Test]
    public void Points_are_added_beside_each_other()
    {
        var story = Resolved().Does(Ana, new AddToReviewPart(ReviewPart.Lucky, "it was a Monday")).Does(Ben, new AddToReviewPart(ReviewPart.Lucky, "Cleo was awake"));
        Assert.That(story.Entries[^1].Sentence, Is.EqualTo("Ben added to “Where we were lucky” of the review: Cleo was awake"));
    }

    [Test]
    public void It_is_finished_by_a_reviewer_or_the_commander()
    {
        var story = Resolved();
        Assert.That(story.Refusal(Ana, new FinishReview()), Is.EqualTo("The review is a draft. Give it to somebody who reads it first."));
        story.Does(Ana, new SubmitReview([Ben]));
        Assert.That(story.Refusal(Cleo, new FinishReview()), Is.EqualTo("Finishing is for the reviewers or the commander: ask Ben."));
        story.Does(Ben, new FinishReview());
        Assert.That(story.Incident.Review!.State, Is.EqualTo(ReviewState.Finished));
        Assert.That(story.Refusal(Ana, new FinishReview()), Is.EqualTo("The review is finished already."));
        Assert.That(Deadlines.Of(story.Incident, story.Policy, story.Now.AddDays(30)).Select(deadline => deadline.Falls), Is.Empty, "nobody is reminded of it any more");
    }

    [Test]
    public void A_finished_one_stays_as_it_is_until_it_is_reopened_with_a_reason()
    {
        var story = Resolved().Does(Ana, new SubmitReview([])).Does(Ana, new FinishReview());
        const string Stays = "The review is finished and stays as it is. Reopen it first, with a reason.";
        Assert.That(story.Refusal(Ana, new WriteReviewPart(ReviewPart.Lessons, "x", null)), Is.EqualTo(Stays));
        Assert.That(story.Refusal(Ana, new AddToReviewPart(ReviewPart.Lessons, "x")), Is.EqualTo(Stays));
        Assert.That(story.Refusal(Ana, new SubmitReview([Ben])), Is.EqualTo(Stays));
        Assert.That(story.Refusal(Ana, new ReopenReview("")), Is.EqualTo("Say why: reopening a review needs a reason."));
        story.Does(Ana, new ReopenReview("a customer told us more"));
        Assert.That(story.Incident.Review!.State, Is.EqualTo(ReviewState.Draft));
        Assert.That(story.Refusal(Ana, new ReopenReview("again")), Is.EqualTo("The review is a draft and open to everybody's words."));
    }

    [Test]
    public void It_is_not_submitted_while_the_incident_is_worked_on() => Assert.That(
        Story.Triaged().Refusal(Ana, new SubmitReview([Ben])), Is.EqualTo("INC-1 is still being worked on; its review begins when it is resolved."));

    [Test]
    public void What_cannot_be_meant_is_refused_in_words()
    {
        var story = Resolved();
        Assert.That(story.Refusal(Ana, new SubmitReview([Ben], Story.Begin.AddDays(-1))), Is.EqualTo("The review cannot be due in the past (2026-11-22 09:00 UTC). Check --due."));
        Assert.That(story.Refusal(Ana, new SubmitReview([.. Enumerable.Range(0, 21).Select(number => Person.WhoSays($"Person {number}"))])),
            Is.EqualTo("21 reviewers are more than 20. Name those who must read it."));
        Assert.That(story.Refusal(Ana, new WriteReviewPart(ReviewPart.Well, new string('x', 8_001), 0)), Does.StartWith("The text has 8,001 characters; 8,000 are allowed."));
        Assert.That(story.Refusal(Ana, new AddToReviewPart(ReviewPart.Well, " ")), Is.EqualTo("The point is empty. Say what it is."));
    }

    [Test]
    public void Who_cannot_see_a_private_incident_cannot_review_it() => Assert.That(
        Story.Declared(isPrivate: true).Given(Ana, new StageChanged(Stage.Triage, Stage.Review, Move.Resolve, "over")).Refusal(Ana, new SubmitReview([Ben])),
        Is.EqualTo("Ben is no member of INC-1, which is private, and could not read it."));

    [Test]
    public void An_incident_that_is_reopened_makes_it_a_draft_again_and_keeps_what_was_written()
    {
        var story = Resolved().Does(Ana, new AddToReviewPart(ReviewPart.Lucky, "it was a Monday")).Does(Ana, new SubmitReview([])).Does(Ana, new FinishReview()).Does(Ana, new ChangeStage(Move.Reopen, "it is back"));
        Assert.That(story.Incident.Review, Has.Property("State").EqualTo(ReviewState.Draft).And.Property("DueAt").Null);
        Assert.That(story.Incident.Review!.VersionOf(ReviewPart.Lucky), Is.Positive);
    }

    [TestCase("review sideways", "“sideways” is nothing that can be done with a review. Type: review [show] | add <part> <point> | write <part> <text> | submit [@person…] [--due <date>] | finish | reopen <reason>")]
    [TestCase("review add", "Which part? There are summary, factors, well, badly, lucky, lessons. Type: review [show] | add <part> <point> | write <part> <text> | submit [@person…] [--due <date>] | finish | reopen <reason>")]
    [TestCase("review add wel x", "“wel” is no part of a review. There are summary, factors, well, badly, lucky, lessons. Type: review [show] | add <part> <point> | write <part> <text> | submit [@person…] [--due <date>] | finish | reopen <reason>")]
    [TestCase("review write well", "What shall it say? Type: review [show] | add <part> <point> | write <part> <text> | submit [@person…] [--due <date>] | finish | reopen <reason>")]
    public async Task A_line_that_cannot_be_read_says_what_can_be_typed(string line, string sentence)
    {
        var desk = new DeskFixture();
        await desk.Hear(Ana, "declare checkout is down");
        Assert.That((await desk.Hear(Ana, line, room: 1)).Text, Is.EqualTo(sentence));
    }

    [Test]
    public async Task The_verb_tells_where_it_stands_and_where_it_is()
    {
        var desk = new DeskFixture();
        await desk.Hear(Ana, "declare checkout is down");
        await desk.Hear(Ana, "review lucky it was a Monday", room: 1);
        Assert.That((await desk.Hear(Ana, "review", room: 1)).Text, Is.EqualTo("The review of INC-1 is a draft: /incidents/INC-1/review"));
        Assert.That((await desk.Hear(Ana, "review reopen", room: 1)).Form!.Title, Is.EqualTo("Reopen the review of INC-1"));
    }

    [Test]
    public async Task A_drill_is_silent_beyond_its_rooms()
    {
        var desk = new DeskFixture(DefaultPolicy.Create() with { Chats = ["war room"] });
        var drill = await desk.Hear(Ana, "declare sev1 pretend that checkout is down --drill");
        Assert.That(drill.Recorded[0].Promises, Is.EqualTo(new Effect[] { new OpenRoom("war room") }));
        Assert.That(drill.Recorded[0].Sentence, Is.EqualTo("Ana declared SEV1 “pretend that checkout is down”, a drill"));
        var real = await desk.Hear(Ana, "declare sev1 checkout is down");
        Assert.That(real.Recorded[0].Promises, Is.EqualTo(new Effect[] { new OpenRoom("war room"), new Announce("war room") }));
    }

    private static Story Resolved(int severity = 3) => Story.Triaged(severity)
        .Given(Ana, new ImpactStated(new Impact("nobody can pay", null, Story.Begin, Story.Begin, DataExposure.No)))
        .Does(Ana, new ChangeStage(Move.Resolve, "it healed by itself"));
}

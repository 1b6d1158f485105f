using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

/// <summary>The verb review answers with what counts, what is still to be written and what comes next.</summary>
public sealed class AskingForAReview
{
    private readonly DeskFixture at = new();

    [Test]
    public async Task While_people_work_it_says_what_is_known_so_far()
    {
        await at.Hear(Ana, "declare checkout is down");
        var card = (await at.Hear(Ana, "review", room: 1)).Card!;
        Assert.That(card.Text, Is.EqualTo("The facts are taken from the timeline. What only people know can be added at any time."));
        Assert.That(Told(card), Is.EqualTo(
            """
            At its worst: SEV3
            Impact: not stated
            Time to acknowledge: not yet
            Time to contain: not yet
            Time to resolve: not yet
            Decisions: none recorded
            Follow-ups: none noted
            Still to be written: Summary, Contributing factors, What went well, What did not go well, Where we were lucky and Lessons
            """));
    }

    [Test]
    public async Task After_the_work_it_says_what_is_still_to_be_written_and_then_who_reads_it()
    {
        await ResolveAsync();
        foreach (var part in new[] { "summary", "factors", "well", "badly", "lucky" }) await at.Hear(Ana, $"review add {part} words", room: 1);
        var draft = (await at.Hear(Ana, "review", room: 1)).Card!;
        Assert.That(draft.Text, Is.EqualTo("Next: add what only people know, beginning with “Lessons”."));
        Assert.That(Told(draft), Does.Contain("Time to acknowledge: 10 min\nTime to contain: 10 min\nTime to resolve: 10 min\nReopened: once\nDecisions: 1\nFollow-ups: 1 open of 2\nStill to be written: Lessons"));
        Assert.That(draft.Controls.OfType<Button>().Select(button => button.Line), Is.EqualTo(new[] { "INC-1 review submit me", "INC-1 review add lessons" }));

        await at.Hear(Ana, "review add lessons \"look at the pool\"", room: 1);
        Assert.That((await at.Hear(Ana, "review", room: 1)).Card!.Text, Is.EqualTo("Next: give it to somebody who reads it."));
        await at.Hear(Ana, "review submit @ben", room: 1);
        Assert.That((await at.Hear(Ana, "review", room: 1)).Card!.Text, Is.EqualTo("Next: it is read and finished by ben."));
        await at.Hear(Ben, "review finish", room: 1);
        Assert.That((await at.Hear(Ana, "review", room: 1)).Card!.Text, Is.EqualTo("Next: what was noted as follow-ups."));
        await at.Hear(Ben, "followup done 2", room: 1);
        Assert.That((await at.Hear(Ana, "review", room: 1)).Card!.Text, Is.EqualTo("Nothing is left to be done."));
    }

    [Test]
    public void A_part_whose_words_were_taken_away_is_to_be_written_again()
    {
        var story = Story.Triaged().Does(Ana, new AddToReviewPart(ReviewPart.Well, "a point"));
        Assert.That(story.Incident.Review!.Empty, Does.Not.Contain(ReviewPart.Well));
        Assert.That(story.Does(Ana, new WriteReviewPart(ReviewPart.Well, "", null)).Incident.Review!.Empty, Does.Contain(ReviewPart.Well));
    }

    [Test]
    public async Task What_it_offers_is_understood()
    {
        await ResolveAsync();
        foreach (var button in (await at.Hear(Ana, "review", room: 1)).Card!.Controls.OfType<Button>())
            Assert.That((await at.Hear(Ana, button.Line)).Refused, Is.False, button.Line);
    }

    private async Task ResolveAsync()
    {
        await at.Hear(Ana, "declare checkout is down");
        at.Clock.Now += TimeSpan.FromMinutes(10);
        await at.Hear(Ana, "lead", room: 1);
        await at.Hear(Ana, "triage", room: 1);
        await at.Hear(Ana, "impact \"nobody can pay\" --end now", room: 1);
        await at.Hear(Ana, "decision \"wait\"", room: 1);
        await at.Hear(Ana, "followup \"alert earlier\"", room: 1);
        await at.Hear(Ana, "followup \"load test\"", room: 1);
        await at.Hear(Ana, "followup done 1", room: 1);
        foreach (var line in new[] { "resolve it healed", "reopen it is back", "resolve it healed again" }) await at.Hear(Ana, line, room: 1);
    }

    private static string Told(Message card) => string.Join('\n', card.Fields.Select(field => $"{field.Label}: {field.Value}"));
}

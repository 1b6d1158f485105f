using System.Text;
using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

public sealed class RowsOfTheCatalog
{
    [Test]
    public void A_row_holds_all_that_lists_and_insights_tell()
    {
        var story = Story.Triaged(2).After(TimeSpan.FromMinutes(30))
            .Given(Ben, new SeverityChanged(new Severity(2), new Severity(1), "worse"), new FollowUpAdded(1, "alert on it", Ben, Story.Begin.AddDays(3)), new FollowUpAdded(2, "done already", null, null), new FollowUpDone(2, "done already"))
            .Given(Ana, new StageChanged(Stage.Triage, Stage.Review, Move.Resolve, "whole again"));
        var summary = IncidentSummary.Of(story.Incident);

        var read = IncidentCatalog.Read(IncidentCatalog.Row(story.Incident).Json);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.Figures.ToResolve, Is.EqualTo(TimeSpan.FromMinutes(30)));
            Assert.That(read.Figures.InStage, Is.EquivalentTo(summary.Figures.InStage).And.ContainKey(Stage.Triage));
            Assert.That(read.Figures.InSeverity, Is.EquivalentTo(summary.Figures.InSeverity).And.ContainKey(new Severity(2)));
            Assert.That(read.OpenFollowUps, Is.EqualTo(new[] { new OpenFollowUp(1, "alert on it", "Ben", Story.Begin.AddDays(3)) }));
            Assert.That(read.Load, Is.EqualTo(summary.Load));
            Assert.That((read.Drill, read.Peak), Is.EqualTo((false, new Severity(1))));
        }
    }

    [Test]
    public void A_drill_is_marked() =>
        Assert.That(IncidentCatalog.Read(IncidentCatalog.Row(new Story().Given(Ana, new IncidentDeclared("Practice", new Severity(3), default, false, [], null, Drill: true)).Incident).Json).Drill, Is.True);

    [Test]
    public void A_row_from_before_insights_is_read_with_nothing_measured()
    {
        const string old = """
            {"id":"INC-1","title":"Old","type":"Reliability","severity":"SEV3","peak":"SEV3","stage":"Closed","private":false,"services":["checkout"],"commander":null,"declaredBy":"Ana",
             "declaredAt":"2026-11-23T09:00:00+00:00","resolvedAt":null,"endedAt":null,"lastNewsAt":"2026-11-23T09:00:00+00:00","entries":1,"lastNews":1,"members":["web:ana"],"people":["web:ana"]}
            """;
        var read = IncidentCatalog.Read(Encoding.UTF8.GetBytes(old));
        Assert.That((read.Drill, read.Figures.ToResolve, read.Figures.InStage.Count, read.OpenFollowUps.Count, read.Load.Count), Is.EqualTo((false, (TimeSpan?)null, 0, 0, 0)));
    }
}

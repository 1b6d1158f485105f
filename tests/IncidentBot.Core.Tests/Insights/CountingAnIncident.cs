using FsCheck;
using FsCheck.Fluent;
using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

/// <summary>An incident in figures: by the definitions, and with all its rounds when it was reopened.</summary>
public sealed class CountingAnIncident
{
    private static readonly DateTimeOffset Begin = Story.Begin;

    [Test]
    public void Detection_is_the_alert_that_came_before_the_declaration_and_only_when_the_begin_is_stated()
    {
        var story = Story.Declared().Given(Person.Bot, Fired(Begin.AddMinutes(2)), Fired(Begin.AddMinutes(-6)), Fired(Begin.AddMinutes(-2)));
        Assert.That(IncidentFigures.Of(story.Incident).ToDetect, Is.Null);
        story.Given(Ana, new ImpactStated(new Impact("nobody can pay", null, Begin.AddMinutes(-10), null, DataExposure.Unknown)));
        Assert.That(IncidentFigures.Of(story.Incident).ToDetect, Is.EqualTo(TimeSpan.FromMinutes(4)));
        Assert.That(IncidentMoments.Of(story.Incident).Detected, Is.EqualTo(new Milestone(Begin.AddMinutes(-6), 3)));
    }

    [Test]
    public void What_lasts_is_not_counted()
    {
        var figures = IncidentFigures.Of(Story.Declared().After(TimeSpan.FromHours(1)).Incident);
        Assert.That((figures.ToAcknowledge, figures.ToCommand, figures.ToContain, figures.ToResolve, figures.ToResolveInAll), Is.EqualTo(default((TimeSpan?, TimeSpan?, TimeSpan?, TimeSpan?, TimeSpan?))));
        Assert.That((figures.InStage.Count, figures.InSeverity.Count, figures.Reopened), Is.EqualTo((0, 0, 0)));
    }

    [Test]
    public void An_incident_that_was_reopened_is_counted_with_all_its_rounds()
    {
        var figures = IncidentFigures.Of(Reopened().Does(Ana, new ChangeStage(Move.Resolve, "for good")).After(TimeSpan.FromDays(2)).Incident);
        Assert.That((figures.ToResolve, figures.ToResolveInAll, figures.Reopened), Is.EqualTo((TimeSpan.FromMinutes(30), (TimeSpan?)TimeSpan.FromMinutes(45), 1)));
        Assert.That(figures.InStage, Is.EquivalentTo(new Dictionary<Stage, TimeSpan> { [Stage.Identification] = TimeSpan.Zero, [Stage.Triage] = TimeSpan.FromMinutes(45), [Stage.Review] = TimeSpan.FromHours(5) }));
        Assert.That(figures.InSeverity, Is.EquivalentTo(new Dictionary<Severity, TimeSpan> { [new Severity(4)] = TimeSpan.FromMinutes(35), [new Severity(2)] = TimeSpan.FromMinutes(10) }), "not while nobody worked on it");
    }

    [Test]
    public void A_last_round_that_was_not_resolved_leaves_no_sum()
    {
        Assert.That(IncidentFigures.Of(Reopened().Incident).ToResolveInAll, Is.Null);
        Assert.That(IncidentFigures.Of(Reopened().Does(Ana, new ChangeStage(Move.Cancel, "it was nothing")).Incident).ToResolveInAll, Is.Null);
    }

    [Test]
    public void An_impact_that_is_stated_to_begin_late_makes_no_figure_less_than_nothing()
    {
        var story = Reopened().Does(Ana, new ChangeStage(Move.Resolve, "for good")).Does(Ana, new StateImpact(null, Start: Begin.AddHours(5), End: Begin.AddHours(5)));
        var figures = IncidentFigures.Of(story.Incident);
        Assert.That((figures.ToDetect, figures.ToResolve, figures.ToResolveInAll), Is.EqualTo(((TimeSpan?)TimeSpan.Zero, (TimeSpan?)TimeSpan.Zero, (TimeSpan?)TimeSpan.FromMinutes(15))));
    }

    [FsCheck.NUnit.Property(MaxTest = 60)]
    public Property Figures_agree_with_a_naive_count_of_any_history() => Prop.ForAll(RandomSeed.Any, seed =>
    {
        var history = RandomHistory.LiveAsync(seed).GetAwaiter().GetResult();
        foreach (var id in history.Incidents)
        {
            var entries = history.EntriesAsync(id).GetAwaiter().GetResult();
            Assert.That(IncidentFigures.Of(Incident.From(id, entries)), Is.EqualTo(NaiveCount.Of(entries)).UsingPropertiesComparer(), $"{id} of seed {seed}");
        }
    });

    private static AlertAttached Fired(DateTimeOffset at) => new(new Alert($"{at:O}", "Errors", "", at, "Probe", null, new Dictionary<string, string>(), "00ff"));

    // Half an hour of work, five hours of rest, a quarter of an hour that lasts; SEV4, and SEV2 for the last ten minutes.
    private static Story Reopened() => Story.Triaged(4).After(TimeSpan.FromMinutes(30)).Does(Ana, new ChangeStage(Move.Resolve, "it healed by itself"))
        .After(TimeSpan.FromHours(5)).Does(Ana, new ChangeStage(Move.Reopen, "it is back"))
        .After(TimeSpan.FromMinutes(5)).Does(Ana, new ChangeSeverity(new Severity(2))).After(TimeSpan.FromMinutes(10))
        .Given(Ana, new ImpactStated(new Impact("nobody can pay", null, Begin, Begin, DataExposure.Unknown)), new UpdateSent(Audience.Internal, "looking", null, Begin.AddDays(1)));
}

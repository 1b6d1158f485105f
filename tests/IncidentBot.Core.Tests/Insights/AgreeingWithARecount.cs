using IncidentBot.TestKit;
using static IncidentBot.Core.Tests.SomeIncidents;

namespace IncidentBot.Core.Tests;

/// <summary>The report on any incidents says what one finds who counts them by hand, one at a time.</summary>
public sealed class AgreeingWithARecount
{
    [FsCheck.NUnit.Property(MaxTest = 300)]
    public void On_any_incidents(int seed, byte narrowing)
    {
        var all = ByChance(seed);
        var filter = new InsightsFilter(Period.Customary(Now))
        {
            Peak = narrowing % 4 == 1 ? new Severity(2) : null,
            Type = narrowing % 4 == 2 ? IncidentType.Security : null,
            Service = narrowing % 4 == 3 ? "checkout" : null,
        };
        var report = InsightsReport.Of(all.Where(incident => filter.Selects(incident, Cast.Ben)), filter, Cast.Ben, Now);
        var counted = new List<IncidentSummary>();
        var left = new int[3];
        foreach (var incident in all)
        {
            if (!IsAsked(incident, filter)) continue;
            if (incident.Drill) left[0]++;
            else if (incident.Stage == Stage.Cancelled) left[1]++;
            else if (incident.Stage == Stage.Merged) left[2]++;
            else counted.Add(incident);
        }

        Assert.That(report.LeftOut.Select(tally => tally.Count), Is.EqualTo(left));
        Same(report.Counted, counted);
        Weeks(report, counted);
        Spans(report, counted);
        Duties(report, counted);
    }

    private static bool IsAsked(IncidentSummary incident, InsightsFilter filter)
    {
        if (incident.DeclaredAt < new DateTimeOffset(2026, 8, 27, 0, 0, 0, TimeSpan.Zero)) return false;
        if (filter.Peak is not null && incident.Peak != filter.Peak) return false;
        if (filter.Type is not null && incident.Type != filter.Type) return false;
        return filter.Service is null || (MaySee(incident) && incident.Services.Any(service => service is "checkout" or "Checkout"));
    }

    private static void Weeks(InsightsReport report, IReadOnlyList<IncidentSummary> counted)
    {
        Assert.That(report.Weeks.Sum(week => week.All.Count), Is.EqualTo(counted.Count));
        foreach (var week in report.Weeks)
        {
            var begin = new DateTimeOffset(week.Week.Monday.ToDateTime(default), TimeSpan.Zero);
            var declared = counted.Where(incident => incident.DeclaredAt >= begin && incident.DeclaredAt < begin.AddDays(7)).ToList();
            Same(week.All, declared);
            for (var level = 1; level <= 5; level++)
            {
                var bad = declared.Where(incident => incident.Peak.Level == level).ToList();
                var figure = week.Severities.SingleOrDefault(severity => severity.Peak.Level == level);
                if (figure is null) Assert.That(bad, Is.Empty);
                else Same(figure.Of, bad);
            }
        }
    }

    private static void Spans(InsightsReport report, IReadOnlyList<IncidentSummary> counted)
    {
        Func<IncidentFigures, TimeSpan?>[] measures =
            [figures => figures.ToDetect, figures => figures.ToAcknowledge, figures => figures.ToCommand, figures => figures.ToContain, figures => figures.ToResolve, figures => figures.ToResolveInAll];
        for (var at = 0; at < measures.Length; at++) Same(report.Spans[at], counted, measures[at]);
        for (var stage = Stage.Identification; stage <= Stage.Review; stage++)
            Same(report.Stages[(int)stage], counted, figures => figures.InStage.TryGetValue(stage, out var span) ? span : null);
    }

    private static void Same(SpanFigure figure, IReadOnlyList<IncidentSummary> counted, Func<IncidentFigures, TimeSpan?> measure)
    {
        var measured = counted.Where(incident => measure(incident.Figures) is not null).ToList();
        Same(figure.Of, measured);
        var seconds = measured.Select(incident => measure(incident.Figures)!.Value.TotalSeconds).ToList();
        if (seconds.Count == 0)
        {
            Assert.That(figure.Spread, Is.Null);
            return;
        }
        seconds.Sort();
        var median = seconds.Count % 2 == 1 ? seconds[seconds.Count / 2] : (seconds[(seconds.Count / 2) - 1] + seconds[seconds.Count / 2]) / 2;
        var p90 = seconds.First(span => seconds.Count(other => other <= span) * 10 >= seconds.Count * 9);
        Assert.That(figure.Spread!.Count, Is.EqualTo(seconds.Count));
        Assert.That(figure.Spread.Median.TotalSeconds, Is.EqualTo(median).Within(1e-6));
        Assert.That(figure.Spread.P90.TotalSeconds, Is.EqualTo(p90).Within(1e-6));
        Assert.That(figure.Spread.Mean.TotalSeconds, Is.EqualTo(seconds.Sum() / seconds.Count).Within(1e-6));
    }

    private static void Duties(InsightsReport report, IReadOnlyList<IncidentSummary> counted)
    {
        Same(report.Reopening.Reopened, [.. counted.Where(incident => incident.Figures.Reopened > 0)]);
        Same(report.Reopening.Ended, [.. counted.Where(incident => incident.Figures.ToResolve is not null || incident.Figures.Reopened > 0)]);
        Assert.That(report.FollowUps.Open, Is.EqualTo(counted.Sum(incident => incident.OpenFollowUps.Count)));
        Assert.That(report.FollowUps.Overdue, Is.EqualTo(counted.Sum(incident => incident.OpenFollowUps.Count(followUp => followUp.Due < Now))));

        var hours = new Dictionary<PersonId, (int TookPart, int Commanded, double Minutes)>();
        foreach (var load in counted.Where(MaySee).SelectMany(incident => incident.Load))
        {
            var (tookPart, commanded, minutes) = hours.GetValueOrDefault(load.Person);
            hours[load.Person] = (tookPart + 1, commanded + (load.Commanded ? 1 : 0), minutes + load.InRoles.TotalMinutes + (load.InRolesSince is { } since ? (Now - since).TotalMinutes : 0));
        }
        Assert.That(
            report.Load.ToDictionary(figure => figure.Person, figure => (figure.TookPart.Count, figure.Commanded.Count, Math.Round(figure.InRoles.TotalMinutes, 6))),
            Is.EquivalentTo(hours.ToDictionary(person => person.Key, person => (person.Value.TookPart, person.Value.Commanded, Math.Round(person.Value.Minutes, 6)))));
        foreach (var service in report.Services)
            Same(service.Of, [.. counted.Where(incident => MaySee(incident) && incident.Services.Any(name => "on-" + name.ToLowerInvariant() == service.Of.Key))]);
    }

    private static void Same(Tally tally, IReadOnlyList<IncidentSummary> incidents)
    {
        Assert.That(tally.Count, Is.EqualTo(incidents.Count), tally.Key);
        Assert.That(tally.Incidents, Is.EquivalentTo(incidents.Where(MaySee).Select(incident => incident.Id)), tally.Key);
    }

    private static bool MaySee(IncidentSummary incident) => !incident.Private || incident.Members.Contains(Cast.Ben.Id);
}

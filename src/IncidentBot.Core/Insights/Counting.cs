namespace IncidentBot;

/// <summary>Counts the incidents that count, one figure at a time, each from the incidents themselves.</summary>
internal sealed class Counting(IReadOnlyList<IncidentSummary> incidents, Person viewer, DateTimeOffset now, Identities identities)
{
    private readonly IReadOnlyList<IncidentSummary> visible = [.. incidents.Where(incident => incident.MayBeSeenBy(viewer))];

    public Tally Tally(string key, string name, Func<IncidentSummary, bool> belongs) => IncidentBot.Tally.Of(key, name, incidents.Where(belongs), viewer);

    public IReadOnlyList<SeverityFigure> Severities(string key, string when) => SeveritiesOf(incidents, key, when);

    public IReadOnlyList<WeekFigure> Weeks(Period period)
    {
        var byWeek = incidents.ToLookup(incident => Week.Of(DateOnly.FromDateTime(incident.DeclaredAt.UtcDateTime)));
        return [.. period.Weeks.Select(week => new WeekFigure(
            week,
            IncidentBot.Tally.Of($"week-{week}", $"of week {week}", byWeek[week], viewer),
            SeveritiesOf(byWeek[week], $"week-{week}", $" in week {week}")))];
    }

    public SpanFigure Span(SpanMeasure measure) => Span(measure.Key, $"with a {measure.Title.ToLowerInvariant()}", measure.Title, measure.Definition, measure.Of);

    public SpanFigure InStage(Stage stage) => Span(
        $"in-{stage.Word()}", $"whose {stage.Word()} is over", stage.ToString(), $"all visits to {stage.Word()} that are over, added up",
        figures => figures.InStage.TryGetValue(stage, out var span) ? span : null);

    public ReopenFigure Reopening() => new(
        Tally("reopened", "that were reopened", incident => incident.Figures.Reopened > 0),
        Tally("ended", "that came to an end", incident => incident.Figures is { ToResolve: not null } or { Reopened: > 0 }));

    public FollowUpFigure FollowUps() => new(
        incidents.Sum(incident => incident.OpenFollowUps.Count),
        Tally("follow-ups", "with open follow-ups", incident => incident.OpenFollowUps.Count > 0),
        incidents.Sum(incident => incident.OpenFollowUps.Count(IsOverdue)),
        Tally("overdue", "with overdue follow-ups", incident => incident.OpenFollowUps.Any(IsOverdue)),
        [.. visible
            .SelectMany(incident => incident.OpenFollowUps.Where(IsOverdue).Select(followUp => new OverdueFollowUp(incident.Id, incident.Title, followUp)))
            .OrderBy(line => line.FollowUp.Due).ThenBy(line => line.Incident).ThenBy(line => line.FollowUp.Number)]);

    public IReadOnlyList<LoadFigure> Load() =>
    [
        .. visible.SelectMany(incident => incident.Load.Select(load => (incident, load)))
            .GroupBy(part => identities.MainOf(part.load.Person))
            .Select(LoadOf)
            .OrderByDescending(figure => figure.InRoles).ThenByDescending(figure => figure.TookPart.Count).ThenBy(figure => figure.Person.Value, StringComparer.Ordinal),
    ];

    public IReadOnlyList<ServiceFigure> Services() =>
    [
        .. visible.SelectMany(incident => incident.Services).GroupBy(service => service, StringComparer.OrdinalIgnoreCase).Select(service => service.First())
            .Select(service => new ServiceFigure(service, IncidentBot.Tally.Of(
                $"on-{service.ToLowerInvariant()}", $"on {service}", visible.Where(incident => incident.Services.Contains(service, StringComparer.OrdinalIgnoreCase)), viewer)))
            .OrderByDescending(figure => figure.Of.Count).ThenBy(figure => figure.Of.Key, StringComparer.Ordinal),
    ];

    private SpanFigure Span(string key, string name, string title, string definition, Func<IncidentFigures, TimeSpan?> span) => new(
        title, definition,
        Tally(key, name, incident => span(incident.Figures) is not null),
        Spread.Of(incidents.Select(incident => span(incident.Figures)).OfType<TimeSpan>()));

    private LoadFigure LoadOf(IGrouping<PersonId, (IncidentSummary Incident, ResponderLoad Load)> parts)
    {
        var (id, name) = (parts.Key, parts.MaxBy(part => part.Incident.Id).Load.Name);
        return new LoadFigure(
            id, name,
            IncidentBot.Tally.Of($"by-{id}", $"in which {name} took part", parts.Select(part => part.Incident).Distinct(), viewer),
            IncidentBot.Tally.Of($"led-{id}", $"that {name} commanded", parts.Where(part => part.Load.Commanded).Select(part => part.Incident).Distinct(), viewer),
            parts.Aggregate(TimeSpan.Zero, (sum, part) => sum + part.Load.InRolesUpTo(now)));
    }

    private IReadOnlyList<SeverityFigure> SeveritiesOf(IEnumerable<IncidentSummary> some, string key, string when) =>
    [
        .. some.GroupBy(incident => incident.Peak).OrderBy(peers => peers.Key).Select(peers => new SeverityFigure(
            peers.Key, IncidentBot.Tally.Of($"{key}-{peers.Key.ToString().ToLowerInvariant()}", $"that were {peers.Key} at worst{when}", peers, viewer))),
    ];

    private bool IsOverdue(OpenFollowUp followUp) => followUp.IsOverdue(now);
}

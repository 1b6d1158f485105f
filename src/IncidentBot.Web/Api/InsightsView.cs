namespace IncidentBot.Web.Api;

/// <summary>What the incidents of a period come to. Spans are in seconds.</summary>
/// <param name="From">The period's first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="Severity">Only those that were this bad at worst; null for all.</param>
/// <param name="Type">Only this type; null for all.</param>
/// <param name="Service">Only those on this service; null for all.</param>
/// <param name="At">When it was counted.</param>
/// <param name="Counted">The incidents that count.</param>
/// <param name="Severities">How bad they were at worst.</param>
/// <param name="LeftOut">Those that do not count.</param>
/// <param name="Weeks">Week by week (ISO 8601), also those in which nothing happened.</param>
/// <param name="Spans">How long it took to detect, acknowledge, command, contain and resolve.</param>
/// <param name="Stages">How long they were in each stage that is over.</param>
/// <param name="Reopening">How often they were not over after all.</param>
/// <param name="FollowUps">What is still to be done.</param>
/// <param name="Load">What they asked of people; without incidents that the caller may not see.</param>
/// <param name="Services">The services that they hurt; without incidents that the caller may not see.</param>
internal sealed record InsightsView(
    DateOnly From, DateOnly To, string? Severity, string? Type, string? Service, DateTimeOffset At, TallyView Counted, IReadOnlyList<SeverityCountView> Severities, LeftOutView LeftOut,
    IReadOnlyList<WeekView> Weeks, IReadOnlyList<SpanView> Spans, IReadOnlyList<SpanView> Stages, ReopeningView Reopening, FollowUpsView FollowUps,
    IReadOnlyList<LoadView> Load, IReadOnlyList<ServiceView> Services)
{
    public static InsightsView Of(InsightsReport report) => new(
        report.Filter.Period.From, report.Filter.Period.To, report.Filter.Peak?.ToString(), report.Filter.Type?.ToString().ToLowerInvariant(), report.Filter.Service, report.At,
        TallyView.Of(report.Counted), SeverityCountView.Of(report.Severities),
        new LeftOutView(TallyView.Of(report.LeftOut[0]), TallyView.Of(report.LeftOut[1]), TallyView.Of(report.LeftOut[2])),
        [.. report.Weeks.Select(week => new WeekView(week.Week.ToString(), week.Week.Monday, TallyView.Of(week.All), SeverityCountView.Of(week.Severities)))],
        [.. report.Spans.Select(SpanView.Of)], [.. report.Stages.Select(SpanView.Of)],
        new ReopeningView(report.Reopening.Rate, TallyView.Of(report.Reopening.Reopened), TallyView.Of(report.Reopening.Ended)),
        FollowUpsView.Of(report.FollowUps),
        [.. report.Load.Select(load => new LoadView(load.Person.Value, load.Name, TallyView.Of(load.TookPart), TallyView.Of(load.Commanded), load.InRoles.TotalSeconds))],
        [.. report.Services.Select(service => new ServiceView(service.Service, TallyView.Of(service.Of)))]);
}

/// <summary>A number of incidents.</summary>
/// <param name="Count">How many.</param>
/// <param name="Ids">Those that the caller may see, the newest first.</param>
/// <param name="Hidden">How many others there are.</param>
internal sealed record TallyView(int Count, IReadOnlyList<string> Ids, int Hidden)
{
    public static TallyView Of(Tally tally) => new(tally.Count, [.. tally.Incidents.Select(id => id.ToString())], tally.Hidden);
}

/// <summary>The incidents of one peak severity.</summary>
internal sealed record SeverityCountView(string Severity, TallyView Incidents)
{
    public static IReadOnlyList<SeverityCountView> Of(IReadOnlyList<SeverityFigure> figures) => [.. figures.Select(figure => new SeverityCountView(figure.Peak.ToString(), TallyView.Of(figure.Of)))];
}

/// <summary>Those that do not count.</summary>
internal sealed record LeftOutView(TallyView Drills, TallyView Cancelled, TallyView Merged);

/// <summary>The incidents that were declared in one week.</summary>
/// <param name="Week">Its number, as ISO 8601 counts them.</param>
/// <param name="From">Its Monday.</param>
/// <param name="Incidents">All of them.</param>
/// <param name="Severities">How bad they were at worst.</param>
internal sealed record WeekView(string Week, DateOnly From, TallyView Incidents, IReadOnlyList<SeverityCountView> Severities);

/// <summary>How long something took.</summary>
/// <param name="Name">Its name for scripts.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Definition">From when to when.</param>
/// <param name="Incidents">The incidents that have such a span; their count is n.</param>
/// <param name="MedianSeconds">The middle one, or the mean of the two in the middle; null when there is none.</param>
/// <param name="P90Seconds">The shortest that at least 90 % of them are not longer than.</param>
/// <param name="MeanSeconds">Their sum divided by n.</param>
internal sealed record SpanView(string Name, string Title, string Definition, TallyView Incidents, double? MedianSeconds, double? P90Seconds, double? MeanSeconds)
{
    public static SpanView Of(SpanFigure figure) => new(
        figure.Of.Key, figure.Title, figure.Definition, TallyView.Of(figure.Of),
        figure.Spread?.Median.TotalSeconds, figure.Spread?.P90.TotalSeconds, figure.Spread?.Mean.TotalSeconds);
}

/// <summary>How often incidents were not over after all.</summary>
/// <param name="Rate">The share, from 0 to 1; null when none came to an end.</param>
/// <param name="Reopened">Those that were reopened.</param>
/// <param name="Ended">Those that came to an end at least once.</param>
internal sealed record ReopeningView(double? Rate, TallyView Reopened, TallyView Ended);

/// <summary>What is still to be done.</summary>
/// <param name="Open">How many follow-ups are not done.</param>
/// <param name="OpenOn">On which incidents.</param>
/// <param name="Overdue">How many of them should be.</param>
/// <param name="OverdueOn">On which incidents.</param>
/// <param name="OverdueLines">The overdue ones that the caller may see, the oldest due date first.</param>
internal sealed record FollowUpsView(int Open, TallyView OpenOn, int Overdue, TallyView OverdueOn, IReadOnlyList<OverdueView> OverdueLines)
{
    public static FollowUpsView Of(FollowUpFigure figure) => new(
        figure.Open, TallyView.Of(figure.OpenOn), figure.Overdue, TallyView.Of(figure.OverdueOn),
        [.. figure.Lines.Select(line => new OverdueView(line.Incident.ToString(), line.FollowUp.Number, line.FollowUp.Text, line.FollowUp.Owner, line.FollowUp.Due!.Value))]);
}

/// <summary>A follow-up that should be done by now.</summary>
internal sealed record OverdueView(string Incident, int Number, string Text, string? Owner, DateTimeOffset Due);

/// <summary>What incidents asked of one person.</summary>
/// <param name="Person">Who.</param>
/// <param name="Name">The name as it was last known.</param>
/// <param name="TookPart">Those in which they took part.</param>
/// <param name="Commanded">Those in which they were incident commander.</param>
/// <param name="SecondsInRoles">How long they held roles while these were worked on.</param>
internal sealed record LoadView(string Person, string Name, TallyView TookPart, TallyView Commanded, double SecondsInRoles);

/// <summary>The incidents that hurt one service.</summary>
internal sealed record ServiceView(string Service, TallyView Incidents);

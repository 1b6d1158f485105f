namespace IncidentBot.Core.Tests;

/// <summary>Figures counted from the bare list of events, with a stopwatch in each hand and no notion of turns, tenures or rounds.</summary>
internal sealed class NaiveCount
{
    private readonly Dictionary<Stage, TimeSpan> inStage = [];
    private readonly Dictionary<Severity, TimeSpan> inSeverity = [];
    private DateTimeOffset declared, stageSince, tick;
    private DateTimeOffset? started, alert, takenUp, commander, contained, resolved, firstEnd;
    private Stage stage;
    private Severity severity;
    private TimeSpan underSeverity, worked;
    private TimeSpan? workedInAll;
    private int reopened;

    public static IncidentFigures Of(IEnumerable<Recorded> entries)
    {
        var count = new NaiveCount();
        foreach (var entry in entries) count.Take(entry.Event, entry.OccurredAt, entry.By.IsBot);
        return count.Result();
    }

    private void Take(IncidentEvent happened, DateTimeOffset at, bool isBot)
    {
        if (!isBot && happened is RoleAssigned or ResponderJoined or StageChanged { From: Stage.Identification }) takenUp ??= at;
        switch (happened)
        {
            case IncidentDeclared begin:
                (declared, stageSince, tick, severity, started) = (at, at, at, begin.Severity, begin.StartedAt);
                break;
            case ImpactStated { Impact.StartedAt: { } start }:
                started = start;
                break;
            case AlertAttached { Alert.StartedAt: var fired } when alert is null || fired < alert:
                alert = fired;
                break;
            case RoleAssigned { Role: "commander" }:
                commander ??= at;
                break;
            case SeverityChanged { To: var to }:
                Tick(at);
                FlushSeverity();
                severity = to;
                break;
            case StageChanged { To: var to } moved:
                if (to == Stage.Review || moved is { From: Stage.Containment, To: Stage.Remediation or Stage.Monitoring }) contained ??= at;
                Enter(to, at);
                break;
            case IncidentsMerged:
                Enter(Stage.Merged, at);
                break;
        }
    }

    private void Enter(Stage to, DateTimeOffset at)
    {
        Tick(at);
        inStage[stage] = inStage.GetValueOrDefault(stage) + (at - stageSince);
        if (to == Stage.Review) resolved ??= at;
        if (stage.IsActive() && !to.IsActive())
        {
            FlushSeverity();
            firstEnd ??= at;
            workedInAll = to == Stage.Review ? worked : null;
        }
        if (!stage.IsActive() && to.IsActive()) (reopened, workedInAll) = (reopened + 1, null);
        (stage, stageSince) = (to, at);
    }

    private void Tick(DateTimeOffset at)
    {
        if (stage.IsActive()) (underSeverity, worked) = (underSeverity + (at - tick), worked + (at - tick));
        tick = at;
    }

    private void FlushSeverity()
    {
        if (underSeverity > TimeSpan.Zero) inSeverity[severity] = inSeverity.GetValueOrDefault(severity) + underSeverity;
        underSeverity = TimeSpan.Zero;
    }

    private IncidentFigures Result()
    {
        var (begin, noticed) = (started ?? declared, alert < declared ? alert.Value : declared);
        return new IncidentFigures
        {
            ToDetect = begin == declared ? null : Positive(noticed - begin),
            ToAcknowledge = takenUp - noticed,
            ToCommand = commander - declared,
            ToContain = contained - declared,
            ToResolve = resolved is { } whole ? Positive(whole - begin) : null,
            ToResolveInAll = workedInAll is { } all ? FromBegin(begin, all) : null,
            InStage = inStage,
            InSeverity = inSeverity,
            Reopened = reopened,
        };
    }

    // The first round counts from the impact's start, which may have been stated to lie after its end.
    private TimeSpan FromBegin(DateTimeOffset begin, TimeSpan all) => all - (firstEnd!.Value - declared) + Positive(firstEnd.Value - begin);

    private static TimeSpan Positive(TimeSpan span) => span > TimeSpan.Zero ? span : TimeSpan.Zero;
}

using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>The desk, where alerts meet incidents.</summary>
public sealed partial class IncidentDesk
{
    /// <summary>By which way alerts come.</summary>
    public const string ViaAlert = "alert";

    // One alert after the other: what the first one led to is known when the next is judged.
    private readonly Gate alerts = new();

    /// <summary>Takes in what a monitoring system says. What it answers is recorded; a fault of the store is thrown on.</summary>
    public async ValueTask<AlertAnswer> HearAsync(AlertSignal signal, CancellationToken cancellation = default)
    {
        using var turn = await alerts.EnterAsync(cancellation);
        var house = await shelf.GetAsync(IncidentId.House, cancellation);
        return AlertCourse.Of(signal, house, shelf.AtHand, policies.Current) switch
        {
            AlertCourse.Attach(var incident) => await RecordAsync(incident, new AttachAlert(signal.Alert), AlertOutcome.Attached, signal.Alert, cancellation),
            AlertCourse.Declare(var rule) => await DeclareAsync(rule, signal.Alert, cancellation),
            AlertCourse.Propose(var isAnew) => await RecordAsync(IncidentId.House, new ProposeAlert(signal.Alert, isAnew), AlertOutcome.Proposed, signal.Alert, cancellation),
            AlertCourse.Clear(var where) => await ClearAsync(where, signal, cancellation),
            AlertCourse.Repeat(var incident) => await AnswerAsync(signal.Alert, AlertOutcome.Repeated, incident, cancellation),
            _ => new AlertAnswer(signal.Alert.Fingerprint, AlertOutcome.Ignored),
        };
    }

    private async ValueTask<AlertAnswer> RecordAsync(IncidentId id, Command command, AlertOutcome outcome, Alert alert, CancellationToken cancellation)
    {
        var result = await recorder.DecideAsync(id, command, verb: null, alert.Reporter, ViaAlert, key: null, await HouseAsync(cancellation), cancellation);
        return await AnswerAsync(alert, OutcomeOf(result, outcome), id, cancellation);
    }

    private async ValueTask<AlertAnswer> DeclareAsync(AlertRule rule, Alert alert, CancellationToken cancellation)
    {
        var command = new DeclareForAlert(rule.DeclarationFor(alert, policies.Current, clock.GetUtcNow()), alert, rule.Name);
        var key = Recording.Fixed($"alert:{alert.Fingerprint}:{Microseconds.Of(alert.StartedAt)}");
        var result = await DeclaringAsync(command, alert.Reporter, ViaAlert, key, cancellation);
        var incident = result.Outcome is AppendOutcome.Repeated(var first) ? new IncidentId(first.Stream) : result.Recorded.Count > 0 ? result.Recorded[0].Incident : (IncidentId?)null;
        return await AnswerAsync(alert, OutcomeOf(result, AlertOutcome.Declared), incident, cancellation);
    }

    // A proposed alert is declared once, whoever presses first. An incident that one may not see stands in nobody's way.
    private async ValueTask<Reply> DeclareProposedAsync(DeclareIncident command, Heard heard, CancellationToken cancellation)
    {
        var once = Recording.Fixed($"proposal:{command.Proposal}");
        if (!command.IsPrivate)
        {
            var result = await DeclaringAsync(command, heard.By, heard.Via, once, cancellation);
            if (result.Outcome is not AppendOutcome.Repeated(var first)) return await AnswerAsync(result, heard.By, cancellation);
            var incident = await shelf.GetAsync(new IncidentId(first.Stream), cancellation);
            if (heard.By.Is(incident.DeclaredBy)) return await AgainAsync(first, heard.By, cancellation);
            if (Visibility.MaySee(heard.By, incident)) return Reply.Refuse($"{incident.Id} was declared for this alert already.", LineWriter.Line(incident.Id, "info")) with { Incident = incident.Id };
        }
        var ones = Recording.Fixed($"{once.Text}:{heard.By.Id}");
        return await AnswerAsync(await DeclaringAsync(command, heard.By, heard.Via, ones, cancellation), heard.By, cancellation);
    }

    private async ValueTask<AlertAnswer> ClearAsync(IReadOnlyList<IncidentId> where, AlertSignal signal, CancellationToken cancellation)
    {
        var answers = new List<AlertAnswer>();
        foreach (var id in where)
            answers.Add(await RecordAsync(id, new ClearAlert(signal.Alert, signal.EndedAt), AlertOutcome.Cleared, signal.Alert, cancellation));
        return answers.Find(answer => answer.Outcome == AlertOutcome.Unrecorded) ?? answers[0];
    }

    private static AlertOutcome OutcomeOf(RecordingResult result, AlertOutcome recorded) => result switch
    {
        { Outcome: AppendOutcome.Appended } => recorded,
        { Refusal: not null } or { Outcome: AppendOutcome.Repeated } => AlertOutcome.Repeated,
        _ => AlertOutcome.Unrecorded,
    };

    // The source is told of no incident that not everybody may know of.
    private async ValueTask<AlertAnswer> AnswerAsync(Alert alert, AlertOutcome outcome, IncidentId? id, CancellationToken cancellation)
    {
        var incident = id is { IsHouse: false } about ? await shelf.PeekAsync(about, cancellation) : null;
        return new AlertAnswer(alert.Fingerprint, outcome, incident is { Exists: true, IsPrivate: false } ? incident.Id : null);
    }
}

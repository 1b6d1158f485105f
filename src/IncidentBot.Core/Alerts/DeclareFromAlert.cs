namespace IncidentBot;

/// <summary>What would be declared for a proposed alert? Answered with the form, filled in from the alert.</summary>
/// <param name="Proposal">The entry of the house that proposed it.</param>
/// <param name="Said">What was said of the incident already; it wins over what the alert says.</param>
public sealed record DeclareFromAlert(int Proposal, DeclareIncident Said) : Question
{
    /// <inheritdoc/>
    public override async ValueTask<Reply> AnswerAsync(Setting setting, Sources sources, CancellationToken cancellation)
    {
        var found = Proposal < 1 ? [] : await sources.Store.ReadStreamAsync(IncidentId.House.Number, Proposal - 1, 1, cancellation);
        var entry = found.Count == 1 ? StoredEvents.Read(found[0]) : null;
        var at = new Circumstances(setting.By, setting.Now, setting.Policy, setting.House, entry);
        if (entry?.Event is not AlertProposed { Alert: var alert }) return Refusal(AlertRules.Unknown(Proposal));
        if (AlertRules.TakenElsewhere(at, alert.Fingerprint) is { } taken) return Refusal(taken);
        var filled = AlertRule.Proposed(alert, setting.Policy, setting.Now);
        var form = DeclareForm.Of(filled with
        {
            Proposal = Proposal,
            Severity = Said.Severity ?? filled.Severity,
            Type = Said.Type,
            Private = Said.Private,
            Services = Said.Services.Count > 0 ? Said.Services : filled.Services,
            StartedAt = Said.StartedAt ?? filled.StartedAt,
            Drill = Said.Drill,
        }, setting) with { Hint = $"{alert.InWords} (firing since {Words.Moment(alert.StartedAt)})" };
        return new Reply(form.Hint!) { Form = form };
    }

    private static Reply Refusal(Decision decision) =>
        decision is Decision.Refused(var because, var instead) ? Reply.Refuse(because, instead) : throw new InvalidOperationException("A refusal that is none.");
}

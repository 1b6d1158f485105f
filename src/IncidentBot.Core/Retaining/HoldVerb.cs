namespace IncidentBot;

/// <summary>Puts the incident on legal hold, or lifts it.</summary>
public sealed class HoldVerb(bool places) : Verb
{
    /// <inheritdoc/>
    public override string Word => places ? "hold" : "unhold";

    /// <inheritdoc/>
    public override string Usage => "<reason>";

    /// <inheritdoc/>
    public override string Summary => places ? "put the incident on legal hold: nothing of it is redacted or let go" : "lift the legal hold";

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting) => arguments.Rest() is { Length: > 0 } reason
        ? Asked.Do(places ? new PlaceHold(reason) : new LiftHold(reason))
        : Asked.Fill(new Form(
            places ? $"Legal hold on {setting.Incident.Id}" : $"Lift the legal hold on {setting.Incident.Id}",
            setting.Line(Word), [new Blank("reason", "Why?") { Required = true, Longest = Limits.Reason }], places ? "Hold" : "Lift"));
}

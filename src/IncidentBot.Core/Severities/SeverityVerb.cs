namespace IncidentBot;

/// <summary>Says anew how bad it is.</summary>
public sealed class SeverityVerb : Verb
{
    /// <inheritdoc/>
    public override string Word => "severity";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["sev"];

    /// <inheritdoc/>
    public override string Usage => "sev1…sev5 [reason]";

    /// <inheritdoc/>
    public override string Summary => "raise it freely, lower it with a reason";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, bool> Options => MoveVerb.Taken;

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting)
    {
        if (arguments.Words.Count == 0) return Misunderstood($"{setting.Incident.Id} is {setting.Incident.Severity}. Which severity shall it be?");
        if (!Severity.TryParse(arguments.Words[0], out var to)) return Misunderstood($"“{Words.Brief(arguments.Words[0], 40)}” is no severity.");
        var reason = arguments.Option("reason") ?? arguments.Option("because") ?? arguments.Rest(1);
        if (reason.Length > Limits.Reason) return Misunderstood($"The reason has {reason.Length:N0} characters; {Limits.Reason:N0} are allowed.");
        return reason.Length == 0 && setting.Incident.Severity.IsWorseThan(to) && setting.Policy.Severities.Any(rule => rule.Severity == to)
            ? Asked.Fill(AskWhy(to, setting))
            : Asked.Do(new ChangeSeverity(to, reason.Length == 0 ? null : reason));
    }

    private static Form AskWhy(Severity to, Setting setting) => new(
        $"Lower {setting.Incident.Id} from {setting.Incident.Severity} to {to}",
        setting.Line("severity", to.ToString().ToLowerInvariant()),
        [new Blank("reason", "Why is it less bad?") { IsOption = true, Required = true, Kind = BlankKind.Paragraph, Longest = Limits.Reason }],
        "Lower");
}

namespace IncidentBot;

/// <summary>Tells the team, stakeholders or customers how things stand.</summary>
public sealed class UpdateVerb : Verb
{
    /// <inheritdoc/>
    public override string Word => "update";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["comms"];

    /// <inheritdoc/>
    public override string Usage => "internal|stakeholders|public <text> [--elsewhere <where it was sent>] [--next <span>]";

    /// <inheritdoc/>
    public override string Summary => "say how things stand, and when the next word comes";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, bool> Options { get; } = new Dictionary<string, bool> { ["elsewhere"] = true, ["next"] = true };

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting)
    {
        var reading = new Reading(arguments, setting);
        var next = reading.Span("next");
        if (reading.Fault is { } fault) return Misunderstood(fault);
        if (arguments.Words.Count == 0) return Asked.Fill(Ask(Audience.Internal, setting));
        if (Audiences.Find(arguments.Words[0]) is not { } audience)
            return Misunderstood($"Who is it for? “{Words.Brief(arguments.Words[0], 40)}” is no audience.");
        return arguments.Words.Count == 1
            ? Asked.Fill(Ask(audience, setting))
            : Asked.Do(new SendUpdate(audience, arguments.Rest(1), arguments.Option("elsewhere"), next));
    }

    private static Form Ask(Audience audience, Setting setting)
    {
        var rule = setting.Policy.RuleOf(setting.Incident.Severity);
        return new Form($"Update on {setting.Incident.Id}", setting.Line("update"),
        [
            new Blank("audience", "Who is it for?")
            {
                Required = true,
                Kind = BlankKind.Choice,
                Value = audience.Word(),
                Choices = [("internal", "The team"), ("stakeholders", "Stakeholders"), ("public", "Customers")],
            },
            new Blank("text", "How do things stand?") { Required = true, Kind = BlankKind.Paragraph, Value = Filled(rule.Templates.GetValueOrDefault(audience, ""), setting.Incident) },
            new Blank("elsewhere", "Sent elsewhere?") { IsOption = true, Longest = Limits.Reason, Hint = "Where, if it was sent by other means: status page, e-mail." },
            new Blank("next", "Next update in") { IsOption = true, Hint = $"Empty means {Words.Span(rule.Cadence(audience))}, as {rule.Severity} asks for." },
        ], "Post update");
    }

    private static string Filled(string template, Incident incident) => template
        .Replace("{title}", incident.Title)
        .Replace("{severity}", incident.Severity.ToString())
        .Replace("{impact}", incident.Impact?.InWords ?? "");
}

namespace IncidentBot;

/// <summary>Declares an incident; without a title it asks for one.</summary>
public sealed class DeclareVerb : Verb
{
    /// <inheritdoc/>
    public override string Word => "declare";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["new", "create", "open", "start"];

    /// <inheritdoc/>
    public override string Usage => "[sev1…sev5] <title> [--type reliability|security] [--private] [--service <name>] [--started <time>] [--drill]";

    /// <inheritdoc/>
    public override string Summary => "declare an incident; unsure how bad? take the higher severity";

    /// <inheritdoc/>
    public override Scope Scope => Scope.Anywhere;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, bool> Options { get; } = new Dictionary<string, bool>
    {
        ["severity"] = true, ["sev"] = true, ["type"] = true, ["private"] = false, ["public"] = false, ["service"] = true, ["started"] = true, ["drill"] = false,
    };

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting)
    {
        var reading = new Reading(arguments, setting);
        var severity = reading.Severity("severity") ?? reading.Severity("sev");
        var first = 0;
        if (severity is null && arguments.Words.Count > 0 && LooksLikeSeverity(arguments.Words[0]) && Severity.TryParse(arguments.Words[0], out var said))
            (severity, first) = (said, 1);
        var title = arguments.Rest(first);
        var command = new DeclareIncident(title)
        {
            Severity = severity,
            Type = reading.Choice<IncidentType>("type") ?? IncidentType.Reliability,
            Private = arguments.Flag("private") ? true : arguments.Flag("public") ? false : null,
            Services = Services(arguments.Option("service")),
            StartedAt = reading.Moment("started"),
            Drill = arguments.Flag("drill"),
        };
        if (reading.Fault is { } fault) return Misunderstood(fault);
        return title.Length == 0 ? Asked.Fill(Ask(command, setting)) : new Asked.Declaration(command);
    }

    private static bool LooksLikeSeverity(string word) => word.StartsWith('s') || word.StartsWith('S');

    private static IReadOnlyList<string> Services(string? named) =>
        [.. (named ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(20).Select(service => Words.Brief(service, 60))];

    private static Form Ask(DeclareIncident so, Setting setting) => new(so.Drill ? "Start a drill" : "Declare an incident", so.Drill ? "declare --drill" : "declare",
    [
        new Blank("title", "What is wrong?") { Required = true, Longest = Limits.Title, Hint = "One line that a colleague understands: “Checkout returns 500 for card payments”." },
        new Blank("severity", "How bad is it?")
        {
            IsOption = true,
            Kind = BlankKind.Choice,
            Value = (so.Severity ?? setting.Policy.DefaultSeverity).ToString().ToLowerInvariant(),
            Choices = [.. setting.Policy.Severities.Select(rule => (rule.Severity.ToString().ToLowerInvariant(), $"{rule.Severity} {rule.Name}: {rule.Description}"))],
            Hint = "Unsure? Take the higher one; it can be lowered later.",
        },
        new Blank("type", "What kind?")
        {
            IsOption = true,
            Kind = BlankKind.Choice,
            Value = so.Type.ToString().ToLowerInvariant(),
            Choices = [("reliability", "Reliability: something does not work"), ("security", "Security: private unless you say otherwise")],
        },
        new Blank("service", "Which service?") { IsOption = true, Hint = setting.Policy.Services.Count > 0 ? string.Join(", ", setting.Policy.Services.Select(service => service.Name)) : "Optional; several separated by commas." },
        new Blank("started", "Since when?") { IsOption = true, Kind = BlankKind.Moment, Hint = "Optional: 10:42, or 20m ago (UTC)." },
    ], so.Drill ? "Start the drill" : "Declare");
}

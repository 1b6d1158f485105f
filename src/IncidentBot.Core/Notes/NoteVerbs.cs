namespace IncidentBot;

/// <summary>Writes on the timeline.</summary>
public sealed class NoteVerb : Verb
{
    /// <inheritdoc/>
    public override string Word => "note";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["timeline", "log"];

    /// <inheritdoc/>
    public override string Usage => "<text> [--at <time>]";

    /// <inheritdoc/>
    public override string Summary => "write a finding on the timeline, also one of an earlier time";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, bool> Options { get; } = new Dictionary<string, bool> { ["at"] = true };

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting)
    {
        var reading = new Reading(arguments, setting);
        var at = reading.Moment("at");
        if (reading.Fault is { } fault) return Misunderstood(fault);
        return arguments.Words.Count == 0 ? Asked.Fill(Ask(setting)) : Asked.Do(new AddNote(arguments.Rest(), at));
    }

    private static Form Ask(Setting setting) => new($"Add a note to {setting.Incident.Id}", setting.Line("note"),
    [
        new Blank("text", "What was found?") { Required = true, Kind = BlankKind.Paragraph },
        new Blank("at", "When?") { IsOption = true, Kind = BlankKind.Moment, Hint = "Empty means now. Or: 10:42, 20m ago (UTC)." },
    ], "Add note");
}

/// <summary>Records a decision.</summary>
public sealed class DecisionVerb : Verb
{
    /// <inheritdoc/>
    public override string Word => "decision";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["decide"];

    /// <inheritdoc/>
    public override string Usage => "<text> [--because <reason>] [--options <a; b; c>]";

    /// <inheritdoc/>
    public override string Summary => "record what was decided, why, and what else was on the table";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, bool> Options { get; } = new Dictionary<string, bool> { ["because"] = true, ["reason"] = true, ["options"] = true };

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting)
    {
        if (arguments.Words.Count == 0) return Asked.Fill(Ask(setting));
        var options = (arguments.Option("options") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (options.Any(option => option.Length > Limits.Reason)) return Misunderstood($"An option is longer than {Limits.Reason:N0} characters.");
        return Asked.Do(new RecordDecision(arguments.Rest(), arguments.Option("because") ?? arguments.Option("reason"), options));
    }

    private static Form Ask(Setting setting) => new($"Record a decision on {setting.Incident.Id}", setting.Line("decision"),
    [
        new Blank("text", "What was decided?") { Required = true, Kind = BlankKind.Paragraph },
        new Blank("because", "Why?") { IsOption = true, Kind = BlankKind.Paragraph, Longest = Limits.Reason },
        new Blank("options", "What else was on the table?") { IsOption = true, Hint = "Optional; separated by semicolons." },
    ], "Record");
}

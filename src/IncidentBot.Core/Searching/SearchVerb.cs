namespace IncidentBot;

/// <summary>Finds what people wrote: in an incident's room there, elsewhere in all that the asker may see.</summary>
public sealed class SearchVerb : Verb
{
    /// <inheritdoc/>
    public override string Word => "search";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["find"];

    /// <inheritdoc/>
    public override string Usage =>
        "<words> [--everywhere] [--sev <sev1…sev5>] [--stage <stage>] [--type reliability|security] [--service <name>] [--person @name] [--since <time or span>] [--until <time>]";

    /// <inheritdoc/>
    public override string Summary => "find what was written: titles, notes, decisions, updates, messages, file names";

    /// <inheritdoc/>
    public override Scope Scope => Scope.Either;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, bool> Options { get; } = new Dictionary<string, bool>
    {
        ["sev"] = true, ["severity"] = true, ["stage"] = true, ["type"] = true, ["service"] = true, ["person"] = true, ["since"] = true, ["until"] = true, ["everywhere"] = false,
    };

    /// <inheritdoc/>
    public override bool OnlyAsks => true;

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting)
    {
        var reading = new Reading(arguments, setting);
        var query = new SearchQuery(arguments.Typed)
        {
            In = setting.Incident.Id.IsHouse || arguments.Flag("everywhere") ? null : setting.Incident.Id,
            Severity = reading.Severity("sev") ?? reading.Severity("severity"),
            Stage = reading.Choice<Stage>("stage"),
            Type = reading.Choice<IncidentType>("type"),
            Service = arguments.Option("service"),
            Person = reading.Person("person"),
            Since = reading.Since("since"),
            Until = reading.Until("until"),
        };
        return (reading.Fault ?? query.Fault) is { } fault ? Misunderstood(fault) : Asked.Answer(new SearchFor(query));
    }
}

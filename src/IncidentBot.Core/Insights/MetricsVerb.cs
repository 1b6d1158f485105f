namespace IncidentBot;

/// <summary>Tells what the incidents of a period come to.</summary>
public sealed class MetricsVerb : Verb
{
    /// <inheritdoc/>
    public override string Word => "metrics";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["insights", "stats"];

    /// <inheritdoc/>
    public override string Usage => "[30d|12w|1y|<from>..<to>] [--sev <sev1…sev5>] [--type reliability|security] [--service <name>]";

    /// <inheritdoc/>
    public override string Summary => "how many incidents, how long to acknowledge, contain and resolve; the last 90 days unless you say otherwise";

    /// <inheritdoc/>
    public override Scope Scope => Scope.Anywhere;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, bool> Options { get; } =
        new Dictionary<string, bool> { ["sev"] = true, ["severity"] = true, ["type"] = true, ["service"] = true };

    /// <inheritdoc/>
    public override bool OnlyAsks => true;

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting)
    {
        var reading = new Reading(arguments, setting);
        var period = Period.Customary(setting.Now);
        if (arguments.Words.Count > 0 && !Period.TryRead(arguments.Rest(), setting.Now, out period, out var unread)) return Misunderstood(unread);
        var filter = new InsightsFilter(period)
        {
            Peak = reading.Severity("sev") ?? reading.Severity("severity"),
            Type = reading.Choice<IncidentType>("type"),
            Service = arguments.Option("service"),
        };
        if (reading.Fault is { } fault) return Misunderstood(fault);
        return filter.Service is { Length: > InsightsFilter.LongestService } service ? Misunderstood(InsightsFilter.NoService(service)) : Asked.Answer(new ShowMetrics(filter));
    }
}

namespace IncidentBot;

/// <summary>States the impact.</summary>
public sealed class ImpactVerb : Verb
{
    /// <inheritdoc/>
    public override string Word => "impact";

    /// <inheritdoc/>
    public override string Usage => "<who is hurt, and how> [--customers <n>] [--start <time>] [--end <time>] [--data-exposed yes|no|unknown]";

    /// <inheritdoc/>
    public override string Summary => "whom it hurts, how many, from when to when; what you leave out stays";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, bool> Options { get; } =
        new Dictionary<string, bool> { ["customers"] = true, ["start"] = true, ["end"] = true, ["data-exposed"] = true };

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting)
    {
        var reading = new Reading(arguments, setting);
        var command = new StateImpact(
            arguments.Rest(), reading.Count("customers"), reading.Moment("start"), reading.Moment("end"), reading.Choice<DataExposure>("data-exposed"));
        if (reading.Fault is { } fault) return Misunderstood(fault);
        return command == new StateImpact("") ? Asked.Fill(Ask(setting)) : Asked.Do(command);
    }

    private static Form Ask(Setting setting)
    {
        var known = setting.Incident.Impact;
        return new Form($"State the impact of {setting.Incident.Id}", setting.Line("impact"),
        [
            new Blank("text", "Who is hurt, and how?") { Required = true, Kind = BlankKind.Paragraph, Value = known?.Text ?? "" },
            new Blank("customers", "How many customers?") { IsOption = true, Kind = BlankKind.Number, Value = known?.Customers?.ToString() ?? "" },
            new Blank("start", "Since when?") { IsOption = true, Kind = BlankKind.Moment, Value = Exact(known?.StartedAt ?? setting.Incident.StartedAt) },
            new Blank("end", "Until when?") { IsOption = true, Kind = BlankKind.Moment, Value = Exact(known?.EndedAt), Hint = "Empty while it lasts; or now." },
            new Blank("data-exposed", "Is data exposed?")
            {
                IsOption = true,
                Kind = BlankKind.Choice,
                Value = (known?.DataExposed ?? DataExposure.Unknown).ToString().ToLowerInvariant(),
                Choices = [("unknown", "Nobody knows yet"), ("no", "No"), ("yes", "Yes")],
            },
        ], "State impact");
    }

    private static string Exact(DateTimeOffset? moment) => moment is { } known ? known.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss") : "";
}

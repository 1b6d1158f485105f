namespace IncidentBot;

/// <summary>Tells what was known at a moment.</summary>
public sealed class ReplayVerb : Verb
{
    /// <inheritdoc/>
    public override string Word => "replay";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["as-of", "asof"];

    /// <inheritdoc/>
    public override string Usage => "<time> | #<entry>";

    /// <inheritdoc/>
    public override string Summary => "what was known at a moment: card, roles, stage, decisions";

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting) =>
        arguments.Words.Count == 0 ? Asked.Fill(AskMoment(setting))
        : ReplayPoint.Read(arguments.Rest(), setting.Incident, setting.Now) is null ? Misunderstood(ReplayPoint.Unreadable(arguments.Rest()))
        : Asked.Answer(new ShowReplay(arguments.Rest()));

    private static Form AskMoment(Setting setting) => new(
        $"Replay {setting.Incident.Id}",
        setting.Line("replay"),
        [new Blank("moment", "What was known when?") { Required = true, Kind = BlankKind.Moment, Longest = 60, Hint = "By the time of recording, UTC; #57 is just after entry 57." }],
        "Show");
}

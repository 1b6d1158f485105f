namespace IncidentBot;

/// <summary>Moves the incident to a stage that is named.</summary>
public sealed class StageVerb : Verb
{
    /// <inheritdoc/>
    public override string Word => "stage";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["status"];

    /// <inheritdoc/>
    public override string Usage => "triage|contain|remediate|monitor|resolve|close|reopen|cancel [reason] [--override <why>]";

    /// <inheritdoc/>
    public override string Summary => "move the incident; synonyms like investigating, mitigated or fixed work too";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, bool> Options => MoveVerb.Taken;

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting)
    {
        if (arguments.Words.Count == 0) return Asked.Answer(new ShowCard());
        var skip = arguments.Words[0].Equals("set", StringComparison.OrdinalIgnoreCase) && arguments.Words.Count > 1 ? 1 : 0;
        if (MoveWords.Find(arguments.Words[skip]) is not { } move)
            return Misunderstood($"“{Words.Brief(arguments.Words[skip], 40)}” is no stage that I know.");
        return MoveVerb.Read(move, arguments, skip + 1, setting);
    }
}

/// <summary>Moves the incident by one word: <c>contain</c>, <c>resolve</c>, <c>reopen &lt;reason&gt;</c>.</summary>
public sealed class MoveVerb(Move move, string summary, params IReadOnlyList<string> aliases) : Verb
{
    internal static readonly IReadOnlyDictionary<string, bool> Taken = new Dictionary<string, bool> { ["reason"] = true, ["because"] = true, ["override"] = true };

    /// <inheritdoc/>
    public override string Word => move.Verb();

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => aliases;

    /// <inheritdoc/>
    public override string Usage => move switch
    {
        Move.Reopen or Move.Cancel => "<reason>",
        Move.Merge => "INC-<n> [reason]",
        _ => "[reason] [--override <why>]",
    };

    /// <inheritdoc/>
    public override string Summary => summary;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, bool> Options => Taken;

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting) => Read(move, arguments, 0, setting);

    internal static Asked Read(Move move, Arguments arguments, int from, Setting setting)
    {
        if (move == Move.Merge) return ReadMerge(arguments, from, setting);
        var reason = arguments.Option("reason") ?? arguments.Option("because") ?? arguments.Rest(from);
        var command = new ChangeStage(move, reason.Length == 0 ? null : reason, arguments.Option("override"));
        if (reason.Length > Limits.Reason)
            return new Asked.Nothing($"The reason has {reason.Length:N0} characters; {Limits.Reason:N0} are allowed. Put the rest into a note.");
        var needsReason = Lifecycle.RoadFrom(setting.Incident.Stage, move) is { NeedsReason: true };
        return needsReason && reason.Length == 0 ? Asked.Fill(AskWhy(move, setting)) : Asked.Do(command);
    }

    private static Asked ReadMerge(Arguments arguments, int from, Setting setting)
    {
        if (arguments.Words.Count > from && IncidentId.TryParse(arguments.Words[from], out var other))
            return Asked.Do(new MergeInto(other, arguments.Option("reason") ?? (arguments.Words.Count > from + 1 ? arguments.Rest(from + 1) : null)));
        return new Asked.Nothing($"Which incident does {setting.Incident.Id} go on in? Type: {setting.Line("merge")} INC-<n>");
    }

    private static Form AskWhy(Move move, Setting setting) => new(
        move switch
        {
            Move.Reopen => $"Reopen {setting.Incident.Id}",
            Move.Cancel => $"Cancel {setting.Incident.Id}",
            Move.Resolve => $"Resolve {setting.Incident.Id}",
            _ => $"Move {setting.Incident.Id} back",
        },
        setting.Line(move.Verb()),
        [new Blank("reason", "Why?") { IsOption = true, Required = true, Kind = BlankKind.Paragraph, Longest = Limits.Reason }],
        move.ToString());
}

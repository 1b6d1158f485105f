namespace IncidentBot;

/// <summary>The incident drawn as a card: from its state alone, never patched.</summary>
public static class IncidentCard
{
    /// <summary>The card with everything that can be done from it.</summary>
    public static Message Full(Incident incident, Policy policy, Person viewer) => Small(incident) with
    {
        Text = incident.Impact is { } impact ? $"Impact: {impact.InWords}" : null,
        Items = Waiting(incident),
        Controls = incident.Stage.IsOpen() ? [.. OpenControls(incident, policy, viewer)] : EndedControls(incident),
    };

    /// <summary>The card as lists and announcements show it.</summary>
    public static Message Small(Incident incident) => new($"{incident.Id} {incident.Title}")
    {
        About = incident.Id,
        Tone = ToneOf(incident.Severity, incident.Stage),
        Fields = [.. FieldsOf(incident)],
        Controls = incident.Stage.IsActive() ? [new Button("Join", LineWriter.Line(incident.Id, "join"))] : [],
    };

    /// <summary>How an incident feels.</summary>
    public static Tone ToneOf(Severity severity, Stage stage) => (stage, severity.Level) switch
    {
        (Stage.Review or Stage.Closed, _) => Tone.Good,
        (Stage.Cancelled or Stage.Merged, _) => Tone.Neutral,
        (_, 1) => Tone.Critical,
        (_, 2 or 3) => Tone.Warning,
        _ => Tone.Neutral,
    };

    private static IEnumerable<Field> FieldsOf(Incident incident)
    {
        yield return new Field("Severity", incident.Severity.ToString());
        yield return new Field("Stage", incident.MergedInto is { } into ? $"Merged into {into}" : incident.Stage.ToString());
        yield return new Field("Commander", incident.Commander?.Name ?? "nobody yet");
        if (incident.Services.Count > 0) yield return new Field("Services", string.Join(", ", incident.Services));
        if (incident.Type == IncidentType.Security) yield return new Field("Type", "Security");
        if (incident.IsDrill) yield return new Field("Drill", "an exercise; it counts nowhere");
        if (incident.IsPrivate) yield return new Field("Visibility", "Private");
        yield return new Field("Declared", $"{Words.Moment(incident.DeclaredAt)} by {incident.DeclaredBy?.Name}");
        if (incident.ResolvedAt is { } resolved) yield return new Field("Resolved", Words.Moment(resolved));
    }

    private static IReadOnlyList<string> Waiting(Incident incident) =>
    [
        .. incident.Handoff is { } handoff ? [$"{handoff.From.Name} offers the role {handoff.Title.ToLowerInvariant()} to {handoff.To.Name}."] : Array.Empty<string>(),
        .. incident.BrokenPromises.Values.Select(broken => $"Could not {broken.Purpose}: {broken.Because}"),
    ];

    private static IEnumerable<Control> OpenControls(Incident incident, Policy policy, Person viewer)
    {
        string Line(params string[] words) => LineWriter.Line(incident.Id, words);

        if (incident.Handoff is { } handoff && handoff.To.Id == viewer.Id)
        {
            yield return new Button("Accept", Line("handoff", "accept")) { Emphasis = Emphasis.Primary };
            yield return new Button("Decline", Line("handoff", "decline"));
        }
        foreach (var broken in incident.BrokenPromises.Keys) yield return new Button($"Retry {broken}", Line("retry", broken.ToString()));
        if (incident.Stage.IsActive() && incident.Commander is null)
            yield return new Button("Take command", Line("role", "claim", RoleNames.Commander)) { Emphasis = Emphasis.Primary };
        if (NextMove(incident) is { } next) yield return new Button(Label(next), Line(next.Verb())) { Emphasis = incident.Commander is null ? Emphasis.Normal : Emphasis.Primary };
        yield return new Select("Severity", [.. policy.Severities.Select(rule => new Option(
            $"{rule.Severity} {rule.Name}", Line("severity", rule.Severity.ToString().ToLowerInvariant()), rule.Severity == incident.Severity))]);
        yield return new Select("Stage", [
            new Option(incident.Stage.ToString(), Line("info"), Chosen: true),
            .. Lifecycle.RoadsFrom(incident.Stage).Where(road => road.Move != Move.Merge).Select(road => new Option(Label(road.Move), Line(road.Move.Verb())))]);
        if (incident.Commander is null)
            yield return new PeoplePicker("Assign commander", Line("role", "assign", RoleNames.Commander, PeoplePicker.Person));
        else if (incident.Commander.Id == viewer.Id && incident.Handoff is null)
            yield return new PeoplePicker("Hand over to", Line("handoff", PeoplePicker.Person));
        yield return TakeRole(incident, policy, viewer);
        yield return new Button("Post update", Line("update"));
        yield return new Button("Record decision", Line("decision"));
        yield return new Button("State impact", Line("impact"));
        yield return new Button("Add follow-up", Line("followup", "add"));
        if (incident.Stage == Stage.Review) yield return ReviewLink(incident);
        if (incident.Stage.IsActive() && NextMove(incident) != Move.Resolve && Lifecycle.RoadFrom(incident.Stage, Move.Resolve) is not null)
            yield return new Button("Resolve", Line("resolve"));
    }

    private static Select TakeRole(Incident incident, Policy policy, Person viewer) => new("Take a role",
    [
        new Option("Take a role", LineWriter.Line(incident.Id, "role", "list"), Chosen: true),
        .. policy.Roles
            .Where(role => role.Many || incident.HoldersOf(role.Name).IsEmpty)
            .Where(role => incident.HoldersOf(role.Name).All(holder => holder.Person.Id != viewer.Id))
            .Select(role => new Option(role.Title, LineWriter.Line(incident.Id, "role", "claim", role.Name))),
    ]);

    private static IReadOnlyList<Control> EndedControls(Incident incident) =>
        [ReviewLink(incident), new Button("Reopen", LineWriter.Line(incident.Id, "reopen")), new Button("Add follow-up", LineWriter.Line(incident.Id, "followup", "add"))];

    private static Link ReviewLink(Incident incident) => new("Review", PagePaths.Review(incident.Id));

    private static Move? NextMove(Incident incident) => incident.Stage switch
    {
        Stage.Identification => Move.Triage,
        Stage.Triage => Move.Contain,
        Stage.Containment => Move.Remediate,
        Stage.Remediation => Move.Monitor,
        Stage.Monitoring => Move.Resolve,
        Stage.Review => Move.Close,
        _ => null,
    };

    private static string Label(Move move) => move switch
    {
        Move.Triage => "Start triage",
        Move.Contain => "Contain",
        Move.Remediate => "Remediate",
        Move.Monitor => "Monitor",
        Move.Resolve => "Resolve",
        Move.Close => "Close",
        Move.Reopen => "Reopen",
        Move.Cancel => "Cancel (false alarm)",
        _ => "Merge",
    };
}

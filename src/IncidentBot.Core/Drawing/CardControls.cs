namespace IncidentBot;

/// <summary>What can be done from an incident's card: what its viewer would be refused is not there.</summary>
internal static class CardControls
{
    /// <summary>The controls, in the order of importance.</summary>
    public static IEnumerable<Control> Of(Incident incident, Policy policy, Person viewer)
    {
        var all = incident.Stage.IsOpen() ? Open(incident, policy, viewer) : Ended(incident);
        return all.Select(control => Allowed(control, line => Authority.Allows(DeedOf(line), incident, viewer, policy))).OfType<Control>();
    }

    // A choice keeps those of its options that would be done; without any it is not there.
    private static Control? Allowed(Control control, Predicate<string> may) => control switch
    {
        Button button => may(button.Line) ? button : null,
        PeoplePicker picker => may(picker.Line) ? picker : null,
        Select select => select.Options.Any(option => !option.Chosen && may(option.Line))
            ? select with { Options = [.. select.Options.Where(option => option.Chosen || may(option.Line))] }
            : null,
        _ => control,
    };

    // Lines of the program's own begin with the incident's number.
    private static string DeedOf(string line) => line.Split(' ')[1];

    private static IEnumerable<Control> Open(Incident incident, Policy policy, Person viewer)
    {
        string Line(params string[] words) => LineWriter.Line(incident.Id, words);

        if (incident.Handoff is { } handoff && viewer.Is(handoff.To))
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
        else if (viewer.Is(incident.Commander) && incident.Handoff is null)
            yield return new PeoplePicker("Hand over to", Line("handoff", PeoplePicker.Person));
        yield return TakeRole(incident, policy, viewer);
        yield return new Button("Post update", Line("update"));
        yield return new Button("Record decision", Line("decision"));
        yield return new Button("State impact", Line("impact"));
        yield return new Button("Add follow-up", Line("followup", "add"));
        if (incident.IsPrivate) yield return new PeoplePicker("Add a member", Line("member", "add", PeoplePicker.Person));
        if (incident.Stage == Stage.Review) yield return ReviewLink(incident);
        if (incident.Stage.IsActive() && NextMove(incident) != Move.Resolve && Lifecycle.RoadFrom(incident.Stage, Move.Resolve) is not null)
            yield return new Button("Resolve", Line("resolve"));
    }

    private static Select TakeRole(Incident incident, Policy policy, Person viewer) => new("Take a role",
    [
        new Option("Take a role", LineWriter.Line(incident.Id, "role", "list"), Chosen: true),
        .. policy.Roles
            .Where(role => role.Many || incident.HoldersOf(role.Name).IsEmpty)
            .Where(role => incident.Holding(role.Name, viewer) is null)
            .Select(role => new Option(role.Title, LineWriter.Line(incident.Id, "role", "claim", role.Name))),
    ]);

    private static IReadOnlyList<Control> Ended(Incident incident) =>
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

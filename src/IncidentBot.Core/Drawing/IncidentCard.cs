using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>The incident drawn as a card: from its state alone, never patched.</summary>
public static class IncidentCard
{
    private const int MostNames = 5;

    /// <summary>The card with everything that can be done from it.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="policy">The house rules.</param>
    /// <param name="viewer">Who looks: what they may not do is not offered.</param>
    /// <param name="house">What the house knows of people.</param>
    /// <param name="waiting">What waits to be done outside for it; null where that is not told.</param>
    public static Message Full(Incident incident, Policy policy, Person viewer, House house, IReadOnlyList<WaitingPromise>? waiting = null) => Small(incident) with
    {
        Fields = [.. FieldsOf(incident), .. MembersOf(incident, house)],
        Text = incident.Impact is { } impact ? $"Impact: {impact.InWords}" : null,
        Items = [.. Waiting(incident), .. WaitingLine.Of(waiting ?? [])],
        Controls = [.. CardControls.Of(incident, policy, viewer)],
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

    private static IEnumerable<Field> MembersOf(Incident incident, House house)
    {
        if (!incident.IsPrivate) yield break;
        var names = Member.Of(incident, house).Select(member => member.Name).ToList();
        yield return new Field("Members", Words.Join(names.Count <= MostNames ? names : [.. names.Take(MostNames), $"{names.Count - MostNames} more"]));
    }

    private static IReadOnlyList<string> Waiting(Incident incident) =>
    [
        .. incident.Handoff is { } handoff ? [$"{handoff.From.Name} offers the role {handoff.Title.ToLowerInvariant()} to {handoff.To.Name}."] : Array.Empty<string>(),
        .. incident.BrokenPromises.Values.Select(broken => $"Could not {broken.Purpose}: {broken.Because}"),
    ];
}

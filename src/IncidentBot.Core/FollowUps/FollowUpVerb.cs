using System.Globalization;

namespace IncidentBot;

/// <summary>Adds, changes, finishes and lists follow-ups.</summary>
public sealed class FollowUpVerb : Verb
{
    /// <inheritdoc/>
    public override string Word => "followup";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["follow-up", "followups", "action", "todo"];

    /// <inheritdoc/>
    public override string Usage => "[add] <text> [--owner @person] [--due <date>] | <n> --owner @person --due <date> | done <n> | list";

    /// <inheritdoc/>
    public override string Summary => "what is to be done afterwards, by whom, until when";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, bool> Options { get; } = new Dictionary<string, bool> { ["owner"] = true, ["due"] = true };

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting)
    {
        var reading = new Reading(arguments, setting);
        var (owner, due) = (reading.Person("owner"), reading.Due("due"));
        if (reading.Fault is { } fault) return Misunderstood(fault);
        var words = arguments.Words;
        if (words.Count == 0 || (words.Count == 1 && words[0].Equals("list", StringComparison.OrdinalIgnoreCase))) return Asked.Answer(new ListFollowUps());
        if (words[0].Equals("done", StringComparison.OrdinalIgnoreCase))
            return words.Count > 1 && Number(words[1]) is { } done ? Asked.Do(new FinishFollowUp(done)) : Misunderstood("Which follow-up is done?");
        if (words.Count == 1 && Number(words[0]) is { } known && (owner is not null || due is not null)) return Asked.Do(new ChangeFollowUp(known, owner, due));
        var from = words[0].Equals("add", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        return words.Count == from ? Asked.Fill(Ask(setting)) : Asked.Do(new AddFollowUp(arguments.Rest(from), owner, due));
    }

    private static int? Number(string word) =>
        int.TryParse(word.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Form Ask(Setting setting) => new($"Add a follow-up to {setting.Incident.Id}", setting.Line("followup", "add"),
    [
        new Blank("text", "What is to be done?") { Required = true, Kind = BlankKind.Paragraph },
        new Blank("owner", "By whom?") { IsOption = true, Kind = BlankKind.Person },
        new Blank("due", "Until when?") { IsOption = true, Hint = "2026-12-01, 2w or friday" },
    ], "Add");
}

/// <summary>What is to be done afterwards?</summary>
public sealed record ListFollowUps : Question
{
    /// <inheritdoc/>
    public override ValueTask<Reply> AnswerAsync(Setting setting, Sources sources, CancellationToken cancellation)
    {
        var incident = setting.Incident;
        var add = new Button("Add follow-up", setting.Line("followup", "add"));
        if (incident.FollowUps.IsEmpty)
            return ValueTask.FromResult(new Reply($"{incident.Id} has no follow-ups yet.") { Incident = incident.Id, Card = new Message($"{incident.Id} has no follow-ups yet.") { Controls = [add] } });
        var lines = incident.FollowUps.Select(followUp => (followUp.IsDone ? "done, " : "") + followUp.InWords).ToList();
        return ValueTask.FromResult(new Reply(string.Join('\n', lines))
        {
            Incident = incident.Id,
            Card = new Message($"Follow-ups of {incident.Id}")
            {
                About = incident.Id,
                Items = lines,
                Controls = [.. incident.FollowUps.Where(followUp => !followUp.IsDone).Take(10).Select(followUp => new Button($"{followUp.Number} is done", setting.Line("followup", "done", $"{followUp.Number}"))), add],
            },
        });
    }
}

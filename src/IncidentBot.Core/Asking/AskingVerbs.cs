namespace IncidentBot;

/// <summary>Lists incidents.</summary>
public sealed class ListVerb : Verb
{
    private static readonly TimeSpan Stale = TimeSpan.FromHours(4);

    /// <inheritdoc/>
    public override string Word => "list";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["ls", "incidents"];

    /// <inheritdoc/>
    public override string Usage => "[open|mine|stale|closed|all] [--sev <sev1…sev5>] [--type reliability|security]";

    /// <inheritdoc/>
    public override string Summary => "list incidents; open ones unless you say otherwise";

    /// <inheritdoc/>
    public override Scope Scope => Scope.Anywhere;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, bool> Options { get; } = new Dictionary<string, bool> { ["sev"] = true, ["severity"] = true, ["type"] = true };

    /// <inheritdoc/>
    public override bool OnlyAsks => true;

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting)
    {
        var reading = new Reading(arguments, setting);
        var filter = new IncidentFilter { Severity = reading.Severity("sev") ?? reading.Severity("severity"), Type = reading.Choice<IncidentType>("type") };
        if (reading.Fault is { } fault) return Misunderstood(fault);
        return (arguments.Words.Count > 0 ? arguments.Words[0].ToLowerInvariant() : "open") switch
        {
            "open" => Asked.Answer(new ListIncidents(filter with { Open = true })),
            "mine" => Asked.Answer(new ListIncidents(filter with { Open = true, With = setting.By })),
            "stale" => Asked.Answer(new ListIncidents(filter with { Open = true, QuietSince = setting.Now - Stale })),
            "closed" => Asked.Answer(new ListIncidents(filter with { Open = false })),
            "all" => Asked.Answer(new ListIncidents(filter)),
            var word => Misunderstood($"“{Words.Brief(word, 40)}” is no list that I know."),
        };
    }
}

/// <summary>Shows how the incident stands.</summary>
public sealed class InfoVerb : Verb
{
    /// <inheritdoc/>
    public override string Word => "info";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["overview", "show", "card"];

    /// <inheritdoc/>
    public override string Usage => "";

    /// <inheritdoc/>
    public override string Summary => "show the incident's card";

    /// <inheritdoc/>
    public override bool OnlyAsks => true;

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting) => Asked.Answer(new ShowCard());
}

/// <summary>Briefs whoever comes late.</summary>
public sealed class CatchUpVerb : Verb
{
    /// <inheritdoc/>
    public override string Word => "catchup";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["catch-up", "summary", "brief"];

    /// <inheritdoc/>
    public override string Usage => "";

    /// <inheritdoc/>
    public override string Summary => "what you missed: impact, roles, decisions, what is open";

    /// <inheritdoc/>
    public override bool OnlyAsks => true;

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting) => Asked.Answer(new CatchUp());
}

/// <summary>Explains the verbs.</summary>
public sealed class HelpVerb : Verb
{
    /// <inheritdoc/>
    public override string Word => "help";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["?", "commands"];

    /// <inheritdoc/>
    public override string Usage => "[verb]";

    /// <inheritdoc/>
    public override string Summary => "all verbs, or one of them";

    /// <inheritdoc/>
    public override Scope Scope => Scope.Anywhere;

    /// <inheritdoc/>
    public override bool OnlyAsks => true;

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting)
    {
        if (arguments.Words.Count == 0) return Asked.Answer(new Help(null));
        return setting.Verbs.Find(arguments.Words[0]) is { } verb
            ? Asked.Answer(new Help(verb))
            : Misunderstood($"I do not know “{Words.Brief(arguments.Words[0], 40)}”. The nearest is {setting.Verbs.Nearest(arguments.Words[0]).Word}.");
    }
}

/// <summary>What can be said to the bot?</summary>
public sealed record Help(Verb? Verb) : Question
{
    /// <inheritdoc/>
    public override ValueTask<Reply> AnswerAsync(Setting setting, Sources sources, CancellationToken cancellation) => ValueTask.FromResult(
        Verb is null ? All(setting) : One(Verb, setting));

    private static Reply All(Setting setting)
    {
        var command = "/" + setting.Policy.Command;
        IReadOnlyList<string> lines = [.. setting.Verbs.All.Select(verb => $"{command} {verb.HelpLine}: {verb.Summary}")];
        return new Reply(string.Join('\n', lines))
        {
            Card = new Message("What you can type")
            {
                Text = $"In an incident's room its number is understood; elsewhere put it first: {command} INC-1 info. Begin a message with DECISION:, TODO: or IMPACT: and it becomes one.",
                Items = lines,
            },
        };
    }

    private static Reply One(Verb verb, Setting setting)
    {
        var text = $"/{setting.Policy.Command} {verb.HelpLine}\n{Capital(verb.Summary)}."
            + (verb.Aliases.Count > 0 ? $"\nAlso: {string.Join(", ", verb.Aliases)}." : "");
        return new Reply(text) { Card = new Message(verb.HelpLine) { Text = text[(text.IndexOf('\n') + 1)..] } };
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}

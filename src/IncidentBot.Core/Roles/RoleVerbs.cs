namespace IncidentBot;

/// <summary>Gives, takes and lists roles.</summary>
public sealed class RoleVerb : Verb
{
    /// <inheritdoc/>
    public override string Word => "role";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["roles", "assign"];

    /// <inheritdoc/>
    public override string Usage => "assign <role> @person | claim <role> | release <role> | list";

    /// <inheritdoc/>
    public override string Summary => "who does what: commander, deputy, scribe, operations, communications …";

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting)
    {
        var words = arguments.Words;
        if (words.Count == 0) return Asked.Answer(new ListRoles());
        return (words[0].ToLowerInvariant(), words.Count) switch
        {
            ("list", _) => Asked.Answer(new ListRoles()),
            ("claim" or "take", > 1) => Asked.Do(new AssignRole(words[1], setting.By)),
            ("claim" or "take", _) => Asked.Do(new AssignRole(RoleNames.Commander, setting.By)),
            ("release" or "drop", > 1) => Asked.Do(new ReleaseRole(words[1])),
            ("assign", > 2) => Assign(words[1], words[2], arguments, setting),
            ("assign", _) or ("release" or "drop", _) => Misunderstood("Which role, and who?"),
            (_, > 1) when setting.Policy.RoleBy(words[0]) is not null => Assign(words[0], words[1], arguments, setting),
            _ => Misunderstood($"“{Words.Brief(words[0], 40)}” is nothing that I can do with roles."),
        };
    }

    internal static Asked Assign(string role, string mention, Arguments arguments, Setting setting)
    {
        var reading = new Reading(arguments, setting);
        return reading.PersonIn(mention) is { } person ? Asked.Do(new AssignRole(role, person)) : new Asked.Nothing(reading.Fault!);
    }
}

/// <summary>Names the incident commander in one word: <c>lead @ana</c>, <c>ic me</c>.</summary>
public sealed class LeadVerb : Verb
{
    /// <inheritdoc/>
    public override string Word => "lead";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["ic", "command"];

    /// <inheritdoc/>
    public override string Usage => "[@person]";

    /// <inheritdoc/>
    public override string Summary => "take command, or give it to a person";

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting) => arguments.Words.Count == 0
        ? Asked.Do(new AssignRole(RoleNames.Commander, setting.By))
        : RoleVerb.Assign(RoleNames.Commander, arguments.Words[0], arguments, setting);
}

/// <summary>Who does what?</summary>
public sealed record ListRoles : Question
{
    /// <inheritdoc/>
    public override ValueTask<Reply> AnswerAsync(Setting setting, Sources sources, CancellationToken cancellation)
    {
        var incident = setting.Incident;
        var lines = setting.Policy.Roles.Select(role =>
        {
            var holders = incident.HoldersOf(role.Name);
            return $"{role.Title} ({role.Name}): {(holders.IsEmpty ? "nobody" : Words.Join(holders.Select(holder => holder.Person.Name)))}";
        }).ToList();
        return ValueTask.FromResult(new Reply(string.Join('\n', lines))
        {
            Incident = incident.Id,
            Card = new Message($"Roles of {incident.Id}")
            {
                About = incident.Id,
                Items = lines,
                Controls = incident.Stage.IsOpen()
                    ? [.. setting.Policy.Roles.Where(role => role.Many || incident.HoldersOf(role.Name).IsEmpty).Select(role => new Button($"Take {role.Title.ToLowerInvariant()}", setting.Line("role", "claim", role.Name)))]
                    : [],
            },
        });
    }
}

/// <summary>Hands a role over, with an answer awaited.</summary>
public sealed class HandoffVerb : Verb
{
    /// <inheritdoc/>
    public override string Word => "handoff";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["handover", "hand-over"];

    /// <inheritdoc/>
    public override string Usage => "@person [note] [--role <role>] | accept | decline [reason]";

    /// <inheritdoc/>
    public override string Summary => "offer your role with a briefing; it moves only when the other accepts";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, bool> Options { get; } = new Dictionary<string, bool> { ["role"] = true };

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting)
    {
        if (arguments.Words.Count == 0) return Asked.Fill(Ask(setting));
        var role = arguments.Option("role") ?? HeldBy(setting);
        return arguments.Words[0].ToLowerInvariant() switch
        {
            "accept" => Asked.Do(new AcceptHandoff()),
            "decline" or "withdraw" => Asked.Do(new DeclineHandoff(Rest(arguments))),
            _ => Offer(arguments, role, setting),
        };
    }

    private static Asked Offer(Arguments arguments, string role, Setting setting)
    {
        var reading = new Reading(arguments, setting);
        var note = Rest(arguments);
        if (note?.Length > Limits.Reason) return new Asked.Nothing($"The note has {note.Length:N0} characters; {Limits.Reason:N0} are allowed.");
        return reading.PersonIn(arguments.Words[0]) is { } person ? Asked.Do(new OfferHandoff(person, role, note)) : new Asked.Nothing(reading.Fault!);
    }

    // The role that one holds, the commander's first.
    private static string HeldBy(Setting setting) => setting.Policy.Roles
        .Where(role => setting.Incident.Holding(role.Name, setting.By) is not null)
        .Select(role => role.Name)
        .FirstOrDefault(RoleNames.Commander);

    private static string? Rest(Arguments arguments) => arguments.Words.Count > 1 ? arguments.Rest(1) : null;

    private static Form Ask(Setting setting) => new($"Hand over your role on {setting.Incident.Id}", setting.Line("handoff"),
    [
        new Blank("person", "To whom?") { Required = true, Kind = BlankKind.Person },
        new Blank("note", "What must they know?") { Kind = BlankKind.Paragraph, Longest = Limits.Reason, Hint = "A briefing is added: impact, roles, decisions, open points, next update." },
        new Blank("role", "Which role?")
        {
            IsOption = true,
            Kind = BlankKind.Choice,
            Value = HeldBy(setting),
            Choices = [.. setting.Policy.Roles.Select(role => (role.Name, role.Title))],
        },
    ], "Offer");
}

/// <summary>Says that one is here.</summary>
public sealed class JoinVerb : Verb
{
    /// <inheritdoc/>
    public override string Word => "join";

    /// <inheritdoc/>
    public override string Usage => "";

    /// <inheritdoc/>
    public override string Summary => "take part in the incident";

    /// <inheritdoc/>
    public override Scope Scope => Scope.Either;

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting) => Asked.Do(new JoinIncident());
}

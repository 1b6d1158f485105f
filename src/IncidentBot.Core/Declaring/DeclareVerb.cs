using System.Globalization;

namespace IncidentBot;

/// <summary>Declares an incident; without a title it asks for one.</summary>
public sealed class DeclareVerb : Verb
{
    /// <inheritdoc/>
    public override string Word => "declare";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["new", "create", "open", "start"];

    /// <inheritdoc/>
    public override string Usage => "[sev1…sev5] <title> [--type reliability|security] [--private] [--service <name>] [--started <time>] [--alert <entry>] [--drill]";

    /// <inheritdoc/>
    public override string Summary => "declare an incident; unsure how bad? take the higher severity";

    /// <inheritdoc/>
    public override Scope Scope => Scope.Anywhere;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, bool> Options { get; } = new Dictionary<string, bool>
    {
        ["severity"] = true, ["sev"] = true, ["type"] = true, ["private"] = false, ["public"] = false, ["service"] = true, ["started"] = true, ["alert"] = true, ["drill"] = false,
    };

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting)
    {
        var reading = new Reading(arguments, setting);
        var (proposal, behind) = AlertIn(arguments.Option("alert"));
        var severity = reading.Severity("severity") ?? reading.Severity("sev");
        var words = behind.Concat(arguments.Words).ToList();
        var first = 0;
        if (severity is null && words.Count > 0 && LooksLikeSeverity(words[0]) && Severity.TryParse(words[0], out var said)) (severity, first) = (said, 1);
        var title = behind.Length == 0 ? arguments.Rest(first) : string.Join(' ', words.Skip(first));
        var command = new DeclareIncident(title)
        {
            Severity = severity,
            Type = reading.Choice<IncidentType>("type") ?? IncidentType.Reliability,
            Private = arguments.Flag("private") ? true : arguments.Flag("public") ? false : null,
            Services = ServicesIn(arguments.Option("service")),
            StartedAt = reading.Moment("started"),
            Proposal = proposal,
            Drill = arguments.Flag("drill"),
        };
        return (reading.Fault ?? AlertFault(arguments.Option("alert"), proposal)) is { } fault ? Misunderstood(fault) : Asking(command, setting);
    }

    private static Asked Asking(DeclareIncident command, Setting setting) => command switch
    {
        { Title.Length: > 0 } => new Asked.Declaration(command),
        { Proposal: { } proposal } => Asked.Answer(new DeclareFromAlert(proposal, command)),
        _ => Asked.Fill(DeclareForm.Of(command, setting)),
    };

    // Without quotes the title behind the number reads as part of the option: it is the title all the same.
    private static (int? Proposal, string[] Behind) AlertIn(string? option)
    {
        var words = (option ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && int.TryParse(words[0].TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var proposal) ? (proposal, words[1..]) : (null, []);
    }

    private static string? AlertFault(string? option, int? proposal) =>
        option is null || proposal is not null ? null : $"“{Words.Brief(option, 40)}” is no alert's number behind --alert. The alert's card in the general room has the right buttons.";

    private static bool LooksLikeSeverity(string word) => word.StartsWith('s') || word.StartsWith('S');

    /// <summary>The services that a text names, parted by commas.</summary>
    internal static IReadOnlyList<string> ServicesIn(string? named) =>
        [.. (named ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(20).Select(service => Words.Brief(service, 60))];
}

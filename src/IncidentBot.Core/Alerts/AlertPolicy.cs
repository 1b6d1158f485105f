using System.Text.RegularExpressions;

namespace IncidentBot;

/// <summary>What the house does about alerts that no incident has.</summary>
/// <param name="Rules">Which of them declare an incident; the first that matches does.</param>
/// <param name="ProposeOthers">Whether the others are proposed in the general room.</param>
public sealed record AlertPolicy(IReadOnlyList<AlertRule> Rules, bool ProposeOthers)
{
    /// <summary>Nothing is declared without a person, everything is proposed.</summary>
    public static readonly AlertPolicy Default = new([], ProposeOthers: true);
}

/// <summary>Which alerts declare an incident by themselves, and which one.</summary>
/// <param name="Name">Its name in the settings, told on the timeline.</param>
/// <param name="Match">By label (or name, summary, source): the value, with <c>*</c> for any characters. All must match.</param>
/// <param name="Severity">How bad it is; null lets the alert's own severity say.</param>
/// <param name="Type">What kind of trouble it is; security is private.</param>
/// <param name="Service">The service, with labels filled in: <c>{service}</c>; null for none.</param>
/// <param name="Title">The title, with labels filled in: <c>{summary}</c>; null for the alert's summary, or else its name.</param>
public sealed partial record AlertRule(
    string Name, IReadOnlyDictionary<string, string> Match, Severity? Severity, IncidentType Type, string? Service, string? Title)
{
    /// <summary>True when the rule speaks of this alert.</summary>
    public bool Matches(Alert alert) => Match.All(wanted => alert.Value(wanted.Key) is { } value && Fits(value, wanted.Value));

    /// <summary>The incident that it declares.</summary>
    public DeclareIncident DeclarationFor(Alert alert, Policy policy, DateTimeOffset now)
    {
        var declaration = Proposed(alert, policy, now);
        var title = Title is null ? "" : Words.Brief(Filled(Title, alert), Limits.Title);
        return declaration with
        {
            Title = title.Length > 0 ? title : declaration.Title,
            Severity = Severity ?? declaration.Severity,
            Type = Type,
            Services = DeclareVerb.ServicesIn(Service is null ? null : Filled(Service, alert)),
        };
    }

    /// <summary>The incident that an alert speaks for by itself.</summary>
    public static DeclareIncident Proposed(Alert alert, Policy policy, DateTimeOffset now) =>
        new(Words.Brief(alert.Summary.Length > 0 ? alert.Summary : alert.Name, Limits.Title))
        {
            Severity = SeverityOf(alert, policy),
            Services = DeclareVerb.ServicesIn(alert.Value("service")),
            StartedAt = alert.StartedAt < now ? alert.StartedAt : now,
        };

    /// <summary>How bad an alert says it is, by the level or the name of one of the house's severities; the policy's default when it says nothing that the house knows.</summary>
    public static Severity SeverityOf(Alert alert, Policy policy)
    {
        var said = alert.Value("severity") ?? "";
        return policy.Severities.FirstOrDefault(rule => rule.Name.Equals(said, StringComparison.OrdinalIgnoreCase)
            || (IncidentBot.Severity.TryParse(said, out var severity) && rule.Severity == severity))?.Severity ?? policy.DefaultSeverity;
    }

    private static string Filled(string template, Alert alert) => Blanks().Replace(template, blank => alert.Value(blank.Groups["name"].Value) ?? "").Trim();

    private static bool Fits(string value, string pattern)
    {
        var parts = pattern.Split('*');
        if (parts.Length == 1) return value.Equals(pattern, StringComparison.OrdinalIgnoreCase);
        if (value.Length < parts[0].Length + parts[^1].Length) return false;
        if (!value.StartsWith(parts[0], StringComparison.OrdinalIgnoreCase) || !value.EndsWith(parts[^1], StringComparison.OrdinalIgnoreCase)) return false;
        var (at, end) = (parts[0].Length, value.Length - parts[^1].Length);
        foreach (var part in parts[1..^1])
        {
            var found = value.IndexOf(part, at, end - at, StringComparison.OrdinalIgnoreCase);
            if (found < 0) return false;
            at = found + part.Length;
        }
        return true;
    }

    /// <summary>The blanks of a template.</summary>
    [GeneratedRegex(@"\{(?<name>[A-Za-z_][A-Za-z0-9_.-]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    public static partial Regex Blanks();
}

using IncidentBot.Host.Settings.Reading;

namespace IncidentBot.Host.Settings.Rules;

/// <summary>Which alerts declare an incident by themselves.</summary>
internal static class AlertRules
{
    private const int LongestName = 60;

    public static AlertPolicy Of(AlertSettings settings, IReadOnlyList<SeverityRule> severities, StartupFaults faults) =>
        new([.. settings.Rules.OrderBy(rule => rule.Key, StringComparer.OrdinalIgnoreCase).Select(rule => Of(rule.Key, rule.Value, severities, faults))], settings.ProposeOthers);

    private static AlertRule Of(string name, AlertRuleSettings wanted, IReadOnlyList<SeverityRule> severities, StartupFaults faults)
    {
        var path = $"{nameof(HouseSettings.Alerts)}:{nameof(AlertSettings.Rules)}:{name}";
        if (name.Length > LongestName) faults.Add(path, $"The rule's name has {name.Length} characters; {LongestName} are allowed.");
        if (wanted.Match.Count == 0) faults.Add($"{path}:Match", "Without a match the rule would declare an incident for every alert. Write { \"alertname\": \"*\" } if that is meant.");
        foreach (var (label, pattern) in wanted.Match.Where(match => match.Value.Length == 0))
            faults.Add($"{path}:Match:{label}", "An empty text matches nothing that is worth a rule. Write * for any value.");
        if (wanted.Severity is { } severity && severities.Count > 0 && severities.All(rule => rule.Severity != severity))
            faults.Add($"{path}:Severity", $"{severity} is not in use. There is {Words.Join(severities.Select(rule => rule.Severity.ToString()))}.");
        Check(wanted.Service, $"{path}:Service", faults);
        Check(wanted.Title, $"{path}:Title", faults);
        return new AlertRule(name, wanted.Match, wanted.Severity, wanted.Type, wanted.Service, wanted.Title);
    }

    private static void Check(string? template, string setting, StartupFaults faults)
    {
        if (template is not null && AlertRule.Blanks().Replace(template, "").AsSpan().ContainsAny('{', '}'))
            faults.Add(setting, $"“{Words.Brief(template, 40)}” has a brace that holds no label's name. Write {{service}}, {{summary}} or another label's name.");
    }
}

namespace IncidentBot.Host.Settings.Rules;

/// <summary>What must be there before a stage is left.</summary>
internal static class ExitRules
{
    public static IReadOnlyList<ExitRule> Over(IReadOnlyList<ExitRule> defaults, Dictionary<string, Dictionary<string, string>> settings, RuleFaults at)
    {
        var rules = defaults.ToList();
        foreach (var (exit, criteria) in settings)
        {
            var path = $"Response:Exits:{exit}";
            if (at.Choice<Exit>(exit, path) is not { } leaving) continue;
            foreach (var (name, from) in criteria)
            {
                if (at.Choice<CriterionName>(name, $"{path}:{name}") is not { } criterion) continue;
                rules.RemoveAll(rule => rule.Leaving == leaving && rule.Criterion == criterion);
                if (at.From(from, $"{path}:{name}") is { } severity) rules.Add(new ExitRule(leaving, criterion, severity));
            }
        }
        return [.. rules.OrderBy(rule => rule.Leaving).ThenBy(rule => rule.Criterion)];
    }
}

namespace IncidentBot.Host.Settings.Rules;

/// <summary>The severities in use, from the worst to the mildest.</summary>
internal static class SeverityRules
{
    public static IReadOnlyList<SeverityRule> Over(
        IReadOnlyList<SeverityRule> defaults, Dictionary<string, SeveritySettings> settings, IReadOnlyDictionary<Audience, string> templates, RuleFaults at)
    {
        var rules = defaults.ToDictionary(rule => rule.Severity, rule => rule with { Templates = templates });
        foreach (var (name, wanted) in settings)
        {
            var path = $"Response:Severities:{name}";
            if (!Severity.TryParse(name, out var severity)) at.Add(path, "This is not a severity. Write SEV1 to SEV9; SEV1 is the worst.");
            else if (wanted.Enabled == false) rules.Remove(severity);
            else rules[severity] = Overlay(rules.GetValueOrDefault(severity) ?? New(severity, wanted, defaults[^1] with { Templates = templates }, path, at), wanted, path, at);
        }
        if (rules.Count == 0) at.Add("Response:Severities", "No severity is left in use. Leave at least one enabled.");
        return [.. rules.Values.OrderBy(rule => rule.Severity)];
    }

    // A severity of one's own begins with the times of the mildest.
    private static SeverityRule New(Severity severity, SeveritySettings wanted, SeverityRule mildest, string path, RuleFaults at)
    {
        if (string.IsNullOrWhiteSpace(wanted.Name)) at.Add(path + ":Name", "A severity of your own needs a name.");
        if (string.IsNullOrWhiteSpace(wanted.Description)) at.Add(path + ":Description", "A severity of your own needs a description, so that people recognise it.");
        return mildest with { Severity = severity };
    }

    private static SeverityRule Overlay(SeverityRule rule, SeveritySettings wanted, string path, RuleFaults at) => rule with
    {
        Name = wanted.Name ?? rule.Name,
        Description = wanted.Description ?? rule.Description,
        NeedsReview = wanted.NeedsReview ?? rule.NeedsReview,
        ReviewDueAfter = at.Positive(wanted.ReviewDueAfter, path + ":ReviewDueAfter") ?? rule.ReviewDueAfter,
        CommanderWithin = at.Positive(wanted.CommanderWithin, path + ":CommanderWithin") ?? rule.CommanderWithin,
        TriageWithin = at.Positive(wanted.TriageWithin, path + ":TriageWithin") ?? rule.TriageWithin,
        UpdateEvery = at.Positive(wanted.UpdateEvery, path + ":UpdateEvery") ?? rule.UpdateEvery,
        StakeholdersEvery = at.Positive(wanted.StakeholdersEvery, path + ":StakeholdersEvery") ?? rule.StakeholdersEvery,
        PublicEvery = at.Positive(wanted.PublicEvery, path + ":PublicEvery") ?? rule.PublicEvery,
        Templates = TemplateRules.Over(rule.Templates, wanted.Templates, path + ":Templates", at),
    };
}

namespace IncidentBot.Host.Settings.Rules;

/// <summary>Which roles may do what, where not everybody may.</summary>
internal static class AuthorityRules
{
    public static IReadOnlyList<AuthorityRule> Over(
        IReadOnlyList<AuthorityRule> defaults, Dictionary<string, AuthoritySettings> settings, IReadOnlyList<RoleRule> roles, Verbs verbs, RuleFaults at)
    {
        var rules = defaults.SelectMany(rule => rule.Verbs.Select(verb => rule with { Verbs = [verb] })).ToDictionary(rule => rule.Verbs[0]);
        foreach (var (word, wanted) in settings)
        {
            var path = $"Response:Authority:{word}";
            if (verbs.Find(word)?.Word is not { } verb)
            {
                at.Add(path, $"There is no verb “{Words.Brief(word, 40)}”. The nearest is {verbs.Nearest(word).Word}.");
                continue;
            }
            var known = rules.GetValueOrDefault(verb);
            rules.Remove(verb);
            var from = wanted.From is null ? known?.From ?? new Severity(9) : at.From(wanted.From, path + ":From");
            if (from is { } severity) rules[verb] = new AuthorityRule([verb], wanted.Roles ?? known?.Roles ?? [], severity) { Admins = known?.Admins ?? false };
        }
        return [.. rules.Values.Select(rule => rule with { Roles = Named(rule, roles, at) })];
    }

    private static IReadOnlyList<string> Named(AuthorityRule rule, IReadOnlyList<RoleRule> roles, RuleFaults at)
    {
        var path = $"Response:Authority:{rule.Verbs[0]}:Roles";
        if (rule.Roles.Count == 0) at.Add(path, "No role is named. Name the roles that may, or write \"From\": \"never\" to let everybody.");
        foreach (var unknown in rule.Roles.Where(name => !roles.Any(role => role.Answers(name))))
            at.Add(path, $"There is no role “{Words.Brief(unknown, 40)}”. The nearest is {Spelling.Nearest(unknown, roles.Select(role => role.Name))}.");
        return [.. rule.Roles.Select(name => roles.FirstOrDefault(role => role.Answers(name))?.Name ?? name)];
    }
}

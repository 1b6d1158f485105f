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
            if (from is { } severity) rules[verb] = new AuthorityRule([verb], wanted.Roles ?? known?.Roles ?? [], severity)
            {
                Stages = wanted.Stages is { } stages ? Stages(stages, path + ":Stages", at) : known?.Stages ?? [],
                Admins = wanted.Admins ?? known?.Admins ?? false,
            };
        }
        return [.. rules.Values.Select(rule => rule with { Roles = Named(rule, roles, at) })];
    }

    private static IReadOnlyList<Stage> Stages(IEnumerable<string> named, string path, RuleFaults at)
    {
        var stages = new List<Stage>();
        foreach (var name in named)
        {
            if (Enum.TryParse<Stage>(name, ignoreCase: true, out var stage) && char.IsLetter(name[0])) stages.Add(stage);
            else at.Add(path, $"There is no stage “{Words.Brief(name, 40)}”. The nearest is {Spelling.Nearest(name, Enum.GetNames<Stage>())}.");
        }
        return stages;
    }

    private static IReadOnlyList<string> Named(AuthorityRule rule, IReadOnlyList<RoleRule> roles, RuleFaults at)
    {
        var path = $"Response:Authority:{rule.Verbs[0]}:Roles";
        if (rule.Roles.Count == 0 && !rule.Admins) at.Add(path, "No role is named. Name the roles that may, or write \"From\": \"never\" to let everybody.");
        foreach (var unknown in rule.Roles.Where(name => !roles.Any(role => role.Answers(name))))
            at.Add(path, $"There is no role “{Words.Brief(unknown, 40)}”. The nearest is {Spelling.Nearest(unknown, roles.Select(role => role.Name))}.");
        return [.. rule.Roles.Select(name => roles.FirstOrDefault(role => role.Answers(name))?.Name ?? name)];
    }
}

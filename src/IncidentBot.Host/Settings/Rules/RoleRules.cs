namespace IncidentBot.Host.Settings.Rules;

/// <summary>The roles in use.</summary>
internal static class RoleRules
{
    public static IReadOnlyList<RoleRule> Over(IReadOnlyList<RoleRule> defaults, Dictionary<string, RoleSettings> settings, RuleFaults at)
    {
        var roles = defaults.ToList();
        foreach (var (name, wanted) in settings)
        {
            var path = $"Response:Roles:{name}";
            var known = roles.FindIndex(role => role.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (wanted.Enabled == false) Remove(roles, known, name, path, at);
            else if (known >= 0) roles[known] = Overlay(roles[known], wanted);
            else roles.Add(New(name, wanted, path, at));
        }
        CheckCommander(roles, at);
        CheckWords(roles, at);
        return roles;
    }

    private static void Remove(List<RoleRule> roles, int known, string name, string path, RuleFaults at)
    {
        if (name.Equals(RoleNames.Commander, StringComparison.OrdinalIgnoreCase)) at.Add(path + ":Enabled", "The commander cannot be done without.");
        else if (known >= 0) roles.RemoveAt(known);
    }

    private static RoleRule New(string name, RoleSettings wanted, string path, RuleFaults at)
    {
        if (!PolicyRules.Word().IsMatch(name)) at.Add(path, "A role's name is a word of small letters, digits and dashes.");
        if (string.IsNullOrWhiteSpace(wanted.Title)) at.Add(path + ":Title", "A role of your own needs a title.");
        if (string.IsNullOrWhiteSpace(wanted.Duties)) at.Add(path + ":Duties", "A role of your own needs its duties, for whoever takes it.");
        return Overlay(new RoleRule { Name = name, Title = name, Aliases = [], Many = true, Duties = "" }, wanted);
    }

    private static RoleRule Overlay(RoleRule role, RoleSettings wanted) => role with
    {
        Title = wanted.Title ?? role.Title,
        Aliases = wanted.Aliases ?? role.Aliases,
        Many = wanted.Many ?? role.Many,
        Duties = wanted.Duties ?? role.Duties,
    };

    private static void CheckCommander(List<RoleRule> roles, RuleFaults at)
    {
        if (roles.Exists(role => role is { Name: RoleNames.Commander, Many: true }))
            at.Add($"Response:Roles:{RoleNames.Commander}:Many", "An incident has one commander at a time.");
    }

    private static void CheckWords(List<RoleRule> roles, RuleFaults at)
    {
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var role in roles)
            foreach (var word in role.Aliases.Prepend(role.Name))
            {
                if (!PolicyRules.Word().IsMatch(word)) at.Add($"Response:Roles:{role.Name}:Aliases", $"“{Words.Brief(word, 40)}” cannot be typed as one word. Use small letters, digits and dashes.");
                else if (!taken.TryAdd(word, role.Name)) at.Add($"Response:Roles:{role.Name}:Aliases", $"“{word}” already means {taken[word]}. A word can mean one role only.");
            }
    }
}

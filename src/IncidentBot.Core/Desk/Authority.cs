namespace IncidentBot;

/// <summary>Who may do what: the policy's rules, asked before every decision.</summary>
internal static class Authority
{
    /// <summary>Why this person may not say this verb here; null when they may. While nobody holds a role that a rule names, everybody may.</summary>
    public static Reply? Refusal(string verb, Incident incident, Person by, Policy policy)
    {
        foreach (var rule in policy.Authority)
        {
            if (!rule.Verbs.Contains(verb) || !incident.Severity.IsAtLeast(rule.From)) continue;
            var holders = rule.Roles.SelectMany(incident.HoldersOf).Select(holder => holder.Person).ToList();
            if (holders.Count == 0 || holders.Any(holder => holder.Id == by.Id)) continue;
            var titles = rule.Roles.Select(role => policy.RoleBy(role)?.Title.ToLowerInvariant() ?? role);
            return Reply.Refuse(
                $"On a {incident.Severity}, {verb} is for the {string.Join(" or the ", titles)}: ask {Words.Join(holders.Select(holder => holder.Name).Distinct())}.",
                LineWriter.Line(incident.Id, "role", "list")) with { Incident = incident.Id };
        }
        return null;
    }
}

namespace IncidentBot;

/// <summary>Who may do what: the house's rights and the policy's rules, asked before every decision.</summary>
internal static class Authority
{
    /// <summary>Why this person may not do this here by this verb; null when they may.</summary>
    public static Reply? Refusal(string verb, Command command, Recorded? about, Incident incident, Person by, Policy policy)
    {
        if (incident.EndedAt is not null && !command.WorksOnEnded) return Ended(incident);
        if (command is IOpenToAuthor && about is not null && by.Is(about.By)) return null;
        return (command.Deed is { } deed && deed != verb ? Refusal(deed, incident, by, policy) : null) ?? Refusal(verb, incident, by, policy);
    }

    /// <summary>Why a rule keeps this person from a deed here; null when none does. While nobody holds a role that a rule names, everybody may.</summary>
    public static Reply? Refusal(string deed, Incident incident, Person by, Policy policy)
    {
        foreach (var rule in policy.Authority.Where(rule => rule.SpeaksOf(deed, incident)))
        {
            var holders = rule.Roles.SelectMany(incident.HoldersOf).Select(holder => holder.Person).ToList();
            if (holders.Any(by.Is) || (rule.Admins && IsProvenAdmin(by))) continue;
            if (rule.Roles.Count == 0 ? by.Right == Right.Admin : holders.Count == 0) continue;
            return ForOthers(deed, rule, holders, incident, policy);
        }
        return null;
    }

    /// <summary>True when this person would not be refused a deed here for want of a right or a role.</summary>
    public static bool Allows(string deed, Incident incident, Person by, Policy policy) => by.Right >= Right.Responder && Refusal(deed, incident, by, policy) is null;

    /// <summary>Why somebody with this right may not do what takes another; null when they may.</summary>
    public static Reply? Refusal(Right needed, Person by) => by.Right >= needed ? null : Reply.Refuse(needed switch
    {
        Right.Admin => "That is for admins of IncidentBot. Ask one of them, or have your rights changed where people sign in.",
        _ when by.Right == Right.Reader => "You may read everything here, but not take part: your right is reader. Ask an admin of IncidentBot to make you a responder.",
        _ => "You have no right to do anything here. Ask an admin of IncidentBot.",
    });

    /// <summary>The answer to whoever would go on with what has ended.</summary>
    public static Reply Ended(Incident incident) => Reply.Refuse(
        $"{incident.Id} is {incident.Stage.ToString().ToLowerInvariant()}: it can be read and reviewed, and its follow-ups go on. Reopen it to do more.",
        LineWriter.Line(incident.Id, "reopen")) with { Incident = incident.Id };

    private static Reply ForOthers(string deed, AuthorityRule rule, List<Person> holders, Incident incident, Policy policy)
    {
        var when = rule.Stages.Count == 0 ? $"On a {incident.Severity}" : $"While a {incident.Severity} is in {incident.Stage.Word()}";
        IEnumerable<string> who = [
            .. rule.Roles.Select(role => $"the {policy.RoleBy(role)?.Title.ToLowerInvariant() ?? role}"),
            .. rule.Admins && !policy.Access.IsOpen ? ["admins of IncidentBot"] : Array.Empty<string>()];
        var ask = holders.Count == 0 ? "" : $": ask {Words.Join(holders.Select(holder => holder.Name).Distinct())}";
        return Reply.Refuse($"{when}, {deed} is for {string.Join(" or ", who)}{ask}.", LineWriter.Line(incident.Id, "role", "list")) with { Incident = incident.Id };
    }

    // Without sign-in everybody says they are anybody: then roles alone count.
    private static bool IsProvenAdmin(Person by) => by is { Right: Right.Admin, Claimed: false };
}

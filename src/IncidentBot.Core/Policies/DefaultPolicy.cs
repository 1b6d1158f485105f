namespace IncidentBot;

/// <summary>
/// The plan of a good small team, so that an empty settings file is enough. Thresholds follow PagerDuty's incident response
/// documentation, Google's SRE book (chapter 14), GitLab's handbook and NIST SP 800-61r3.
/// </summary>
public static class DefaultPolicy
{
    private static readonly IReadOnlyDictionary<Audience, string> Templates = new Dictionary<Audience, string>
    {
        [Audience.Internal] = "Conditions: \nActions: \nNeeds: ",
        [Audience.Stakeholders] = "{severity} {title}. Impact: {impact} What we are doing: ",
        [Audience.Public] = "We are aware of a problem and are working on it. {impact} We will tell you more by: ",
    };

    /// <summary>The whole plan.</summary>
    public static Policy Create() => new()
    {
        Command = "incident",
        DefaultSeverity = new Severity(3),
        Severities = [
            Rule(1, "critical", "Most customers are hit, or their data is exposed. Customers and leadership must be told.", 5, 15, 20, 30, 20, review: (true, 3)),
            Rule(2, "major", "Many customers are hit, or an internal system is compromised.", 5, 30, 30, 60, 30, review: (true, 5)),
            Rule(3, "moderate", "Few customers are hit, or this could become worse.", 10, 60, 60, 24 * 60, 60, review: (true, 10)),
            Rule(4, "minor", "Customers do not notice, but something must be done.", 60, 24 * 60, 240, 24 * 60, 24 * 60, review: (false, 10)),
            Rule(5, "cosmetic", "A flaw that can wait.", 24 * 60, 24 * 60, 24 * 60, 24 * 60, 24 * 60, review: (false, 10)),
        ],
        Roles = [
            Role(RoleNames.Commander, "Incident commander", ["ic", "lead", "incident-commander"], false, "Decides, assigns roles, keeps the pace. Does not fix things in a SEV1 or SEV2."),
            Role(RoleNames.Deputy, "Deputy", ["second"], false, "Stands by the commander, watches time and open questions, takes over when asked."),
            Role("scribe", "Scribe", [], true, "Sees to it that decisions, findings and times are on the timeline."),
            Role("operations", "Operations lead", ["ops", "tech-lead", "technical-lead"], true, "Leads the work on the system. Only operations change it."),
            Role(RoleNames.Communications, "Communications lead", ["comms", "customer-liaison"], true, "Tells customers and stakeholders what we know, and when they will hear more."),
            Role("liaison", "Internal liaison", ["internal-liaison"], true, "Brings in further teams and keeps the house informed."),
            Role("expert", "Subject-matter expert", ["sme"], true, "Knows the system at hand; reports conditions, actions and needs."),
            Role(RoleNames.SecurityLead, "Security lead", ["security"], false, "Leads containment and forensics; sees that evidence is kept."),
            Role("legal", "Legal and privacy", ["privacy"], true, "Judges duties to regulators and to the people concerned."),
        ],
        Exits = [
            new(Exit.Triage, CriterionName.Commander, new Severity(3)),
            new(Exit.Triage, CriterionName.Impact, new Severity(3)),
            new(Exit.Triage, CriterionName.FirstUpdate, new Severity(2)),
            new(Exit.Resolve, CriterionName.ImpactEnd, new Severity(3)),
            new(Exit.Resolve, CriterionName.LastUpdate, new Severity(2)),
            new(Exit.Close, CriterionName.FollowUpsOwned, new Severity(5)),
            new(Exit.Close, CriterionName.ReviewFinished, new Severity(3)),
        ],
        Authority = [
            new(["resolve", "close", "reopen", "cancel", "merge"], [RoleNames.Commander, RoleNames.Deputy], new Severity(2)),
            new(["private", "public", "member", "redact"], [RoleNames.Commander, RoleNames.SecurityLead], new Severity(5)) { Admins = true },
            new(["hold", "unhold"], [RoleNames.Commander, RoleNames.SecurityLead, "legal"], new Severity(5)) { Admins = true },
        ],
        Services = [],
        HandoffAnswerWithin = TimeSpan.FromMinutes(5),
        Reminders = new ReminderRules(Most: 5, FollowUpEvery: TimeSpan.FromDays(1), ReviewEvery: TimeSpan.FromDays(1)),
    };

    private static SeverityRule Rule(int level, string name, string description, int commander, int triage, int update, int stakeholders, int customers, (bool Needed, int Days) review) => new()
    {
        Severity = new Severity(level),
        Name = name,
        Description = description,
        CommanderWithin = TimeSpan.FromMinutes(commander),
        TriageWithin = TimeSpan.FromMinutes(triage),
        UpdateEvery = TimeSpan.FromMinutes(update),
        StakeholdersEvery = TimeSpan.FromMinutes(stakeholders),
        PublicEvery = TimeSpan.FromMinutes(customers),
        NeedsReview = review.Needed,
        ReviewDueAfter = TimeSpan.FromDays(review.Days),
        Templates = Templates,
    };

    private static RoleRule Role(string name, string title, string[] aliases, bool many, string duties) =>
        new() { Name = name, Title = title, Aliases = aliases, Many = many, Duties = duties };
}

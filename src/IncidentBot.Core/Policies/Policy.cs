namespace IncidentBot;

/// <summary>The house rules as plain data. <see cref="DefaultPolicy"/> is a good small team's plan; settings change what they name.</summary>
public sealed record Policy
{
    /// <summary>The root command: <c>/incident</c>. Other tools claim that word too, so it can be another.</summary>
    public required string Command { get; init; }

    /// <summary>From the worst to the mildest.</summary>
    public required IReadOnlyList<SeverityRule> Severities { get; init; }

    /// <summary>What an incident gets when nobody says how bad it is.</summary>
    public required Severity DefaultSeverity { get; init; }

    /// <summary>Who does what.</summary>
    public required IReadOnlyList<RoleRule> Roles { get; init; }

    /// <summary>What must be there before a stage is left.</summary>
    public required IReadOnlyList<ExitRule> Exits { get; init; }

    /// <summary>Which roles may do what, where not everybody may.</summary>
    public required IReadOnlyList<AuthorityRule> Authority { get; init; }

    /// <summary>Whom the house lets in, and as what.</summary>
    public AccessPolicy Access { get; init; } = AccessPolicy.Open;

    /// <summary>The services of the house; empty when none are named.</summary>
    public required IReadOnlyList<ServiceRule> Services { get; init; }

    /// <summary>How long an offered handoff waits for an answer.</summary>
    public required TimeSpan HandoffAnswerWithin { get; init; }

    /// <summary>How reminders repeat.</summary>
    public required ReminderRules Reminders { get; init; }

    /// <summary>What follows from alerts that no incident has.</summary>
    public AlertPolicy Alerts { get; init; } = AlertPolicy.Default;

    /// <summary>What secrets look like that people paste by mistake.</summary>
    public IReadOnlyList<SecretShape> Secrets { get; init; } = [.. SecretShapes.Default.OrderBy(shape => shape.Key, StringComparer.Ordinal).Select(shape => shape.Value)];

    /// <summary>Chats in which an incident gets a room, besides the war room.</summary>
    public IReadOnlyList<string> Chats { get; init; } = [];

    /// <summary>Those of them that hear of an incident only what they are told, and whose people are let in one by one.</summary>
    public IReadOnlyList<string> Mirrors { get; init; } = [];

    /// <summary>How long after its end an incident's rooms are archived; null when they never are.</summary>
    public TimeSpan? ArchiveRoomsAfter { get; init; } = TimeSpan.FromDays(7);

    /// <summary>The rule of a severity; the mildest one's for a level that the policy does not know.</summary>
    public SeverityRule RuleOf(Severity severity) => Severities.FirstOrDefault(rule => rule.Severity == severity) ?? Severities[^1];

    /// <summary>The role with this name or alias; null when there is none.</summary>
    public RoleRule? RoleBy(string word) => Roles.FirstOrDefault(role => role.Answers(word));
}

/// <summary>What a severity means and what it asks for.</summary>
public sealed record SeverityRule
{
    /// <summary>Which one.</summary>
    public required Severity Severity { get; init; }

    /// <summary>A word for it: <c>critical</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How to recognise it.</summary>
    public required string Description { get; init; }

    /// <summary>True when a review is demanded before it is closed.</summary>
    public required bool NeedsReview { get; init; }

    /// <summary>How long after being resolved the review is due.</summary>
    public required TimeSpan ReviewDueAfter { get; init; }

    /// <summary>How long it may be without a commander before somebody is reminded.</summary>
    public required TimeSpan CommanderWithin { get; init; }

    /// <summary>How long triage may take before somebody is reminded.</summary>
    public required TimeSpan TriageWithin { get; init; }

    /// <summary>How long the team may go without a working update.</summary>
    public required TimeSpan UpdateEvery { get; init; }

    /// <summary>How long stakeholders may go without an update: the next one is promised for then.</summary>
    public required TimeSpan StakeholdersEvery { get; init; }

    /// <summary>How long customers may go without an update: the next one is promised for then.</summary>
    public required TimeSpan PublicEvery { get; init; }

    /// <summary>What an update begins with, by audience; {title}, {severity} and {impact} are filled in.</summary>
    public required IReadOnlyDictionary<Audience, string> Templates { get; init; }

    /// <summary>How long an audience may go without an update.</summary>
    public TimeSpan Cadence(Audience audience) => audience switch
    {
        Audience.Internal => UpdateEvery,
        Audience.Stakeholders => StakeholdersEvery,
        _ => PublicEvery,
    };
}

/// <summary>A role that people take in an incident.</summary>
public sealed record RoleRule
{
    /// <summary>Its word in lines and on the timeline: <c>commander</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its title: <c>Incident commander</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Other words for it.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>True when several people may hold it at once.</summary>
    public required bool Many { get; init; }

    /// <summary>What it does, for whoever takes it.</summary>
    public required string Duties { get; init; }

    /// <summary>True when this word means this role.</summary>
    public bool Answers(string word) =>
        Name.Equals(word, StringComparison.OrdinalIgnoreCase) || Aliases.Contains(word, StringComparer.OrdinalIgnoreCase);
}

/// <summary>The names of roles that rules speak of.</summary>
public static class RoleNames
{
    /// <summary>The incident commander: one person who decides.</summary>
    public const string Commander = "commander";

    /// <summary>Stands by the commander and takes over when needed.</summary>
    public const string Deputy = "deputy";

    /// <summary>Speaks to customers.</summary>
    public const string Communications = "communications";

    /// <summary>Leads containment and forensics of a security incident.</summary>
    public const string SecurityLead = "security-lead";
}

/// <summary>What must be there before a stage is left forwards.</summary>
/// <param name="Leaving">Which way out.</param>
/// <param name="Criterion">What must be there.</param>
/// <param name="From">It is asked of this severity and worse ones.</param>
public sealed record ExitRule(Exit Leaving, CriterionName Criterion, Severity From);

/// <summary>Which roles may do a deed, where not everybody may. While nobody holds any of them, everybody may; without a role it is for the house's admins alone.</summary>
/// <param name="Verbs">The verbs' words.</param>
/// <param name="Roles">Who may.</param>
/// <param name="From">For this severity and worse ones.</param>
public sealed record AuthorityRule(IReadOnlyList<string> Verbs, IReadOnlyList<string> Roles, Severity From)
{
    /// <summary>In which stages; empty means in all.</summary>
    public IReadOnlyList<Stage> Stages { get; init; } = [];

    /// <summary>True when the house's admins may too.</summary>
    public bool Admins { get; init; }

    /// <summary>True when the rule speaks of this verb on this incident as it stands.</summary>
    public bool SpeaksOf(string verb, Incident incident) =>
        Verbs.Contains(verb) && incident.Severity.IsAtLeast(From) && (Stages.Count == 0 || Stages.Contains(incident.Stage));
}

/// <summary>A service of the house.</summary>
/// <param name="Name">How people name it.</param>
/// <param name="Owner">The team or person that owns it; null when unknown.</param>
/// <param name="RevenueCritical">True when revenue leaks while it is down.</param>
public sealed record ServiceRule(string Name, string? Owner, bool RevenueCritical);

/// <summary>How reminders repeat: always a bounded number of times.</summary>
/// <param name="Most">How often one falls at most while nobody acts.</param>
/// <param name="FollowUpEvery">How long after its due date a follow-up is called again.</param>
/// <param name="ReviewEvery">How long after its due date a review is called again.</param>
public sealed record ReminderRules(int Most, TimeSpan FollowUpEvery, TimeSpan ReviewEvery);

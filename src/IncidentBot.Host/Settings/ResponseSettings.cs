namespace IncidentBot.Host.Settings;

/// <summary>The house rules as the settings file writes them. What is null or absent stays as <see cref="DefaultPolicy"/> has it.</summary>
public sealed class ResponseSettings
{
    /// <summary>The root command, without its slash.</summary>
    public string? Command { get; set; }

    /// <summary>What an incident gets when nobody says how bad it is.</summary>
    public Severity? DefaultSeverity { get; set; }

    /// <summary>By severity: <c>SEV1</c>.</summary>
    public Dictionary<string, SeveritySettings> Severities { get; set; } = [];

    /// <summary>By the role's word: <c>commander</c>.</summary>
    public Dictionary<string, RoleSettings> Roles { get; set; } = [];

    /// <summary>By the service's name.</summary>
    public Dictionary<string, ServiceSettings> Services { get; set; } = [];

    /// <summary>By the way out, then by criterion: from which severity on it is asked, or <c>never</c>.</summary>
    public Dictionary<string, Dictionary<string, string>> Exits { get; set; } = [];

    /// <summary>By the verb that not everybody may say.</summary>
    public Dictionary<string, AuthoritySettings> Authority { get; set; } = [];

    /// <summary>What an update begins with, by audience.</summary>
    public Dictionary<string, string> Templates { get; set; } = [];

    /// <summary>How long an offered handoff waits for an answer.</summary>
    public TimeSpan? HandoffAnswerWithin { get; set; }

    /// <summary>How long after its end an incident's rooms on chats are archived, or <c>never</c>.</summary>
    public string? ArchiveRoomsAfter { get; set; }

    /// <summary>How reminders repeat.</summary>
    public ReminderSettings Reminders { get; set; } = new();
}

/// <summary>What a severity means and what it asks for.</summary>
public sealed class SeveritySettings
{
    /// <summary>False takes it out of use.</summary>
    public bool? Enabled { get; set; }

    /// <summary>A word for it.</summary>
    public string? Name { get; set; }

    /// <summary>How to recognise it.</summary>
    public string? Description { get; set; }

    /// <summary>Whether a review is demanded.</summary>
    public bool? NeedsReview { get; set; }

    /// <summary>How long after being resolved the review is due.</summary>
    public TimeSpan? ReviewDueAfter { get; set; }

    /// <summary>How long it may be without a commander.</summary>
    public TimeSpan? CommanderWithin { get; set; }

    /// <summary>How long triage may take.</summary>
    public TimeSpan? TriageWithin { get; set; }

    /// <summary>How long the team may go without an update.</summary>
    public TimeSpan? UpdateEvery { get; set; }

    /// <summary>How long stakeholders may go without one.</summary>
    public TimeSpan? StakeholdersEvery { get; set; }

    /// <summary>How long customers may go without one.</summary>
    public TimeSpan? PublicEvery { get; set; }

    /// <summary>What an update begins with, by audience, for this severity alone.</summary>
    public Dictionary<string, string> Templates { get; set; } = [];
}

/// <summary>A role that people take.</summary>
public sealed class RoleSettings
{
    /// <summary>False takes it out of use.</summary>
    public bool? Enabled { get; set; }

    /// <summary>Its title.</summary>
    public string? Title { get; set; }

    /// <summary>Other words for it.</summary>
    public List<string>? Aliases { get; set; }

    /// <summary>Whether several people may hold it at once.</summary>
    public bool? Many { get; set; }

    /// <summary>What it does.</summary>
    public string? Duties { get; set; }
}

/// <summary>A service of the house.</summary>
public sealed class ServiceSettings
{
    /// <summary>Who owns it.</summary>
    public string? Owner { get; set; }

    /// <summary>Whether revenue leaks while it is down.</summary>
    public bool RevenueCritical { get; set; }
}

/// <summary>Who may say a verb.</summary>
public sealed class AuthoritySettings
{
    /// <summary>The roles that may.</summary>
    public List<string>? Roles { get; set; }

    /// <summary>From which severity on, or <c>never</c>.</summary>
    public string? From { get; set; }

    /// <summary>In which stages; empty for all.</summary>
    public List<string>? Stages { get; set; }

    /// <summary>Whether the admins of IncidentBot may too; alone, when no role is named.</summary>
    public bool? Admins { get; set; }
}

/// <summary>How reminders repeat.</summary>
public sealed class ReminderSettings
{
    /// <summary>How often one falls at most while nobody acts.</summary>
    public int? Most { get; set; }

    /// <summary>How long after its due date a follow-up is called again.</summary>
    public TimeSpan? FollowUpEvery { get; set; }

    /// <summary>How long after its due date a review is called again.</summary>
    public TimeSpan? ReviewEvery { get; set; }
}

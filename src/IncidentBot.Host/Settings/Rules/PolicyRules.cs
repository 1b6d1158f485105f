using System.Text.RegularExpressions;
using IncidentBot.Host.Settings.Reading;

namespace IncidentBot.Host.Settings.Rules;

/// <summary>Lays the settings over the default policy, and tells what would not make sense.</summary>
internal static partial class PolicyRules
{
    /// <summary>A setting that switches a rule off.</summary>
    public const string Never = "never";

    /// <summary>The house rules that hold.</summary>
    public static Policy Over(Policy defaults, ResponseSettings settings, Verbs verbs, StartupFaults faults)
    {
        var at = new RuleFaults(faults);
        var templates = TemplateRules.Over(DefaultTemplates(defaults), settings.Templates, "Response:Templates", at);
        var severities = SeverityRules.Over(defaults.Severities, settings.Severities, templates, at);
        var roles = RoleRules.Over(defaults.Roles, settings.Roles, at);
        var policy = defaults with
        {
            Command = settings.Command ?? defaults.Command,
            Severities = severities,
            DefaultSeverity = settings.DefaultSeverity ?? defaults.DefaultSeverity,
            Roles = roles,
            Services = [.. settings.Services.Select(service => new ServiceRule(service.Key, service.Value.Owner, service.Value.RevenueCritical))],
            Exits = ExitRules.Over(defaults.Exits, settings.Exits, at),
            Authority = AuthorityRules.Over(defaults.Authority, settings.Authority, roles, verbs, at),
            HandoffAnswerWithin = at.Positive(settings.HandoffAnswerWithin, "Response:HandoffAnswerWithin") ?? defaults.HandoffAnswerWithin,
            ArchiveRoomsAfter = settings.ArchiveRoomsAfter is { } after ? at.OrNever(after, "Response:ArchiveRoomsAfter") : defaults.ArchiveRoomsAfter,
            Reminders = Reminders(defaults.Reminders, settings.Reminders, at),
        };
        if (!Word().IsMatch(policy.Command)) at.Add("Response:Command", $"“{Words.Brief(policy.Command, 40)}” cannot be a command. Write a word of small letters, digits and dashes, without the slash.");
        if (severities.Count > 0 && severities.All(rule => rule.Severity != policy.DefaultSeverity))
            at.Add("Response:DefaultSeverity", $"{policy.DefaultSeverity} is not in use. There is {Words.Join(severities.Select(rule => rule.Severity.ToString()))}.");
        return policy;
    }

    private static IReadOnlyDictionary<Audience, string> DefaultTemplates(Policy defaults) => defaults.Severities[0].Templates;

    private static ReminderRules Reminders(ReminderRules defaults, ReminderSettings settings, RuleFaults at)
    {
        if (settings.Most < 1) at.Add("Response:Reminders:Most", $"{settings.Most} reminders are none. Write 1 or more; people can snooze them.");
        return new ReminderRules(
            settings.Most ?? defaults.Most,
            at.Positive(settings.FollowUpEvery, "Response:Reminders:FollowUpEvery") ?? defaults.FollowUpEvery,
            at.Positive(settings.ReviewEvery, "Response:Reminders:ReviewEvery") ?? defaults.ReviewEvery);
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,30}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    public static partial Regex Word();
}

using IncidentBot.Chat.Slack;
using IncidentBot.Chat.Slack.Api;

namespace IncidentBot.Adapters.Tests.Slack.Hearing;

/// <summary>The people of a small workspace.</summary>
internal static class KnownPeople
{
    public const string Team = "T1";

    private static readonly Dictionary<string, string> Names = new() { ["U0ANA"] = "Ana", ["U0BEN"] = "Ben", ["U0CLEO"] = "Cleo", ["U0OTTO"] = "Otto" };

    public static Person Of(string user) => new(SlackNames.Person(Team, user), Names[user]);

    /// <summary>What Slack knows of them.</summary>
    public static SlackUser? User(string user) => Names.TryGetValue(user, out var name) ? new SlackUser(user, Team, name, null, IsEmailConfirmed: false, IsBot: false, IsDeactivated: false) : null;
}

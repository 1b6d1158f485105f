using IncidentBot.Chat.Slack;
using IncidentBot.Chat.Slack.Sockets;
using IncidentBot.Ports;

namespace IncidentBot.Host.Health;

/// <summary>How the house stands with the platforms on which it speaks and hears. While one is away incidents go on, so none of this keeps the house from being worked with.</summary>
internal sealed class Standings(IEnumerable<IChat> chats, SlackConnections? slack = null)
{
    /// <summary>Each way to each platform.</summary>
    public IReadOnlyList<StandingView> All => [.. chats.OfType<IKnowsItsStanding>().Select(Speaking), .. slack is null ? Array.Empty<StandingView>() : [Hearing(slack)]];

    private static StandingView Speaking(IKnowsItsStanding chat)
    {
        var standing = chat.Standing;
        return new StandingView(chat.Name, "speaks", standing.IsWell, standing.Sentence, standing.Since);
    }

    private static StandingView Hearing(SlackConnections connections)
    {
        var standing = connections.Standing;
        return new StandingView(SlackNames.Chat, "hears", standing.IsWell, standing.Sentence, standing.Since) { Connections = connections.Count, LastHeardAt = connections.LastHeardAt };
    }
}

/// <summary>How one way to a platform stands.</summary>
/// <param name="Platform">Which.</param>
/// <param name="Way">speaks or hears.</param>
/// <param name="Well">True while it does.</param>
/// <param name="Sentence">The same in words, with what to do.</param>
/// <param name="Since">Since when; null when it is not known.</param>
internal sealed record StandingView(string Platform, string Way, bool Well, string Sentence, DateTimeOffset? Since)
{
    /// <summary>How many connections are open; null where there are none to count.</summary>
    public int? Connections { get; init; }

    /// <summary>When anything last came by them.</summary>
    public DateTimeOffset? LastHeardAt { get; init; }
}

using IncidentBot.Chat.Slack.Api;

namespace IncidentBot.Chat.Slack.Checking;

/// <summary>What a call to Slack may end in other than its answer; the message is a sentence for people.</summary>
internal static class SlackTrouble
{
    /// <summary>True for Slack's no, for silence, and when it asks to wait.</summary>
    public static bool Is(Exception fault) => fault is SlackFaultException or SlackAwayException or SlackBusyException;
}

using System.Data.Common;
using IncidentBot.Chat.Slack.Api;
using IncidentBot.Ports;

namespace IncidentBot.Chat.Slack.Hearing;

/// <summary>Tells what may be better next time (the store or Slack is away) from what never will be (a fault of ours).</summary>
internal static class PassingFaults
{
    /// <summary>True when the same delivery may be taken in another time.</summary>
    public static bool Is(Exception fault) => IsOfStore(fault) || fault is SlackAwayException or FarSideBusyException;

    /// <summary>True when nothing can be recorded.</summary>
    public static bool IsOfStore(Exception fault) => fault is StoreFencedException or StoreUnavailableException or IOException or TimeoutException or DbException;
}

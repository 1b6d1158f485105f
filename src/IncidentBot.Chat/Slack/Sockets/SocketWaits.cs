namespace IncidentBot.Chat.Slack.Sockets;

/// <summary>How long to wait before a connection is opened again: never in step with others, and never so short that it could become a storm.</summary>
internal sealed class SocketWaits(SocketPace pace, Random chance)
{
    private int tries;
    private int crowded;

    /// <summary>The wait after a departure.</summary>
    /// <param name="departure">Why.</param>
    /// <param name="stood">How long the connection stood; nothing when there was none.</param>
    public TimeSpan After(Departure departure, TimeSpan stood)
    {
        if (stood >= pace.GoodAfter) (tries, crowded) = (0, 0);
        return departure switch
        {
            Departure.Recycled when tries++ == 0 => TimeSpan.Zero,
            Departure.Recycled => Uneven(Doubled(pace.FirstWait, tries - 2, pace.LongestWait)),
            Departure.Crowded => Uneven(Doubled(pace.CrowdedWait, crowded++, pace.PersonWait)),
            Departure.Busy busy => busy.Wait + Uneven(pace.FirstWait),
            Departure.ForAPerson => Uneven(pace.PersonWait),
            _ => Uneven(Doubled(pace.FirstWait, tries++, pace.LongestWait)),
        };
    }

    private static TimeSpan Doubled(TimeSpan first, int times, TimeSpan longest) => TimeSpan.FromTicks(Math.Min(longest.Ticks, first.Ticks << Math.Clamp(times, 0, 20)));

    // From half of it to the whole.
    private TimeSpan Uneven(TimeSpan wait) => wait * (0.5 + chance.NextDouble() / 2);
}

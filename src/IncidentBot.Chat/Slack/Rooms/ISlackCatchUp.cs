namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>Reads back what was said in incidents' channels while nobody listened.</summary>
internal interface ISlackCatchUp
{
    /// <summary>Asks for it; it happens soon, beside everything else.</summary>
    /// <param name="reason">Why, for the log: "connected again after a gap".</param>
    /// <param name="channel">The channel's id; null for every incident's channel.</param>
    void Ask(string reason, string? channel = null);
}

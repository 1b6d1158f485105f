namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>Reads back what was said in incidents' channels while nobody listened.</summary>
internal interface ISlackCatchUp
{
    /// <summary>Asks for it; it is done in the background, once for all who ask at the same time.</summary>
    /// <param name="reason">Why, for the log.</param>
    /// <param name="channel">Which channel; null for all.</param>
    void Ask(string reason, string? channel = null);
}

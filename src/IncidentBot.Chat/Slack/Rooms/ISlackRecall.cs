namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>Knows under which number a message of an incident's channel stands on the timeline.</summary>
internal interface ISlackRecall
{
    /// <summary>The message's entry; one that is not recorded yet is fetched and recorded first. Null when the channel is no incident's, or Slack has no such message.</summary>
    ValueTask<int?> EntryOfAsync(string team, string channel, string ts, CancellationToken cancellation = default);
}

using IncidentBot.Chat.Slack.Rooms;

namespace IncidentBot.Adapters.Tests.Slack.Hearing;

/// <summary>Which messages stand on a timeline, as the test wrote them down.</summary>
internal sealed class RecallBook : ISlackRecall
{
    public Dictionary<string, int> Entries { get; } = [];

    public ValueTask<int?> EntryOfAsync(string team, string channel, string ts, CancellationToken cancellation = default) =>
        ValueTask.FromResult<int?>(Entries.TryGetValue($"{team}/{channel}/{ts}", out var entry) ? entry : null);
}

using IncidentBot.Chat.Slack.Rooms;

namespace IncidentBot.Adapters.Tests.Slack.Hearing;

/// <summary>Writes down why it was asked to read back.</summary>
internal sealed class AskedCatchUp : ISlackCatchUp
{
    public List<string> Reasons { get; } = [];

    public void Ask(string reason, string? channel = null) => Reasons.Add(reason);
}

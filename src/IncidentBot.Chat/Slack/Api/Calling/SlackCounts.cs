using System.Diagnostics.Metrics;

namespace IncidentBot.Chat.Slack.Api.Calling;

/// <summary>Counts what became of calls, by method: never whose or about what.</summary>
internal sealed class SlackCounts(IMeterFactory meters)
{
    private readonly Counter<long> calls = meters.Create("IncidentBot.Slack").CreateCounter<long>("incidentbot.slack.calls", description: "Calls to Slack's Web API, by method and outcome.");

    /// <summary>A call has ended.</summary>
    public void Ended(string method, string outcome) => calls.Add(1, KeyValuePair.Create<string, object?>("method", method), KeyValuePair.Create<string, object?>("outcome", outcome));
}

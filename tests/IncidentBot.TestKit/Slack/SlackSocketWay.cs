using System.Text.Json.Nodes;

namespace IncidentBot.TestKit;

/// <summary>Slack's deliveries through the connections that the bot opened, one after the other.</summary>
internal sealed class SlackSocketWay(FakeSlackSocket sockets) : ISlackWay
{
    private int turn;

    public async Task<SlackReceipt> SendAsync(SlackSent sent, int retry, CancellationToken cancellation)
    {
        var open = sockets.Open;
        if (open.Count == 0) return SlackReceipt.None;
        var kind = sent.Kind switch { SlackKind.Event => "events_api", SlackKind.Command => "slash_commands", _ => "interactive" };
        if (await open[(int)((uint)Interlocked.Increment(ref turn) % open.Count)].DeliverAsync(kind, sent.Body, retry) is not { } acknowledged) return SlackReceipt.None;
        return new SlackReceipt(200, acknowledged["payload"] is JsonObject { Count: > 0 } payload ? (JsonObject)payload.DeepClone() : null, acknowledged.ToJsonString());
    }
}

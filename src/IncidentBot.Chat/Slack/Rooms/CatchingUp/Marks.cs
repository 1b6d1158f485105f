using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IncidentBot.Ports;

namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>
/// Remembers up to which message each channel is known to be on the timeline without a gap. What was recorded live says nothing about
/// that: it may have come after a gap that nobody has read back. Whoever holds them reads back; on several nodes that is one of them.
/// </summary>
internal sealed class Marks(ITimelineStore store) : IAsyncDisposable
{
    private const string Group = "slack-rooms";
    private const string Table = "slack-marks";

    private IWorkersLease? lease;

    /// <summary>True when this node reads back; asks for it when no node does.</summary>
    public async ValueTask<bool> HoldAsync(CancellationToken cancellation)
    {
        if (lease is { Lost.IsCancellationRequested: true }) await LetGoAsync();
        lease ??= await store.TryAcquireLeaseAsync(Group, cancellation);
        return lease is not null;
    }

    /// <summary>The <c>ts</c> up to which a channel is whole; null when it was never read.</summary>
    public async ValueTask<string?> OfAsync(SlackRoom room, CancellationToken cancellation) =>
        await store.FindRowAsync(Table, Id(room), cancellation) is { Json: var json } ? JsonDocument.Parse(json).RootElement.GetString() : null;

    /// <summary>Remembers it.</summary>
    public async ValueTask SetAsync(SlackRoom room, string ts, CancellationToken cancellation)
    {
        if (lease is null) return;
        var row = new ProjectionRow(Table, Id(room), room.Incident.Number, Encoding.UTF8.GetBytes($"\"{JsonEncodedText.Encode(ts)}\""));
        try
        {
            await lease.SaveAsync(new ProjectionChanges(Group, store.Health.DurablePosition, [row], []), cancellation);
        }
        catch (LeaseLostException)
        {
            // Another node reads back now, from an earlier mark.
            await LetGoAsync();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => LetGoAsync();

    private async ValueTask LetGoAsync()
    {
        var held = lease;
        lease = null;
        if (held is not null) await held.DisposeAsync();
    }

    private static long Id(SlackRoom room) => BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(room.Address))) & long.MaxValue;
}

using System.Collections.Concurrent;
using IncidentBot.Chat.Slack.Api;
using IncidentBot.Ports;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>Sees to it that the message at the head of a thread is recorded before its answers, also when Slack delivers them the other way round.</summary>
internal sealed class Threads(ISlack slack, Shelf shelf, TimeProvider clock, ILogger<Threads> logger)
{
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(1);

    // Heads that are nobody's words (the bot's own, or deleted): Slack is asked about them once.
    private readonly ConcurrentDictionary<string, byte> wordless = new(StringComparer.Ordinal);

    /// <summary>Waits for the head of the message's thread, and fetches it when it never came. What Slack does not give soon is done without.</summary>
    public async Task FindAsync(Transcript transcript, SlackRoom room, SlackMessage message, Turns.Turn turn)
    {
        if (message.ThreadTs is not { } root) return;
        await transcript.AwaitAsync(room.Message(root), CancellationToken.None);
        if (await IsKnownAsync(room, root) || wordless.ContainsKey(room.Message(root))) return;
        turn.Begin();
        using var patience = new CancellationTokenSource(Patience, clock);
        try
        {
            await FetchAsync(transcript, room, root, patience.Token);
            if (await IsKnownAsync(room, root)) return;
            if (wordless.Count >= MostRemembered) wordless.Clear();
            wordless[room.Message(root)] = 0;
        }
        catch (Exception fault) when (fault is SlackFaultException or SlackAwayException or FarSideBusyException or OperationCanceledException)
        {
            Log.HeadMissing(logger, room.Message(root), fault.Message);
        }
    }

    /// <summary>Fetches a message that never came, and records it; one that was said just now is on its way, and taken as if it had come.</summary>
    public async Task FetchAsync(Transcript transcript, SlackRoom room, string ts, CancellationToken cancellation)
    {
        if (await slack.MessageAsync(new SlackPlace(room.Channel, ts), null, cancellation) is { } json && SlackMessage.Read(json) is { At: not null } message && MessageKinds.IsContent(message))
            await transcript.TakeAsync(room, message, IsOld(message), cancellation);
    }

    /// <summary>True when a message was said so long ago that it should have come.</summary>
    public bool IsOld(SlackMessage message) => clock.GetUtcNow() - message.At > Young;

    private async ValueTask<bool> IsKnownAsync(SlackRoom room, string ts)
    {
        var incident = await shelf.GetAsync(room.Incident, CancellationToken.None);
        var identity = room.Message(ts);
        return incident.EntryOf(identity) is not null || incident.Cards.ContainsValue(identity);
    }
}

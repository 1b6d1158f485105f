using IncidentBot.Chat.Slack.Api;
using IncidentBot.Ports;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>Reads a stretch of a channel and its threads from Slack, however many pages that takes, and however often Slack asks to wait.</summary>
internal sealed class Gap(ISlack slack, Shelf shelf, TimeProvider clock, ILogger<Gap> logger)
{
    private const int MostOldThreads = 50;

    // A thread may be answered long after its head was written.
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(1);
    private static readonly TimeSpan ShortLookBack = TimeSpan.FromHours(1);

    /// <summary>What stands in the channel behind a mark, and what was answered or changed since then before it: the oldest first.</summary>
    public async Task<IReadOnlyList<SlackMessage>> ReadAsync(Errand errand, string mark, CancellationToken cancellation)
    {
        var from = SlackTime.Write(SlackTime.Read(mark)!.Value - (errand.Reading == Reading.Gap ? LookBack : ShortLookBack));
        var heads = await AllAsync(cursor => slack.HistoryAsync(errand.Room.Channel, from, cursor, cancellation), cancellation);
        var found = new Dictionary<string, SlackMessage>(StringComparer.Ordinal);
        foreach (var message in heads) found[message.Ts] = message;
        foreach (var head in heads.Where(head => head.LatestReply is { } latest && SlackTime.IsAfter(latest, mark)).Select(head => head.Ts).Concat(await OldThreadsAsync(errand.Room, from, mark, cancellation)))
            foreach (var answer in await AllAsync(cursor => slack.RepliesAsync(errand.Room.Channel, head, mark, cursor, cancellation), cancellation)) found.TryAdd(answer.Ts, answer);
        return [.. found.Values.OrderBy(message => message.Ts, SlackTime.Order)];
    }

    // Heads that are too old to be read again, of threads that were alive lately.
    private async ValueTask<IReadOnlyList<string>> OldThreadsAsync(SlackRoom room, string from, string mark, CancellationToken cancellation)
    {
        var incident = await shelf.GetAsync(room.Incident, cancellation);
        var said = incident.KnownMessages.Where(known => known.Key.StartsWith(room.Address + "/", StringComparison.Ordinal)).Select(known => (known.Value, SlackNames.PlaceOf(known.Key)!.Ts)).ToLookup(known => known.Value, known => known.Ts);
        var alive = SlackTime.Write(SlackTime.Read(mark)!.Value - LookBack);
        return
        [
            .. incident.Threads
                .Select(thread => (Head: said[thread.Key].FirstOrDefault(), Last: thread.Value.SelectMany(answer => said[answer]).DefaultIfEmpty("0").Max(SlackTime.Order)!))
                .Where(thread => thread.Head is not null && !SlackTime.IsAfter(thread.Head, from) && SlackTime.IsAfter(thread.Last, alive))
                .OrderByDescending(thread => thread.Last, SlackTime.Order).Take(MostOldThreads).Select(thread => thread.Head!),
        ];
    }

    private async Task<List<SlackMessage>> AllAsync(Func<string?, ValueTask<SlackHistory>> ask, CancellationToken cancellation)
    {
        var all = new List<SlackMessage>();
        string? cursor = null;
        do
        {
            var page = await PatientlyAsync(() => ask(cursor), cancellation);
            all.AddRange(page.Messages.Select(SlackMessage.Read).OfType<SlackMessage>().Where(message => message.At is not null));
            cursor = page.Cursor;
        }
        while (!string.IsNullOrEmpty(cursor));
        return all;
    }

    private async Task<SlackHistory> PatientlyAsync(Func<ValueTask<SlackHistory>> ask, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (FarSideBusyException busy)
            {
                Log.Waits(logger, busy.Wait);
                await Task.Delay(busy.Wait, clock, cancellation);
            }
        }
    }
}

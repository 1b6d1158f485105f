using System.Collections.Concurrent;
using System.Text.Json;
using IncidentBot.Chat.Slack.Api.Web;
using Fields = System.Collections.Generic.Dictionary<string, string>;

namespace IncidentBot.Chat.Slack.Api.Reading;

/// <summary>
/// Walks through messages, page by page, as far as Slack has them, whatever it lets a page hold (some apps get 15 messages a minute).
/// Slack begins with the latest, so that a gap is read whole before its first message is known. A walk that is interrupted, because Slack asks to wait
/// or is away, goes on where it was when the same is asked again, and ends with what was said meanwhile.
/// </summary>
internal sealed class SlackGaps(TimeProvider clock)
{
    /// <summary>How many messages a page holds at most.</summary>
    public const string PageSize = "200";

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, SlackWalk> left = new();

    /// <summary>Asks for a page.</summary>
    internal delegate Task<MessagesResult> Ask(Fields form, CancellationToken cancellation);

    /// <summary>All messages of a channel after <paramref name="oldest"/>, the oldest first.</summary>
    public async Task<IReadOnlyList<JsonElement>> ReadAsync(string channel, string oldest, Ask page, CancellationToken cancellation)
    {
        var (walk, _) = await WalkAsync(channel, new Fields { ["channel"] = channel }, oldest, page, until: null, cancellation);
        return [.. walk.Seen.Where(message => SlackTs.Of(message) is { } ts && SlackTs.IsLater(ts, oldest)).DistinctBy(SlackTs.Of).OrderBy(SlackTs.Of, SlackTs.InOrder)];
    }

    /// <summary>The message that is sought, in a channel or thread since <paramref name="oldest"/>; null when there is none.</summary>
    public async Task<JsonElement?> FindAsync(string name, Fields form, string oldest, Func<JsonElement, bool> sought, Ask page, CancellationToken cancellation) =>
        (await WalkAsync(name, form, oldest, page, sought, cancellation)).Found;

    private async Task<(SlackWalk Walk, JsonElement? Found)> WalkAsync(string name, Fields form, string oldest, Ask page, Func<JsonElement, bool>? until, CancellationToken cancellation)
    {
        var walk = GoOn($"{name} {oldest}") ?? new SlackWalk(oldest, keeps: until is null);
        do
        {
            // When Slack does not know any more where the walk was, it begins anew.
            if (await NextAsync($"{name} {oldest}", walk, form, page, cancellation) is not { } next) return await WalkAsync(name, form, oldest, page, until, cancellation);
            walk.Take(next);
            if (until is not null && next.Messages.Where(until).Select(message => (JsonElement?)message).FirstOrDefault() is { } found) return (walk, found);
        }
        while (walk.GoesOn());
        return (walk, null);
    }

    private async Task<MessagesResult?> NextAsync(string name, SlackWalk walk, Fields form, Ask page, CancellationToken cancellation)
    {
        var asked = new Fields(form) { ["oldest"] = walk.Oldest, ["limit"] = PageSize, ["include_all_metadata"] = "true" };
        if (walk.Cursor is { } cursor) asked["cursor"] = cursor;
        try
        {
            return await page(asked, cancellation);
        }
        catch (SlackFaultException fault) when (fault.Code == "invalid_cursor" && walk.Cursor is not null)
        {
            return null;
        }
        catch (Exception later) when (later is SlackBusyException or SlackAwayException)
        {
            walk.Leave(clock.GetUtcNow());
            if (walk.HasBegun) left[name] = walk;
            throw;
        }
    }

    private SlackWalk? GoOn(string name)
    {
        foreach (var (other, walk) in left)
            if (clock.GetUtcNow() - walk.LeftAt > Kept) left.TryRemove(other, out _);
        return left.TryRemove(name, out var found) ? found : null;
    }
}

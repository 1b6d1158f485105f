using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Api.Posting;

/// <summary>Sees to it that what is posted under a key is posted once: where an earlier try may have come through, Slack is asked before it is tried again.</summary>
internal sealed class KeyedPosts(TimeProvider clock, ILogger<KeyedPosts> logger)
{
    private const int MostRemembered = 10_000;

    // Slack's clock and ours need not agree.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Unknown = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, 1_024).Select(_ => new SemaphoreSlim(1, 1))];
    private readonly ConcurrentDictionary<string, Try> tries = new();
    private readonly ConcurrentQueue<string> order = new();

    private sealed record Try(DateTimeOffset Since, SlackPlace? Place);

    /// <summary>Posts once under the key, which names the channel too, and answers with where it stands.</summary>
    public async Task<SlackPlace> OnceAsync(
        SlackPost post, string key, Func<CancellationToken, Task<SlackPlace>> postNow, Func<DateTimeOffset, CancellationToken, Task<SlackPlace?>> find, CancellationToken cancellation)
    {
        var turn = turns[(uint)key.GetHashCode(StringComparison.Ordinal) % turns.Length];
        await turn.WaitAsync(cancellation);
        try
        {
            var earlier = tries.GetValueOrDefault(key);
            if (earlier?.Place is { } known) return known;
            var since = earlier?.Since ?? post.Since ?? clock.GetUtcNow() - (post.MayBeThere ? Unknown : TimeSpan.Zero);
            if ((earlier is not null || post.MayBeThere) && await LookAsync(find, since - Margin, cancellation) is { } there) return Remember(key, since, there);
            return await PostAsync(key, since, postNow, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<SlackPlace> PostAsync(string key, DateTimeOffset since, Func<CancellationToken, Task<SlackPlace>> postNow, CancellationToken cancellation)
    {
        try
        {
            return Remember(key, since, await postNow(cancellation));
        }
        catch (Exception unknown) when (unknown is SlackAwayException { MayBeDone: true } or OperationCanceledException)
        {
            Remember(key, since, place: null);
            throw;
        }
    }

    // A double beats a loss: where the bot may not look, it posts.
    private async Task<SlackPlace?> LookAsync(Func<DateTimeOffset, CancellationToken, Task<SlackPlace?>> find, DateTimeOffset since, CancellationToken cancellation)
    {
        try
        {
            var there = await find(since, cancellation);
            if (there is not null) Log.FoundThere(logger);
            return there;
        }
        catch (SlackFaultException fault)
        {
            Log.CannotLook(logger, fault.Code);
            return null;
        }
    }

    private SlackPlace Remember(string key, DateTimeOffset since, SlackPlace? place)
    {
        if (!tries.ContainsKey(key)) order.Enqueue(key);
        tries[key] = new Try(since, place);
        while (tries.Count > MostRemembered && order.TryDequeue(out var oldest)) tries.TryRemove(oldest, out _);
        return place!;
    }
}

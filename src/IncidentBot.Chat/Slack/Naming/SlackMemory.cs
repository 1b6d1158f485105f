using IncidentBot.Chat.Slack.Api;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Naming;

/// <summary>
/// Remembers for a while what was asked. Whoever asks first waits a little, no longer; an answer that comes later serves the next. What could not be asked
/// is not asked again at once, and what was known before holds until something newer is.
/// </summary>
/// <param name="patience">How long anybody waits.</param>
/// <param name="ask">Asks; null is an answer too.</param>
/// <param name="clock">The time.</param>
/// <param name="logger">Hears what went wrong.</param>
internal sealed class SlackMemory<T>(TimeSpan patience, Func<string, Task<T?>> ask, TimeProvider clock, ILogger logger) where T : class
{
    private const int Most = 5_000;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly Lock turn = new();
    private readonly Dictionary<string, Entry> entries = [];

    private sealed record Answer(bool Came, T? Value);

    private sealed record Entry(Task<Answer> Asked, long At, T? Before)
    {
        public T? Known => Asked is { IsCompletedSuccessfully: true, Result: { Came: true } answer } ? answer.Value : Before;
    }

    /// <summary>What is known under this name; null when there is nothing, or nothing in time.</summary>
    public async ValueTask<T?> FindAsync(string name, CancellationToken cancellation)
    {
        var entry = Of(name);
        var left = patience - clock.GetElapsedTime(entry.At);
        if (!entry.Asked.IsCompleted && left > TimeSpan.Zero) await ((Task)entry.Asked.WaitAsync(left, clock, cancellation)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellation.ThrowIfCancellationRequested();
        return entry.Known;
    }

    private Entry Of(string name)
    {
        lock (turn)
        {
            var known = entries.GetValueOrDefault(name);
            if (known is not null && IsGood(known)) return known;
            if (entries.Count >= Most)
                foreach (var old in entries.Where(entry => !IsGood(entry.Value)).Select(entry => entry.Key).ToList()) entries.Remove(old);
            return entries[name] = new Entry(Task.Run(() => AskAsync(name)), clock.GetTimestamp(), known?.Known);
        }
    }

    private bool IsGood(Entry entry) => !entry.Asked.IsCompleted || clock.GetElapsedTime(entry.At) < (entry.Asked.Result.Came ? Kept : Pause);

    private async Task<Answer> AskAsync(string name)
    {
        try
        {
            return new Answer(Came: true, await ask(name));
        }
        catch (Exception no) when (no is SlackFaultException or SlackAwayException or SlackBusyException)
        {
            Log.NotSaid(logger, no.Message);
            return new Answer(Came: false, null);
        }
        catch (Exception fault)
        {
            Log.NotNamed(logger, fault);
            return new Answer(Came: false, null);
        }
    }
}

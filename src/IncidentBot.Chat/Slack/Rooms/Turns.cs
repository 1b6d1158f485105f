using System.Collections.Concurrent;

namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>Lets messages of one channel that arrive at once begin to be recorded in the order in which they were said. Slack does not deliver in order.</summary>
internal sealed class Turns
{
    private readonly ConcurrentDictionary<Turn, byte> waiting = new();

    /// <summary>Takes a place in the channel's order; dispose to leave it.</summary>
    public Turn Take(string channel, string ts)
    {
        var turn = new Turn(this, channel, ts);
        waiting[turn] = 0;
        return turn;
    }

    /// <summary>A place in a channel's order.</summary>
    internal sealed class Turn(Turns turns, string channel, string ts) : IDisposable
    {
        private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

        private string Channel => channel;

        private string Ts => ts;

        /// <summary>Waits until those who are here with an earlier message have begun.</summary>
        public Task ComeAsync() =>
            Task.WhenAll(turns.waiting.Keys.Where(other => other.Channel == channel && SlackTime.IsAfter(ts, other.Ts)).Select(other => other.begun.Task));

        /// <summary>Lets those with later messages begin.</summary>
        public void Begin()
        {
            turns.waiting.TryRemove(this, out _);
            begun.TrySetResult();
        }

        /// <inheritdoc/>
        public void Dispose() => Begin();
    }
}

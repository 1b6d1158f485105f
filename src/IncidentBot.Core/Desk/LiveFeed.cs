using System.Collections.Concurrent;
using System.Threading.Channels;

namespace IncidentBot;

/// <summary>
/// Tells everybody in this process what has just become durable, in the order of recording. The host publishes what it reads
/// from the store's feed; rooms and workers listen. Who falls too far behind is let go, and comes back by reading the timeline.
/// </summary>
public sealed class LiveFeed
{
    private const int Longest = 4_096;

    private readonly ConcurrentDictionary<Channel<Recorded>, byte> listeners = new();

    /// <summary>Everything from now on; dispose to stop. The reader completes when the listener has fallen behind.</summary>
    public Listener Listen()
    {
        var channel = Channel.CreateBounded<Recorded>(new BoundedChannelOptions(Longest) { SingleReader = true });
        listeners[channel] = 0;
        return new Listener(this, channel);
    }

    /// <summary>How many listen now.</summary>
    public int Listeners => listeners.Count;

    /// <summary>Tells all listeners.</summary>
    public void Publish(IEnumerable<Recorded> entries)
    {
        foreach (var entry in entries)
            foreach (var channel in listeners.Keys)
                if (!channel.Writer.TryWrite(entry)) Drop(channel);
    }

    private void Drop(Channel<Recorded> channel)
    {
        listeners.TryRemove(channel, out _);
        channel.Writer.TryComplete();
    }

    /// <summary>One who listens.</summary>
    public sealed class Listener : IDisposable
    {
        private readonly LiveFeed feed;
        private readonly Channel<Recorded> channel;

        internal Listener(LiveFeed feed, Channel<Recorded> channel) => (this.feed, this.channel) = (feed, channel);

        /// <summary>What was recorded since.</summary>
        public ChannelReader<Recorded> Entries => channel.Reader;

        /// <inheritdoc/>
        public void Dispose() => feed.Drop(channel);
    }
}

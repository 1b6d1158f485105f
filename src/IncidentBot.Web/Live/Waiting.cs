using System.Threading.Channels;

namespace IncidentBot.Web.Live;

/// <summary>Waits on a channel, but not for ever.</summary>
internal static class Waiting
{
    /// <summary>True when there is something to read, false when the time is over first, null when the channel is closed.</summary>
    public static async Task<bool?> NextAsync<T>(this ChannelReader<T> reader, TimeSpan longest, TimeProvider clock, CancellationToken cancellation)
    {
        using var time = new CancellationTokenSource(longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellation);
        try
        {
            return await reader.WaitToReadAsync(either.Token) ? true : null;
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}

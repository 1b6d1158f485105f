using IncidentBot.Ports;

namespace IncidentBot.TestKit;

/// <summary>Chance that counts instead: every draw is another one, and every run draws the same.</summary>
public sealed class CountingChance : IChance
{
    private byte drawn;

    /// <inheritdoc/>
    public byte[] Bytes(int count)
    {
        drawn++;
        return [.. Enumerable.Range(0, count).Select(at => (byte)(drawn * 7 + at))];
    }
}

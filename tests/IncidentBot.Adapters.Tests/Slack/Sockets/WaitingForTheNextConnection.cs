using IncidentBot.Chat.Slack.Sockets;

namespace IncidentBot.Adapters.Tests.Slack.Sockets;

public sealed class WaitingForTheNextConnection
{
    private static readonly SocketPace Pace = new();
    private static readonly Departure Lost = new Departure.Lost("It broke.");

    [Test]
    public void Waits_double_up_to_a_limit_and_are_never_even()
    {
        var (high, low) = (new SocketWaits(Pace, new Fixed(0.999999)), new SocketWaits(Pace, new Fixed(0)));
        var highs = Enumerable.Range(0, 9).Select(_ => Math.Round(high.After(Lost, TimeSpan.Zero).TotalSeconds, 1));
        var lows = Enumerable.Range(0, 9).Select(_ => low.After(Lost, TimeSpan.Zero).TotalSeconds);
        Assert.That(highs, Is.EqualTo(new[] { 1, 2, 4, 8, 16, 32, 60, 60, 60 }));
        Assert.That(lows, Is.EqualTo(new[] { 0.5, 1, 2, 4, 8, 16, 30, 30, 30 }));
    }

    [Test]
    public void One_that_stood_long_is_replaced_as_if_nothing_had_been()
    {
        var waits = new SocketWaits(Pace, new Fixed(0));
        for (var n = 0; n < 5; n++) waits.After(Lost, TimeSpan.Zero);
        Assert.That(waits.After(new Departure.Recycled(), TimeSpan.FromHours(5)), Is.EqualTo(TimeSpan.Zero));
        Assert.That(waits.After(new Departure.Recycled(), TimeSpan.FromSeconds(3)), Is.EqualTo(TimeSpan.FromSeconds(0.5)));
    }

    private sealed class Fixed(double value) : Random
    {
        public override double NextDouble() => value;
    }
}

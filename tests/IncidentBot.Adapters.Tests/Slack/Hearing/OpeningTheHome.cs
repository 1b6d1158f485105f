namespace IncidentBot.Adapters.Tests.Slack.Hearing;

/// <summary>The app's home: one's own incidents, and all that one may see.</summary>
public sealed class OpeningTheHome
{
    [Test]
    public async Task It_is_drawn_for_whoever_opens_it_with_what_they_may_see()
    {
        await using var house = new HearingHouse();
        await house.DeclareAsync("C0INC1");
        await house.DeclareAsync("C0INC2", "--private", "a secret breach", by: "U0CLEO");
        await house.EventAsync(Opened("U0BEN"), "Ev1");
        await house.EventAsync(Opened("U0CLEO"), "Ev2");
        await house.EventAsync(Opened("U0ANA", tab: "messages"), "Ev3");
        var homes = (await house.SaidAsync()).ToDictionary(asked => asked.To, asked => asked.Words);
        Assert.That(homes.Keys, Is.EquivalentTo(new[] { "U0BEN", "U0CLEO" }), "the other tab is no home");
        Assert.That(homes["U0BEN"], Does.Contain("Checkout is down").And.Not.Contain("secret"));
        Assert.That(homes["U0CLEO"], Does.Contain("Checkout is down").And.Contain("a secret breach"));
    }

    private static object Opened(string user, string tab = "home") => new { type = "app_home_opened", user, channel = "D1", tab, event_ts = "1.1" };
}

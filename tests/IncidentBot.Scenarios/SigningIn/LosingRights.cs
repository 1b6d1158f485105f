using System.Net;
using AngleSharp.Dom;
using IncidentBot.Scenarios.WarRoom;
using IncidentBot.TestKit;
using Microsoft.Extensions.Time.Testing;
using static IncidentBot.Scenarios.SigningIn.SignedInHost;

namespace IncidentBot.Scenarios.SigningIn;

internal sealed class LosingRights
{
    [Test]
    public async Task Who_is_shut_out_is_out_with_the_next_request_and_their_stream_ends()
    {
        await using var house = await SignedInHost.StartAsync();
        using var boss = await house.EnterAsync(Boss);
        using var ana = await house.EnterAsync(Ana);
        using var stream = await ana.StreamAsync("/rooms/general/events?after=0");
        await stream.UntilAsync(item => item.EventType == "token");

        Assert.That((await boss.PressAsync("general", "people shut-out @ana her laptop was stolen")).Outcome, Is.EqualTo("done"));

        Assert.That(await stream.UntilAsync(item => item.EventType == "closed"), Is.Null, "it ends without a word, so that the page comes back and is told");
        using var again = await ana.StreamAsync("/rooms/general/events?after=0");
        var said = await ana.SayAsync("general", "still me");
        house.Provider.Somebody = Ana;
        using var page = await ana.GetAsync("/");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((again.Status, said.Status), Is.EqualTo((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized)));
            Assert.That(page.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await page.Content.ReadAsStringAsync(), Does.Contain("You have been shut out of IncidentBot. Ask one of its admins to let you in again.").And.Contain("href=\"/sign-in?another=1\""));
            Assert.That((await boss.PageAsync("/")).QuerySelector("#log")!.TextContent, Does.Not.Contain("stolen"), "only admins read of it, and not in the room");
        }
    }

    [Test]
    public async Task A_stream_ends_also_when_rights_change()
    {
        await using var house = await SignedInHost.StartAsync();
        using var ana = await house.EnterAsync(Ana);
        using var stream = await ana.StreamAsync("/rooms/general/events?after=0");
        await stream.UntilAsync(item => item.EventType == "token");

        using var elsewhere = await house.EnterAsync(Ana with { Groups = ["guests"] });

        Assert.That(await stream.UntilAsync(item => item.EventType == "closed"), Is.Null);
        Assert.That((await ana.PageAsync("/")).QuerySelector(".me-name")!.TextContent, Does.EndWith("reader"));
    }

    [Test]
    public async Task A_session_does_not_outlive_its_time()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var house = await SignedInHost.StartAsync(new Dictionary<string, string> { ["SignIn:SessionFor"] = "1h" }, clock);
        using var ana = await house.EnterAsync(Ana);
        clock.Advance(TimeSpan.FromMinutes(59));
        Assert.That((await ana.SayAsync("general", "in time")).Outcome, Is.EqualTo("done"));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That((await ana.SayAsync("general", "too late")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_session_outlives_a_restart_of_the_server()
    {
        await using var house = await SignedInHost.StartAsync();
        using var ana = await house.EnterAsync(Ana);
        await house.Host.StopAsync();
        house.Host.StartAgain();
        Assert.That((await ana.SayAsync("general", "still me")).Outcome, Is.EqualTo("done"));
    }

    [Test]
    public async Task Only_addresses_of_the_house_come_in()
    {
        await using var house = await SignedInHost.StartAsync(new Dictionary<string, string> { ["SignIn:EmailDomains:0"] = "example.com" });
        foreach (var (somebody, sentence) in new[]
        {
            (new Provided("eve", "Eve") { Email = "eve@evil.example" }, "yours is eve@evil.example"),
            (new Provided("eve", "Eve") { Email = "eve@example.com", EmailIsVerified = false }, "your provider has verified none for you"),
            (new Provided("eve", "Eve") { AtUserInfo = new Dictionary<string, object> { ["email"] = "eve@evil.example", ["email_verified"] = true } }, "yours is eve@evil.example"),
            // The proof belongs to another address than the one that the token names.
            (new Provided("eve", "Eve") { Email = "eve@example.com", EmailIsVerified = false, AtUserInfo = new Dictionary<string, object> { ["email"] = "eve@evil.example", ["email_verified"] = true } }, "your provider has verified none for you"),
        })
        {
            house.Provider.Somebody = somebody;
            using var visitor = Visitor.Stranger(house.Host);
            using var answer = await visitor.GetAsync("/");
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(sentence));
        }
        using var ana = await house.EnterAsync(Ana);
        house.Provider.Somebody = new Provided("ben", "Ben") { AtUserInfo = new Dictionary<string, object> { ["email"] = "ben@example.com", ["email_verified"] = true, ["groups"] = new[] { "leads" } } };
        using var ben = Visitor.Stranger(house.Host);
        Assert.That((await ben.PageAsync("/")).QuerySelector(".me-name")!.TextContent, Is.EqualTo("Ben admin"), "what the provider tells at its user address counts too");
    }
}

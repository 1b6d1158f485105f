using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using IncidentBot.Scenarios.Api;
using IncidentBot.Scenarios.WarRoom;
using IncidentBot.TestKit;
using static IncidentBot.Scenarios.SigningIn.SignedInHost;

namespace IncidentBot.Scenarios.SigningIn;

internal sealed class ComingAndGoing
{
    private SignedInHost house = null!;

    [OneTimeSetUp]
    public async Task Start() => house = await SignedInHost.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await house.DisposeAsync();

    [SetUp]
    public void Everybody_is_themselves_again() => (house.Provider.Somebody, house.Provider.EndsSessions) = (Ana, true);

    [Test]
    public async Task A_link_leads_to_the_provider_and_back_to_where_it_led()
    {
        using var ana = Visitor.Stranger(house.Host);
        using var answer = await ana.GetAsync("/incidents?show=open");
        Assert.That(answer.RequestMessage!.RequestUri!.PathAndQuery, Is.EqualTo("/incidents?show=open"));
        var page = await ana.PageAsync("/");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.QuerySelector(".me-name")!.TextContent, Is.EqualTo("Ana Ruiz responder"));
            Assert.That(page.Body!.GetAttribute("data-me"), Is.EqualTo("sso:ana"));
            Assert.That(house.Provider.LastAsked!["scope"].ToString(), Is.EqualTo("openid profile email"));
            Assert.That(house.Provider.LastAsked!["redirect_uri"].ToString(), Is.EqualTo(new Uri(house.Host.Address, "/signin-oidc").ToString()));
        }
    }

    [Test]
    public async Task What_one_does_bears_ones_proven_name()
    {
        using var ana = await house.EnterAsync(Ana);
        var incident = await ana.DeclareAsync("Proven");
        var timeline = await ana.PageAsync($"/incidents/{incident}");
        Assert.That(timeline.QuerySelector("#log .row")!.TextContent, Does.Contain("Ana Ruiz").And.Not.Contain("claimed").And.Contain("sso:ana"));
    }

    [Test]
    public async Task Signing_out_ends_the_session_here_and_at_the_provider()
    {
        using var ana = await house.EnterAsync(Ana);
        using var answer = await ana.SignOutAsync();
        var page = await answer.Content.ReadAsStringAsync();
        var on = answer.Headers.GetValues("Refresh").Single().Split("url=")[1];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page, Does.Contain("This browser is signed out of IncidentBot. It goes on to your provider, to sign out there too."));
            Assert.That(on, Does.StartWith(house.Provider.Authority + "/end?").And.Contain("client_id=incidentbot").And.Contain(Uri.EscapeDataString(new Uri(house.Host.Address, "/signed-out").ToString())));
            Assert.That((await ana.PageAsync(on)).QuerySelector("h1")!.TextContent, Is.EqualTo("You are signed out"));
        }
        await IsOutAsync(ana);
    }

    [Test]
    public async Task A_provider_that_ends_no_sessions_is_not_asked_to()
    {
        await using var other = await SignedInHost.StartAsync();
        other.Provider.EndsSessions = false;
        using var ana = await other.EnterAsync(Ana);
        using var answer = await ana.SignOutAsync();
        Assert.That(answer.RequestMessage!.RequestUri!.AbsolutePath, Is.EqualTo("/signed-out"));
        await IsOutAsync(ana);
    }

    [Test]
    public async Task Signing_out_everywhere_ends_the_other_browsers_too()
    {
        using var here = await house.EnterAsync(Ana);
        using var there = await house.EnterAsync(Ana);
        using var answer = await here.SignOutAsync(everywhere: true);
        await IsOutAsync(there);
    }

    [Test]
    public async Task Leaving_twice_and_leaving_without_having_come_is_no_fault()
    {
        using var ana = Visitor.Stranger(house.Host);
        using var answer = await ana.PostBareAsync("/sign-out");
        Assert.That(answer.RequestMessage!.RequestUri!.AbsolutePath, Is.EqualTo("/signed-out"));
    }

    [Test]
    public async Task Another_site_cannot_sign_anybody_out()
    {
        using var ana = await house.EnterAsync(Ana);
        using var answer = await ana.PostBareAsync("/sign-out");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await ana.PageAsync("/")).QuerySelector(".me-name"), Is.Not.Null);
    }

    [Test]
    public async Task Without_a_session_a_pages_own_requests_are_told_so_in_words()
    {
        using var stranger = Visitor.Stranger(house.Host);
        using var post = await stranger.PostBareAsync("/rooms/general/said", ("text", "hello"));
        using var stream = await stranger.StreamAsync("/rooms/general/events?after=0");
        var problem = await post.Content.ReadFromJsonAsync<JsonElement>();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((post.StatusCode, stream.Status), Is.EqualTo((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized)));
            Assert.That(problem.Text("detail"), Is.EqualTo("You are not signed in here, or no longer. Open /sign-in in this browser; what you typed is kept there."));
        }
    }

    [Test]
    public async Task A_name_that_is_merely_said_means_nothing()
    {
        using var client = house.Host.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/rooms/general/earlier?before=1") { Headers = { { "Cookie", "incidentbot-name=Ana" } } };
        using var answer = await client.SendAsync(request);
        using var who = await client.GetAsync(new Uri("/who?back=/incidents", UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(who.Headers.Location!.ToString(), Is.EqualTo("/sign-in?back=%2Fincidents"));
    }

    [TestCase("//evil.example/")]
    [TestCase("https://evil.example/")]
    [TestCase("/\\evil.example")]
    [TestCase("/sign-in")]
    [TestCase("/who")]
    public async Task The_way_back_never_leads_to_another_host(string back)
    {
        using var ana = Visitor.Stranger(house.Host);
        using var answer = await ana.GetAsync("/sign-in?back=" + Uri.EscapeDataString(back));
        Assert.That(answer.RequestMessage!.RequestUri, Is.EqualTo(house.Host.Address));
        using var again = await ana.GetAsync("/sign-in?back=" + Uri.EscapeDataString(back));
        Assert.That(again.RequestMessage!.RequestUri, Is.EqualTo(house.Host.Address), "also when one is in already");
    }

    [Test]
    public async Task The_cookie_is_closed_to_scripts_and_other_sites_and_holds_three_things()
    {
        using var client = house.Host.Client();
        var cookie = await CookieAsync(client);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(cookie, Does.StartWith("incidentbot=").And.Contain("httponly").And.Contain("samesite=lax").And.Contain("path=/"));
            Assert.That(cookie.Length, Is.LessThan(900), "account, the provider's session, when it began");
        }
    }

    private static async Task<string> CookieAsync(HttpClient client)
    {
        using var first = await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Accept", "text/html" } } });
        using var asked = await client.GetAsync(first.Headers.Location);
        using var back = new HttpRequestMessage(HttpMethod.Get, asked.Headers.Location);
        back.Headers.Add("Cookie", string.Join("; ", first.Headers.GetValues("Set-Cookie").Select(value => value.Split(';')[0])));
        using var answer = await client.SendAsync(back);
        return answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("incidentbot=", StringComparison.Ordinal)).ToLowerInvariant();
    }

    private static async Task IsOutAsync(Visitor visitor)
    {
        using var answer = await visitor.PostBareAsync("/rooms/general/said", ("text", "hello"));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }
}

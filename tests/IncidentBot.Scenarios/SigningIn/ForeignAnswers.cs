using System.Net;
using IncidentBot.Scenarios.WarRoom;
using IncidentBot.TestKit;
using Microsoft.AspNetCore.WebUtilities;
using static IncidentBot.Scenarios.SigningIn.SignedInHost;

namespace IncidentBot.Scenarios.SigningIn;

/// <summary>What comes back from the provider, or seems to.</summary>
internal sealed class ForeignAnswers
{
    private const string NotAccepted = "The provider&#x27;s answer could not be accepted";

    private SignedInHost house = null!;

    [OneTimeSetUp]
    public async Task Start() => house = await SignedInHost.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await house.DisposeAsync();

    [SetUp]
    public void The_provider_is_honest_again() => (house.Provider.Somebody, house.Provider.Tokens.Forge, house.Provider.Tokens.Signing) = (Ana, null, Signing.Properly);

    [TestCase("iss", "https://evil.example")]
    [TestCase("aud", "somebody-else")]
    [TestCase("nonce", "another")]
    [TestCase("nonce", null)]
    [TestCase("exp", 1_000_000_000)]
    [TestCase("nbf", 4_000_000_000)]
    [TestCase("sub", null)]
    public async Task A_token_that_says_the_wrong_thing_lets_nobody_in(string claim, object? value)
    {
        house.Provider.Tokens.Forge = said => { if (value is null) said.Remove(claim); else said[claim] = value; };
        await LetsNobodyInAsync();
    }

    [TestCase(Signing.None)]
    [TestCase(Signing.WithAnotherKey)]
    [TestCase(Signing.WithTheSecret)]
    public async Task A_token_that_is_not_signed_by_the_provider_lets_nobody_in(Signing signing)
    {
        house.Provider.Tokens.Signing = signing;
        await LetsNobodyInAsync();
    }

    [Test]
    public async Task A_user_address_that_speaks_of_somebody_else_lets_nobody_in()
    {
        house.Provider.Tokens.Forge = said => said["sub"] = "boss";
        await LetsNobodyInAsync();
    }

    [Test]
    public async Task A_subject_without_end_lets_nobody_in()
    {
        house.Provider.Somebody = new Provided(new string('x', 300), "Long");
        using var visitor = Visitor.Stranger(house.Host);
        using var answer = await visitor.GetAsync("/");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("The sign-in provider did not say who you are."));
    }

    [Test]
    public async Task An_answer_is_good_for_one_browser_and_once()
    {
        using var client = house.Host.Client();
        var (cookies, asked) = await AskAsync(client);
        var back = house.Provider.Answer(asked, Ana);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await ArriveAsync(client, back, ""), Is.EqualTo(HttpStatusCode.BadRequest), "another browser");
            Assert.That(await ArriveAsync(client, back, cookies), Is.EqualTo(HttpStatusCode.Found), "the browser that asked");
            Assert.That(await ArriveAsync(client, back, cookies), Is.EqualTo(HttpStatusCode.BadRequest), "once more");
        }
    }

    [Test]
    public async Task A_code_that_another_browser_asked_for_lets_nobody_in()
    {
        using var client = house.Host.Client();
        var (_, theirs) = await AskAsync(client);
        var (cookies, mine) = await AskAsync(client);
        var code = QueryHelpers.ParseQuery(new Uri(house.Provider.Answer(theirs, Boss)).Query)["code"];
        var mixed = QueryHelpers.AddQueryString($"{house.Host.Address}signin-oidc", new Dictionary<string, string?> { ["code"] = code, ["state"] = mine["state"] });
        Assert.That(await ArriveAsync(client, mixed, cookies), Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(house.Provider.Refusals, Does.Contain("the code was asked for by somebody else"));
    }

    [TestCase("/signin-oidc")]
    [TestCase("/signin-oidc?code=x")]
    [TestCase("/signin-oidc?code=x&state=made-up")]
    [TestCase("/signin-oidc?error=server_error&state=made-up")]
    public async Task What_nobody_asked_for_lets_nobody_in(string address)
    {
        using var visitor = Visitor.Stranger(house.Host);
        using var answer = await visitor.GetAsync(address);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(NotAccepted).And.Contain("href=\"/sign-in\"").And.Not.Contain("made-up"));
    }

    [Test]
    public async Task A_post_from_another_site_is_no_answer()
    {
        using var client = house.Host.Client();
        using var post = new HttpRequestMessage(HttpMethod.Post, "/signin-oidc") { Content = new FormUrlEncodedContent([KeyValuePair.Create("code", "x")]), Headers = { { "Origin", "https://evil.example" } } };
        using var answer = await client.SendAsync(post);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Calling_it_off_is_told_calmly()
    {
        house.Provider.Somebody = null;
        using var visitor = Visitor.Stranger(house.Host);
        using var answer = await visitor.GetAsync("/incidents");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("The sign-in was called off at the provider, or the provider did not allow it.").And.Contain("Sign in again"));
    }

    [Test]
    public async Task While_the_provider_is_away_nobody_comes_in_and_whoever_is_in_goes_on()
    {
        await using var other = await SignedInHost.StartAsync();
        using var ana = await other.EnterAsync(Ana);
        await other.Provider.DisposeAsync();
        other.Host.Services.GetService(typeof(IncidentDesk));
        await using var fresh = RunningHost.Start(new Dictionary<string, string> { ["SignIn:Authority"] = "http://127.0.0.1:9", ["SignIn:ClientId"] = "x" });
        using var visitor = Visitor.Stranger(fresh);
        using var answer = await visitor.GetAsync("/incidents");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("The sign-in provider cannot be reached. Whoever is signed in already can go on. Try again in a moment.").And.Contain("href=\"/sign-in?back=%2Fincidents\""));
        Assert.That((await ana.SayAsync("general", "still here")).Outcome, Is.EqualTo("done"));
    }

    private async Task LetsNobodyInAsync()
    {
        using var visitor = Visitor.Stranger(house.Host);
        using var answer = await visitor.GetAsync("/");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(NotAccepted));
        using var stream = await visitor.StreamAsync("/rooms/general/events?after=0");
        Assert.That(stream.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    // A browser that wants in: what it must bring back, and what the provider was asked.
    private static async Task<(string Cookies, Microsoft.AspNetCore.Http.IQueryCollection Asked)> AskAsync(HttpClient client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Accept", "text/html" } } };
        using var answer = await client.SendAsync(request);
        return (string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(value => value.Split(';')[0])), new Microsoft.AspNetCore.Http.QueryCollection(QueryHelpers.ParseQuery(answer.Headers.Location!.Query)));
    }

    private static async Task<HttpStatusCode> ArriveAsync(HttpClient client, string address, string cookies)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (cookies.Length > 0) request.Headers.Add("Cookie", cookies);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Parser;
using IncidentBot.Scenarios.Api;
using static IncidentBot.Scenarios.SigningIn.SignedInHost;

namespace IncidentBot.Scenarios.SigningIn;

/// <summary>A host behind a reverse proxy on the same machine, at https://incidents.example.com.</summary>
internal sealed class FacingTheNetwork
{
    private SignedInHost house = null!;

    [OneTimeSetUp]
    public async Task Start() => house = await SignedInHost.StartAsync(Proxied.Settings());

    [OneTimeTearDown]
    public async Task Stop() => await house.DisposeAsync();

    [Test]
    public async Task People_sign_in_through_the_proxy_with_cookies_for_https_and_this_host_alone()
    {
        house.Provider.Somebody = Ana;
        var (browser, proxy) = Proxied.Of(house.Host);
        using var answer = await PageAsync(browser, "/incidents");
        var page = await answer.Content.ReadAsStringAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page, Does.Contain("Ana Ruiz"));
            Assert.That(house.Provider.LastAsked!["redirect_uri"].ToString(), Is.EqualTo("https://incidents.example.com/signin-oidc"));
            Assert.That(proxy.SetCookies.Select(cookie => cookie.Split('=', '.')[0]), Is.SupersetOf(new[] { "__Host-incidentbot", "__Host-incidentbot-form", "__Secure-incidentbot-nonce", "__Secure-incidentbot-asked" }));
            Assert.That(proxy.SetCookies.Select(cookie => cookie.ToLowerInvariant()), Has.All.Contain("secure").And.All.Contain("httponly"));
            Assert.That(answer.Headers.GetValues("Strict-Transport-Security").Single(), Is.EqualTo("max-age=31536000"));
        }
        browser.Dispose();
    }

    [Test]
    public async Task Our_own_pages_may_post_through_the_proxy_and_others_may_not()
    {
        house.Provider.Somebody = Ana;
        var (browser, _) = Proxied.Of(house.Host);
        using var page = await PageAsync(browser, "/");
        var token = new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync()).Body!.GetAttribute("hx-headers:inherited")!.Split('"')[3];
        async Task<HttpStatusCode> PostAsync(string origin)
        {
            using var post = new HttpRequestMessage(HttpMethod.Post, "/rooms/general/said") { Content = new FormUrlEncodedContent([KeyValuePair.Create("text", "hello")]), Headers = { { "X-Form-Token", token }, { "Origin", origin } } };
            using var answer = await browser.SendAsync(post);
            return answer.StatusCode;
        }
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await PostAsync("https://incidents.example.com"), Is.EqualTo(HttpStatusCode.OK));
            Assert.That(await PostAsync("http://incidents.example.com"), Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await PostAsync("https://evil.example"), Is.EqualTo(HttpStatusCode.Forbidden));
        }
        browser.Dispose();
    }

    [Test]
    public async Task A_name_that_was_rebound_to_us_is_refused()
    {
        var (browser, proxy) = Proxied.Of(house.Host);
        proxy.PassedHost = "evil.example";
        Assert.That(await RefusalAsync(browser, "/"), Is.EqualTo("IncidentBot is at https://incidents.example.com; this request names “evil.example”. Open it there, and let the proxy pass the Host on."));
        proxy.PassedHost = "127.0.0.1";
        Assert.That(await RefusalAsync(browser, "/"), Does.StartWith("IncidentBot is at https://incidents.example.com; this request names “127.0.0.1”."), "a proxy is not this machine's own user");
        proxy.PassedHost = "incidents.example.com";
        proxy.Sent["X-Forwarded-Host"] = "evil.example";
        Assert.That(await RefusalAsync(browser, "/"), Does.Contain("this request names “evil.example”."));
        browser.Dispose();
    }

    [Test]
    public async Task Http_is_refused_also_when_the_proxy_takes_it()
    {
        var (browser, proxy) = Proxied.Of(house.Host);
        proxy.Sent["X-Forwarded-Proto"] = "http";
        Assert.That(await RefusalAsync(browser, "/"), Is.EqualTo("This request came over http. Open https://incidents.example.com; if you did, let the proxy send X-Forwarded-Proto: https."));
        browser.Dispose();
    }

    [TestCase("X-Forwarded-For")]
    [TestCase("X-Forwarded-Proto")]
    public async Task A_proxy_that_does_not_say_for_whom_it_asks_is_refused(string header)
    {
        var (browser, proxy) = Proxied.Of(house.Host);
        proxy.Sent.Remove(header);
        Assert.That(await RefusalAsync(browser, "/"), Does.EndWith("does not say for whom it asks. Let it send X-Forwarded-For and X-Forwarded-Proto with every request."));
        browser.Dispose();
    }

    [TestCase("X-Forwarded-For", "127.0.0.1")]
    [TestCase("X-Forwarded-Proto", "https")]
    [TestCase("X-Forwarded-Host", "incidents.example.com")]
    [TestCase("Forwarded", "for=127.0.0.1;proto=https")]
    [TestCase("X-Real-IP", "127.0.0.1")]
    public async Task Headers_of_somebody_who_is_no_named_proxy_are_forged(string header, string value)
    {
        await using var other = await SignedInHost.StartAsync(new Dictionary<string, string> { ["PublicUrl"] = Proxied.Public, ["Proxies:0"] = "10.0.0.5" });
        using var client = other.Host.Client();
        foreach (var address in new[] { "/", "/api/incidents", "/metrics", "/health/ready", "/sign-in", "/signin-oidc" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation(header, value);
            using var answer = await client.SendAsync(request);
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), address);
            Assert.That((await answer.Content.ReadFromJsonAsync<JsonElement>()).Text("detail"), Is.EqualTo($"This request carries {header}, but it comes from 127.0.0.1, which is no proxy that the settings name. Send it without that header, or name the reverse proxy in Proxies."));
        }
    }

    [Test]
    public async Task Supervisors_are_answered_under_any_name()
    {
        var (browser, proxy) = Proxied.Of(house.Host);
        proxy.Sent.Clear();
        proxy.PassedHost = "10.1.2.3:8080";
        using var answer = await browser.GetAsync("/health/live");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        browser.Dispose();
    }

    [TestCase("/api/incidents")]
    [TestCase("/metrics")]
    [TestCase("/openapi/v1.json")]
    [TestCase("/api/incidents/INC-1/bundle.zip")]
    public async Task What_is_for_programs_never_takes_the_cookie(string address)
    {
        house.Provider.Somebody = Boss;
        var (browser, _) = Proxied.Of(house.Host);
        using var page = await PageAsync(browser, "/");
        using var answer = await browser.GetAsync(address);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(answer.Headers.WwwAuthenticate.Single().Scheme, Is.EqualTo("Bearer"));
        Assert.That((await answer.Content.ReadFromJsonAsync<JsonElement>()).Text("detail"), Does.StartWith("This needs a token of IncidentBot"));
        browser.Dispose();
    }

    [Test]
    public async Task Exports_name_the_public_address()
    {
        house.Provider.Somebody = Ana;
        var (browser, _) = Proxied.Of(house.Host);
        using var page = await PageAsync(browser, "/");
        var token = new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync()).Body!.GetAttribute("hx-headers:inherited")!.Split('"')[3];
        using var declare = new HttpRequestMessage(HttpMethod.Post, "/rooms/general/lines") { Content = new FormUrlEncodedContent([KeyValuePair.Create("line", "declare Down")]), Headers = { { "X-Form-Token", token } } };
        using var declared = await browser.SendAsync(declare);
        var incident = declared.Headers.GetValues("HX-Redirect").Single().Split('/')[^1];
        Assert.That(await browser.GetStringAsync($"/incidents/{incident}/review.md"), Does.Contain("https://incidents.example.com/incidents/"));
        browser.Dispose();
    }

    private static Task<HttpResponseMessage> PageAsync(HttpClient browser, string path) =>
        browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "text/html" } } });

    private static async Task<string?> RefusalAsync(HttpClient browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).Text("detail");
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IncidentBot.Scenarios.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Scenarios.Guards;

public sealed class ClosedByDefault : ApiScenario
{
    private static readonly string[] Addresses = ["/", "/incidents", "/api/incidents", "/openapi/v1.json", "/metrics", "/health/ready", "/nothing"];

    [TestCase("evil.example")]
    [TestCase("127.0.0.1.evil.example")]
    [TestCase("10.0.0.5:5080")]
    [TestCase("foo.localhost")]
    public async Task A_host_that_is_not_this_machine_is_403_everywhere(string host)
    {
        foreach (var address in Addresses)
            Assert.That(await RefusalAsync(address, ("Host", host)), Does.Contain("under 127.0.0.1 or localhost; this request names “"), address);
    }

    [TestCase("X-Forwarded-For", "127.0.0.1")]
    [TestCase("X-Forwarded-Host", "localhost")]
    [TestCase("X-Forwarded-Proto", "https")]
    [TestCase("Forwarded", "for=127.0.0.1")]
    [TestCase("X-Real-IP", "127.0.0.1")]
    public async Task A_proxy_is_403_everywhere(string header, string value)
    {
        foreach (var address in Addresses)
            Assert.That(await RefusalAsync(address, (header, value)), Does.Contain($"not through a proxy; this request carries {header}."), address);
    }

    [TestCase("localhost:1234")]
    [TestCase("127.0.0.1")]
    [TestCase("[::1]:5080")]
    public async Task A_tunnel_to_this_machine_is_let_in(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/incidents") { Headers = { Host = host } };
        using var answer = await Client.SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("203.0.113.7")]
    [TestCase("::ffff:10.1.2.3")]
    [TestCase("fe80::1")]
    public async Task A_peer_that_is_not_on_this_machine_is_403(string peer)
    {
        await using var host = RunningHost.Start(services: services => services.AddSingleton<IStartupFilter>(new ComesFrom(IPAddress.Parse(peer))));
        using var client = host.Client();
        using var answer = await client.GetAsync(new Uri("/api/incidents", UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await answer.Content.ReadFromJsonAsync<JsonElement>()).Text("detail"), Does.Contain("through an SSH tunnel"));
    }

    [TestCase("Sec-Fetch-Site", "cross-site")]
    [TestCase("Sec-Fetch-Site", "same-site")]
    [TestCase("Origin", "https://evil.example")]
    [TestCase("Origin", "null")]
    public async Task A_page_of_another_site_changes_nothing(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/lines") { Content = JsonContent.Create(new { line = "declare From elsewhere", by = "ana" }) };
        request.Headers.Add(header, value);
        using var answer = await Client.SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("sent by a page of another site"));
        Assert.That((await Client.ReadAsync("/api/incidents?text=elsewhere")).Json.GetProperty("incidents").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task Every_answer_forbids_browsers_what_we_do_not_need()
    {
        foreach (var address in Addresses)
        {
            using var answer = await Client.GetAsync(new Uri(address, UriKind.Relative));
            string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : "";
            Assert.That(Header("Content-Security-Policy"), Does.StartWith("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"), address);
            Assert.That(Header("X-Content-Type-Options"), Is.EqualTo("nosniff"));
            Assert.That(Header("Referrer-Policy"), Is.Not.Empty);
            Assert.That(Header("Cross-Origin-Opener-Policy"), Is.EqualTo("same-origin"));
            Assert.That(Header("Permissions-Policy"), Is.Not.Empty);
            Assert.That(answer.Headers.Server, Is.Empty);
        }
    }

    [Test]
    public async Task A_browser_that_is_lost_is_told_the_way_in_plain_words()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nothing") { Headers = { { "Accept", "text/html" } } };
        using var answer = await Client.SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/html"));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("There is nothing here.").And.Contain("No page has this address. The war room is at /, all incidents are at /incidents."));
    }

    [Test]
    public async Task The_API_is_not_kept_in_caches()
    {
        using var answer = await Client.GetAsync(new Uri("/api/incidents", UriKind.Relative));
        Assert.That(answer.Headers.CacheControl?.NoStore, Is.True);
    }

    private async Task<string?> RefusalAsync(string address, (string Name, string Value) header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        using var answer = await Client.SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), address);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).Text("detail");
    }

    private sealed class ComesFrom(IPAddress peer) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, go) =>
            {
                context.Connection.RemoteIpAddress = peer;
                return go(context);
            });
            next(app);
        };
    }
}

using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Scenarios.Api;

public sealed partial class NoInputBreaksIt : ApiScenario
{
    [OneTimeSetUp]
    public async Task DeclareAsync() => Assert.That(await Client.DeclareAsync(), Is.EqualTo("INC-1"));

    [Test]
    public void No_line_makes_the_desk_throw()
    {
        var desk = Host.Services.GetRequiredService<IncidentDesk>();
        Junk.Check(Prop.ForAll(Junk.Lines, line =>
        {
            foreach (var room in new[] { IncidentId.House, new IncidentId(1) })
            {
                var reply = Wait(desk.HearAsync(new Heard(line, Person.WhoSays("ana"), "test", room)).AsTask());
                if (reply.Text.Length == 0) return false;
                Wait(desk.SayAsync(new Said(line, Person.WhoSays("ana"), "test", room)).AsTask());
            }
            return true;
        }));
    }

    [Test]
    public void No_line_makes_the_API_fail() => Junk.Check(Prop.ForAll(Junk.Lines, line =>
    {
        var (status, reply) = Wait(Client.PostAsync("/api/lines", new { line, by = "ana" }));
        return status == HttpStatusCode.OK && reply.Text("reply")!.Length > 0;
    }));

    [Test]
    public void No_body_makes_the_API_fail() => Junk.Check(Prop.ForAll(Junk.Bodies, body =>
    {
        foreach (var path in new[] { "/api/lines", "/api/incidents/INC-1/messages", "/api/incidents/x/messages" })
        {
            using var content = new StringContent(body, Encoding.Latin1, "application/json");
            using var answer = Wait(Client.PostAsync(new Uri(path, UriKind.Relative), content));
            if ((int)answer.StatusCode >= 500) return false;
        }
        return true;
    }));

    [Test]
    public void No_address_makes_the_API_or_a_page_fail() => Junk.Check(Prop.ForAll(Junk.Lines, Junk.Lines, (one, other) =>
    {
        var (part, value) = (Uri.EscapeDataString(one.Replace("\\", "").Replace(".", "")), Uri.EscapeDataString(other));
        string[] addresses =
        [
            $"/api/incidents/{part}/timeline?after={value}&{part}", $"/rooms/{part}?{value}", $"/rooms/INC-1/earlier?before={value}", $"/rooms/INC-1/threads/{value}",
            $"/incidents?text={value}&before={part}&severity={part}", $"/incidents/{part}", $"/incidents/INC-1?after={value}&kind={part}", $"/files/{part}/{value}",
        ];
        foreach (var address in addresses)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Cookie", "incidentbot-name=ana" } } };
            using var answer = Wait(Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead));
            if ((int)answer.StatusCode >= 500) return false;
        }
        return true;
    }));

    [Test]
    public async Task No_form_makes_the_war_room_fail()
    {
        var (token, cookie) = await OpenAsync();
        Junk.Check(Prop.ForAll(Junk.Forms, filled =>
        {
            foreach (var path in new[] { "/rooms/general/lines", "/rooms/INC-1/lines", "/rooms/INC-1/said", "/rooms/INC-1/entries/1", "/who" })
            {
                using var form = new FormUrlEncodedContent(filled);
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form, Headers = { { "Cookie", cookie }, { "X-Form-Token", token } } };
                using var answer = Wait(Client.SendAsync(request));
                if ((int)answer.StatusCode >= 500) return false;
            }
            return true;
        }));
    }

    // What a browser has after it opened the war room.
    private async Task<(string Token, string Cookie)> OpenAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Cookie", "incidentbot-name=ana" } } };
        using var page = await Client.SendAsync(request);
        var token = Token().Match(WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync())).Groups["token"].Value;
        Assert.That(token, Is.Not.Empty);
        return (token, $"incidentbot-name=ana; {page.Headers.GetValues("Set-Cookie").Single().Split(';')[0]}");
    }

    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();

    [GeneratedRegex("\"X-Form-Token\":\"(?<token>[^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}

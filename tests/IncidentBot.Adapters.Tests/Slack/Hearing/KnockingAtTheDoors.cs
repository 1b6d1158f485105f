using System.Net;
using System.Text.Json.Nodes;
using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Hearing;
using IncidentBot.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Adapters.Tests.Slack.Hearing;

/// <summary>Every status that Slack's own receiver gives, and what the operator is told.</summary>
public sealed class KnockingAtTheDoors
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Event = """{"type":"event_callback","team_id":"T1","event_id":"Ev1","event_time":1795424400,"event":{"type":"wonder","marker":"only in bodies"}}""";
    private const string Command = "command=%2Fincident&text=list&user_id=U0ANA&team_id=T1&channel_id=C0GENERAL&trigger_id=1.1&marker=only+in+bodies";
    private static readonly string[] Paths = ["/slack/events", "/slack/commands", "/slack/interactions"];

    [Test]
    public async Task A_signed_event_is_received_without_words()
    {
        await using var doors = await OpenDoors.OpenAsync();
        Assert.That(await doors.SendAsync("/slack/events", Event), Is.EqualTo((HttpStatusCode.OK, "", (string?)null)));
        Assert.That((await doors.SendAsync("/slack/events", Event, "application/json; charset=utf-8", HearingHouse.NextSecret)).Status, Is.EqualTo(HttpStatusCode.OK), "the next secret");
        Assert.That((await doors.SendAsync("/slack/events", Event, chunked: true)).Status, Is.EqualTo(HttpStatusCode.OK), "in chunks");
        Assert.That(doors.Tally.Unknown["event:wonder"], Is.EqualTo(3));
    }

    [Test]
    public async Task The_address_is_verified_when_the_request_is_signed()
    {
        await using var doors = await OpenDoors.OpenAsync();
        const string Asked = """{"token":"x","challenge":"abc123","type":"url_verification"}""";
        var (status, body, type) = await doors.SendAsync("/slack/events", Asked);
        Assert.That((status, body, type), Is.EqualTo((HttpStatusCode.OK, """{"challenge":"abc123"}""", "application/json")));
        Assert.That((await doors.SendAsync("/slack/events", Asked, signed: false)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_signed_command_is_answered_for_the_asker_alone()
    {
        await using var doors = await OpenDoors.OpenAsync();
        var (status, body, type) = await doors.SendAsync("/slack/commands", Command, Form);
        Assert.That((status, type), Is.EqualTo((HttpStatusCode.OK, "application/json")));
        Assert.That(JsonNode.Parse(body)!["response_type"]!.GetValue<string>(), Is.EqualTo("ephemeral"));
        Assert.That(body, Does.Contain("No open incidents"));
    }

    [Test]
    public async Task A_signed_press_is_received_without_words()
    {
        await using var doors = await OpenDoors.OpenAsync();
        var payload = """{"type":"block_actions","team":{"id":"T1"},"user":{"id":"U0ANA"},"trigger_id":"1.1","channel":{"id":"C0GENERAL"},"actions":[{"type":"button","action_id":"l:0:0","block_id":"x"}]}""";
        Assert.That(await doors.SendAsync("/slack/interactions", "payload=" + Uri.EscapeDataString(payload), Form), Is.EqualTo((HttpStatusCode.OK, "", (string?)null)));
    }

    [Test]
    public async Task Whoever_is_not_Slack_gets_an_empty_401_and_one_hint_of_each_kind_is_logged()
    {
        await using var doors = await OpenDoors.OpenAsync();
        var stale = $"{doors.Now - 301}";
        foreach (var (path, body, type) in new[] { ("/slack/events", Event, "application/json"), ("/slack/commands", Command, Form), ("/slack/interactions", "payload={}", Form) })
        {
            Assert.That(await doors.SendAsync(path, body, type, "the secret of another app"), Is.EqualTo((HttpStatusCode.Unauthorized, "", (string?)null)), path);
            Assert.That((await doors.SendAsync(path, body, type, stamp: stale)).Status, Is.EqualTo(HttpStatusCode.Unauthorized), "played back");
            Assert.That((await doors.SendAsync(path, body, type, stamp: $"{doors.Now + 301}")).Status, Is.EqualTo(HttpStatusCode.Unauthorized), "ahead of time");
            Assert.That((await doors.SendAsync(path, body, type, signature: "v1=00")).Status, Is.EqualTo(HttpStatusCode.Unauthorized), "another version");
            Assert.That((await doors.SendAsync(path, body, type, signature: "")).Status, Is.EqualTo(HttpStatusCode.Unauthorized), "without a signature");
            Assert.That((await doors.SendAsync(path, body, type, stamp: "")).Status, Is.EqualTo(HttpStatusCode.Unauthorized), "without a time");
        }
        Assert.That(doors.Tally.TurnedAway, Is.EqualTo(18));
        Assert.That(doors.House.Log.Warnings, Has.Count.EqualTo(3));
        Assert.That(doors.House.Log.Warnings, Has.One.Contains("Is that the signing secret of another app? Or does a proxy on the way rewrite bodies?"));
        Assert.That(doors.House.Log.Warnings, Has.One.Contains("Is the clock of this machine right?"));
        Assert.That(doors.House.Log.Warnings, Has.One.Contains("it carries no signature"));
    }

    [Test]
    public async Task Signed_junk_is_a_400()
    {
        await using var doors = await OpenDoors.OpenAsync();
        foreach (var (path, body, type) in new[]
        {
            ("/slack/events", "not JSON", "application/json"), ("/slack/events", "[1]", "application/json"), ("/slack/events", "{}", "application/json"), ("/slack/events", "", "application/json"),
            ("/slack/events", Event, Form), ("/slack/events", Event, "text/plain"), ("/slack/events", Event, ""), ("/slack/events", """{"type":"event_callback","event":{""", "application/json"),
            ("/slack/commands", Event, Form), ("/slack/commands", Command, "application/json"), ("/slack/commands", "command=%2Fincident", Form), ("/slack/commands", "", Form),
            ("/slack/interactions", "payload=%7B", Form), ("/slack/interactions", "payload=", Form), ("/slack/interactions", "payload=1", Form), ("/slack/interactions", "other=1", Form), ("/slack/interactions", "{}", "application/json"),
        })
            Assert.That((await doors.SendAsync(path, body, type)).Status, Is.EqualTo(HttpStatusCode.BadRequest), $"{path} {type} {body}");
        Assert.That(doors.House.Log.Warnings, Has.Some.Contains("its body is not what its content type says"));
    }

    [Test]
    public async Task Only_the_check_of_the_certificate_needs_no_signature()
    {
        await using var doors = await OpenDoors.OpenAsync();
        Assert.That(await doors.SendAsync("/slack/commands", "token=x&ssl_check=1", Form, signed: false), Is.EqualTo((HttpStatusCode.OK, "", (string?)null)));
        Assert.That((await doors.SendAsync("/slack/commands", "token=x&ssl_check=10&text=ssl_check%3D1", Form, signed: false)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await doors.SendAsync("/slack/events", "ssl_check=1", signed: false)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task More_than_a_mebibyte_is_a_413_also_when_nobody_says_how_much_comes()
    {
        await using var doors = await OpenDoors.OpenAsync();
        var most = Event + new string(' ', 1024 * 1024 - Event.Length);
        foreach (var chunked in new[] { false, true })
        {
            Assert.That((await doors.SendAsync("/slack/events", most, chunked: chunked)).Status, Is.EqualTo(HttpStatusCode.OK), "a mebibyte is taken");
            Assert.That((await doors.SendAsync("/slack/events", most + " ", chunked: chunked)).Status, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge), $"{chunked}");
        }
    }

    [Test]
    public async Task Nothing_answers_a_get()
    {
        await using var doors = await OpenDoors.OpenAsync();
        foreach (var path in Paths) Assert.That(await doors.GetAsync(path), Is.EqualTo(HttpStatusCode.MethodNotAllowed), path);
    }

    [Test]
    public async Task A_retry_is_taken_like_a_first_delivery()
    {
        await using var doors = await OpenDoors.OpenAsync();
        Assert.That((await doors.SendAsync("/slack/events", Event, headers: new Dictionary<string, string> { ["x-slack-retry-num"] = "1", ["x-slack-retry-reason"] = "http_timeout" })).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(doors.Tally.Unknown["event:wonder"], Is.EqualTo(1));
    }

    [Test]
    public async Task What_cannot_be_recorded_is_asked_for_again_and_people_are_told_in_words()
    {
        await using var doors = await OpenDoors.OpenAsync(services => services.AddSingleton<ISlackEvents>(new Failing(new StoreFencedException("The disk is full."))));
        doors.House.House.Store.Fence("The disk is full.");
        Assert.That((await doors.SendAsync("/slack/events", Event)).Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        var (status, body, _) = await doors.SendAsync("/slack/commands", Command.Replace("text=list", "text=declare+x"), Form);
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(JsonNode.Parse(body)!["text"]!.GetValue<string>(), Does.StartWith("IncidentBot cannot record anything right now, so nothing was done. Please try again in a minute"));
        Assert.That(doors.House.Log.Warnings, Has.Some.Contains("The disk is full."));
    }

    [TestCase(true, HttpStatusCode.ServiceUnavailable, TestName = "An_event_that_meets_a_Slack_that_is_away_is_asked_for_again")]
    [TestCase(false, HttpStatusCode.OK, TestName = "An_event_that_meets_a_fault_of_our_own_is_received_and_logged")]
    public async Task Faults(bool passes, HttpStatusCode expected)
    {
        var heard = new Hearing();
        Exception fault = passes ? new SlackAwayException("Slack did not answer.") : new InvalidOperationException("A bug.");
        await using var doors = await OpenDoors.OpenAsync(services => services.AddSingleton<ISlackEvents>(new Failing(fault)).AddSingleton<ISlackEvents>(heard));
        Assert.That((await doors.SendAsync("/slack/events", Event)).Status, Is.EqualTo(expected));
        Assert.That(heard.Types, Is.EqualTo(new[] { "wonder" }), "the others hear it all the same");
        Assert.That(doors.House.Log.Lines.Where(line => line.Level == LogLevel.Error), Has.One.Matches<(LogLevel, string Text)>(line => line.Text.Contains(fault.Message, StringComparison.Ordinal)));
    }

    [Test]
    public async Task No_body_is_in_any_log()
    {
        await using var doors = await OpenDoors.OpenAsync(services => services.AddSingleton<ISlackEvents>(new Failing(new InvalidOperationException("A bug."))));
        await doors.SendAsync("/slack/events", Event);
        await doors.SendAsync("/slack/events", Event, secret: "another");
        await doors.SendAsync("/slack/events", Event + "}");
        await doors.SendAsync("/slack/commands", Command, Form);
        await doors.SendAsync("/slack/commands", Command, Form, secret: "another");
        await doors.SendAsync("/slack/interactions", "payload=only+in+bodies", Form);
        Assert.That(doors.House.Log.Lines.Select(line => line.Text), Has.None.Contains("only in bodies").And.None.Contains("only+in+bodies"));
        Assert.That(doors.House.Log.Lines.Select(line => line.Text), Has.None.Contains(HearingHouse.Secret));
        Assert.That(doors.House.Log.Warnings, Has.Count.GreaterThanOrEqualTo(3));
    }

    private sealed class Failing(Exception fault) : ISlackEvents
    {
        public bool Hears(string type) => true;

        public ValueTask HearAsync(SlackEvent happened, CancellationToken cancellation) => throw fault;
    }

    private sealed class Hearing : ISlackEvents
    {
        public List<string> Types { get; } = [];

        public bool Hears(string type) => true;

        public ValueTask HearAsync(SlackEvent happened, CancellationToken cancellation)
        {
            Types.Add(happened.Type);
            return ValueTask.CompletedTask;
        }
    }
}

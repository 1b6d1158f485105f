using System.Security.Cryptography;
using System.Text;
using IncidentBot.Integrations.Alerts;

namespace IncidentBot.Adapters.Tests.Alerts;

public sealed class ReadingAlerts
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Test]
    public void Alertmanagers_webhook_is_read_as_it_is_documented()
    {
        const string Body = """
            {"version":"4","groupKey":"{}:{alertname=\"HighErrorRate\"}","truncatedAlerts":3,"status":"firing","receiver":"incidentbot",
             "groupLabels":{"alertname":"HighErrorRate"},"commonLabels":{"alertname":"HighErrorRate"},"commonAnnotations":{},"externalURL":"http://alertmanager:9093",
             "alerts":[
              {"status":"firing","labels":{"alertname":"HighErrorRate","severity":"critical"},"annotations":{"summary":"5 % fail","description":"long"},
               "startsAt":"2026-11-23T09:40:00.123456789Z","endsAt":"0001-01-01T00:00:00Z","generatorURL":"http://prometheus:9090/graph?g0.expr=up","fingerprint":"b3cf1c9a4f4e3d21"},
              {"status":"resolved","labels":{"alertname":"DiskFull"},"annotations":{"description":"db-1"},"startsAt":"2026-11-23T08:00:00+01:00","endsAt":"2026-11-23T09:50:00Z","generatorURL":"","fingerprint":"00"}]}
            """;
        var read = Read(Body);
        Assert.That((read.Faults.InWords, read.LeftOut, read.Signals.Count), Is.EqualTo(("", 3L, 2)));
        var (first, second) = (read.Signals[0], read.Signals[1]);
        Assert.That((first.IsFiring, first.EndedAt, first.SaysSince), Is.EqualTo((true, (DateTimeOffset?)null, true)), "the year 1 is no end");
        Assert.That((first.Alert.Name, first.Alert.Summary, first.Alert.Source, first.Alert.Link, first.Alert.Fingerprint), Is.EqualTo(("HighErrorRate", "5 % fail", "Alertmanager", "http://prometheus:9090/graph?g0.expr=up", "b3cf1c9a4f4e3d21")));
        Assert.That(first.Alert.StartedAt, Is.EqualTo(new DateTimeOffset(2026, 11, 23, 9, 40, 0, TimeSpan.Zero).AddMicroseconds(123_456)));
        Assert.That(first.Alert.Labels["severity"], Is.EqualTo("critical"));
        Assert.That((second.IsFiring, second.EndedAt, second.Alert.Summary, second.Alert.Link), Is.EqualTo((false, (DateTimeOffset?)Now.AddMinutes(-10), "db-1", (string?)null)));
        Assert.That(second.Alert.StartedAt, Is.EqualTo(Now.AddHours(-3)));
        Assert.That(read.Signals.Select(signal => signal.Alert.PayloadSha256), Has.All.EqualTo(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Body)))));
    }

    [Test]
    public void The_generic_form_needs_a_name_and_a_state()
    {
        var signal = Read("""{"name":"Disk full","state":"firing","unknown":[1]}""").Signals.Single();
        Assert.That((signal.IsFiring, signal.SaysSince, signal.Alert.StartedAt, signal.Alert.Source, signal.Alert.Reporter.Id.Value), Is.EqualTo((true, false, Now, "Monitoring", "bot:monitoring")));
        Assert.That(signal.Alert.Fingerprint, Has.Length.EqualTo(16));
    }

    [Test]
    public void The_generic_form_may_say_the_rest()
    {
        var signal = Read("""
            {"name":"Disk full","state":"cleared","fingerprint":"disk/db-1","summary":"db-1 has no space","severity":"critical","service":"db","startedAt":"2026-11-23T09:00:00Z",
             "endedAt":"2026-11-23T09:30:00Z","link":"https://grafana.example/d/1","labels":{"host":"db-1","code":500,"on":true,"none":null},"source":"Nagios 4"}
            """).Signals.Single();
        Assert.That((signal.IsFiring, signal.SaysSince, signal.EndedAt), Is.EqualTo((false, true, (DateTimeOffset?)Now.AddMinutes(-30))));
        Assert.That((signal.Alert.Fingerprint, signal.Alert.Summary, signal.Alert.Link, signal.Alert.Reporter), Is.EqualTo(("disk/db-1", "db-1 has no space", "https://grafana.example/d/1", new Person(new PersonId("bot:nagios-4"), "Nagios 4"))));
        Assert.That(signal.Alert.Labels.OrderBy(label => label.Key).Select(label => $"{label.Key}={label.Value}"), Is.EqualTo(new[] { "code=500", "host=db-1", "none=", "on=True", "service=db", "severity=critical" }));
    }

    [Test]
    public void Without_a_fingerprint_name_and_labels_are_one()
    {
        string Of(string json) => Read(json).Signals.Single().Alert.Fingerprint;
        Assert.That(Of("""{"name":"x","state":"firing","labels":{"a":"1","b":"2"}}"""), Is.EqualTo(Of("""{"labels":{"b":"2","a":"1"},"state":"cleared","name":"x"}""")));
        Assert.That(Of("""{"name":"x","state":"firing","labels":{"a":"12"}}"""), Is.Not.EqualTo(Of("""{"name":"x","state":"firing","labels":{"a1":"2"}}""")));
    }

    [TestCase("javascript:alert(1)")]
    [TestCase("/graph")]
    [TestCase("ftp://example/x")]
    [TestCase("data:text/html,x")]
    public void Only_addresses_that_can_be_followed_safely_are_kept(string link) =>
        Assert.That(Read($$"""{"name":"x","state":"firing","link":"{{link}}" }""").Signals.Single().Alert.Link, Is.Null);

    [Test]
    public void Names_and_summaries_are_shortened_rather_than_lost()
    {
        var alert = Read($$"""{"name":"{{new string('n', 900)}}","state":"firing","summary":"{{new string('s', 9000)}}" }""").Signals.Single().Alert;
        Assert.That((alert.Name.Length, alert.Summary.Length, alert.Name[^1], alert.Summary[^1]), Is.EqualTo((200, 1_000, '…', '…')));
    }

    [TestCase("", "The body cannot be read as JSON: something is wrong in line 1, at character 1.")]
    [TestCase("{\n \"name\": }", "The body cannot be read as JSON: something is wrong in line 2, at character 10.")]
    [TestCase("[]", "The body must be a JSON object: Alertmanager's webhook, or {\"name\": …, \"state\": \"firing\"}.")]
    [TestCase("""{"name":"\ud800","state":"firing"}""", "The body holds text that is not valid Unicode.")]
    [TestCase("{}", "“name” is missing; it is the alert's name. “state” is missing; it is firing or cleared.")]
    [TestCase("""{"name":"x","state":"resolved"}""", "“state” must be firing or cleared, not “resolved”.")]
    [TestCase("""{"name":5,"state":"firing"}""", "“name” must be a text. “name” is missing; it is the alert's name.")]
    [TestCase("""{"name":"x","state":"firing","startedAt":"yesterday"}""", "“startedAt” is no time that can be read. Write it like 2026-11-23T10:42:00Z.")]
    [TestCase("""{"name":"x","state":"firing","labels":[]}""", "“labels” must be an object of names and their texts.")]
    [TestCase("""{"name":"x","state":"firing","labels":{"a":{}}}""", "“labels.a” must be a text.")]
    [TestCase("""{"name":"x","state":"firing","source":"!"}""", "“source” must be a name with at least one letter or digit.")]
    [TestCase("""{"name":"x","state":"firing","source":"incidentbot"}""", "“source” must not be IncidentBot itself. Name the system that watches.")]
    [TestCase("""{"version":"1","alerts":[]}""", "“version” must be \"4\", as Alertmanager's webhook has it. Other senders take the generic form: {\"name\": …, \"state\": \"firing\"}.")]
    [TestCase("""{"version":"4","alerts":{}}""", "“alerts” must be a list.")]
    [TestCase("""{"version":"4","alerts":[7]}""", "“alerts[0]” must be an object.")]
    [TestCase("""{"version":"4","alerts":[{"labels":{"a":"b"}}]}""", "“alerts[0].status” is missing; it is firing or resolved.")]
    [TestCase("""{"version":"4","alerts":[{"status":"cleared","labels":{"a":"b"}}]}""", "“alerts[0].status” must be firing or resolved, not “cleared”.")]
    [TestCase("""{"version":"4","alerts":[{"status":"firing"}]}""", "“alerts[0].labels” is missing; at least alertname is needed.")]
    public void What_cannot_be_understood_is_told_in_sentences(string body, string sentence)
    {
        var read = Read(body);
        Assert.That(read.Faults.InWords, Is.EqualTo(sentence));
        Assert.That(read.Signals, Is.Empty);
    }

    [Test]
    public void Too_much_is_refused_with_the_limit()
    {
        string Labels(int count, int name, int value) => string.Join(',', Enumerable.Range(0, count).Select(n => $"\"{n.ToString().PadLeft(name, 'n')}\":\"{new string('v', value)}\""));
        string Fault(string labels) => Read($$"""{"name":"x","state":"firing","labels":{ {{labels}} } }""").Faults.InWords;
        Assert.That(Fault(Labels(101, 3, 1)), Is.EqualTo("“labels” are 101; 100 are allowed."));
        Assert.That(Fault(Labels(1, 201, 1)), Is.EqualTo("A name in “labels” has 201 characters; 200 are allowed."));
        Assert.That(Fault(Labels(1, 4, 2_001)), Is.EqualTo("“labels.nnn0” has 2,001 characters; 2,000 are allowed."));
        Assert.That(Fault(Labels(10, 100, 1_600)), Is.EqualTo("“labels” have 17,000 characters together; 16,000 are allowed."));
        Assert.That(Read($$"""{"name":"x","state":"firing","fingerprint":"{{new string('f', 201)}}" }""").Faults.InWords, Is.EqualTo("“fingerprint” has 201 characters; 200 are allowed."));
        var many = string.Join(',', Enumerable.Repeat("""{"status":"firing","labels":{"alertname":"x"}}""", 501));
        Assert.That(Read($$"""{"version":"4","alerts":[ {{many}} ] }""").Faults.InWords, Is.EqualTo("The request holds 501 alerts; 500 are allowed. Set max_alerts of Alertmanager's webhook to 500."));
        var wrong = string.Join(',', Enumerable.Repeat("7", 12));
        Assert.That(Read($$"""{"version":"4","alerts":[ {{wrong}} ] }""").Faults.InWords, Does.EndWith("“alerts[9]” must be an object. And 2 more."));
    }

    private static AlertRequest Read(string body) => AlertRequest.Read(Encoding.UTF8.GetBytes(body), Now);
}

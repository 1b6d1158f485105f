using System.Net.Http.Json;
using System.Text.Json;

namespace IncidentBot.Scenarios.Crashes;

/// <summary>SIGKILL while lines and messages stream in, again and again on the same data.</summary>
public sealed class A_crash_loses_nothing_that_was_acknowledged
{
    private static readonly int Kills = Environment.GetEnvironmentVariable("INCIDENTBOT_TESTS") == "full" ? 30 : 5;

    [Test]
    public async Task Every_acknowledged_entry_is_there_once_and_every_promise_is_kept_once()
    {
        var chance = new Random(20261123);
        var directory = Directory.CreateTempSubdirectory("incidentbot-crash-").FullName;
        var port = HostProcess.FreePort();
        var incidents = new List<string>();
        try
        {
            for (var kill = 1; kill <= Kills; kill++)
            {
                Traffic traffic;
                using (var host = await HostProcess.ServeAsync(directory, port))
                {
                    using var client = new HttpClient { BaseAddress = host.Address };
                    incidents.Add(await DeclareAsync(client, $"round {kill}"));
                    traffic = new Traffic(host.Address, $"r{kill}", [.. incidents.TakeLast(3)]);
                    await traffic.RunAsync(clients: 8, killAfter: chance.Next(20, 400), host.Kill);
                }
                using (var host = await HostProcess.ServeAsync(directory, port))
                {
                    await AssertNothingLostAsync(host, traffic);
                    await AssertPromisesAsync(host, incidents);
                }
            }
            var (exit, said) = await HostProcess.RunAsync("verify", "--Store:Path", directory);
            Assert.That(exit, Is.Zero, said);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task<string> DeclareAsync(HttpClient client, string title)
    {
        using var response = await client.PostAsJsonAsync("/api/lines", new { line = $"declare {title}", by = "ana", key = title });
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("incident").GetString()!;
    }

    private static async Task AssertNothingLostAsync(HostProcess host, Traffic traffic)
    {
        using var client = new HttpClient { BaseAddress = host.Address };
        foreach (var sent in traffic.Unanswered)
        {
            var first = await Traffic.SendAsync(client, sent);
            Assert.That(await Traffic.SendAsync(client, sent), Is.EqualTo(first), "the same key again gives the same entry");
        }
        foreach (var incident in traffic.Acknowledged.Select(one => one.Sent).Concat(traffic.Unanswered).Select(sent => sent.Incident).Distinct())
        {
            var timeline = await ReadAsync(client, incident);
            Assert.That(timeline.Select(entry => entry.Number), Is.EqualTo(Enumerable.Range(1, timeline.Count)), "numbering has no gap");
            var texts = timeline.Where(entry => entry.Kind is "MessagePosted" or "NoteAdded").ToLookup(entry => entry.Text);
            foreach (var (sent, number) in traffic.Acknowledged.Where(one => one.Sent.Incident == incident))
                Assert.That(texts[sent.Text].Select(entry => entry.Number), Is.EqualTo(new[] { number }), $"“{sent.Text}” is there once");
            foreach (var sent in traffic.Unanswered.Where(sent => sent.Incident == incident))
                Assert.That(texts[sent.Text].Count(), Is.EqualTo(1), $"“{sent.Text}”, sent again, is there once");
        }
    }

    private static async Task AssertPromisesAsync(HostProcess host, IReadOnlyList<string> incidents)
    {
        using var client = new HttpClient { BaseAddress = host.Address };
        foreach (var incident in incidents)
        {
            var made = 2; // a room and an announcement, at the declaration
            var kept = new List<string>();
            for (var look = 0; look < 200 && kept.Count < made; look++)
            {
                kept = [.. (await ReadAsync(client, incident)).Where(entry => entry.Kind == "PromiseKept").Select(entry => entry.Promise)];
                if (kept.Count < made) await Task.Delay(50);
            }
            Assert.That(kept, Is.EquivalentTo(new[] { "1.0", "1.1" }), $"{incident}'s promises are each kept once");
        }
    }

    private static async Task<List<Told>> ReadAsync(HttpClient client, string incident)
    {
        var told = new List<Told>();
        for (int? after = 0; after is not null;)
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"/api/incidents/{incident}/timeline?after={after}&take=500");
            told.AddRange(page.GetProperty("entries").EnumerateArray().Select(Told.Read));
            after = page.GetProperty("next") is { ValueKind: JsonValueKind.Number } next ? next.GetInt32() : null;
        }
        return told;
    }

    private sealed record Told(int Number, string Kind, string? Text, string Promise)
    {
        public static Told Read(JsonElement entry)
        {
            var data = entry.GetProperty("data");
            return new Told(
                entry.GetProperty("number").GetInt32(),
                entry.GetProperty("kind").GetString()!,
                data.TryGetProperty("text", out var text) ? text.GetString() : null,
                data.TryGetProperty("index", out var index) ? $"{data.GetProperty("entry")}.{index}" : "");
        }
    }
}

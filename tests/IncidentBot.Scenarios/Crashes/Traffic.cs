using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;

namespace IncidentBot.Scenarios.Crashes;

/// <summary>One thing that a client sent, and what it was told.</summary>
/// <param name="Incident">Where it went.</param>
/// <param name="Key">Its key.</param>
/// <param name="Text">What nothing else says.</param>
/// <param name="IsMessage">True for a message, false for a note by line.</param>
public sealed record Sent(string Incident, string Key, string Text, bool IsMessage);

/// <summary>Clients that send messages and lines for as long as the host answers, and remember what was acknowledged.</summary>
public sealed class Traffic(Uri address, string round, IReadOnlyList<string> incidents)
{
    private readonly ConcurrentBag<(Sent Sent, int Entry)> acknowledged = [];
    private readonly ConcurrentBag<Sent> unanswered = [];
    private readonly TaskCompletionSource enough = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int count;

    /// <summary>What the host said it has recorded.</summary>
    public IReadOnlyCollection<(Sent Sent, int Entry)> Acknowledged => acknowledged;

    /// <summary>What was under way when the host died: recorded or not, nobody knows.</summary>
    public IReadOnlyCollection<Sent> Unanswered => unanswered;

    /// <summary>Sends from several clients at once; completes when all have met a host that no longer answers.</summary>
    /// <param name="clients">How many.</param>
    /// <param name="killAfter">How many acknowledgements make <paramref name="kill"/> strike.</param>
    /// <param name="kill">Ends the host.</param>
    public async Task RunAsync(int clients, int killAfter, Action kill)
    {
        var sending = Enumerable.Range(0, clients).Select(client => SendAsync(client, killAfter)).ToList();
        await enough.Task;
        kill();
        await Task.WhenAll(sending);
    }

    /// <summary>Sends one thing; the number of the entry that it became.</summary>
    public static async Task<int> SendAsync(HttpClient client, Sent sent)
    {
        using var response = sent.IsMessage
            ? await client.PostAsJsonAsync($"/api/incidents/{sent.Incident}/messages", new { by = "ana", text = sent.Text, key = sent.Key })
            : await client.PostAsJsonAsync("/api/lines", new { line = $"note {sent.Text}", by = "ben", room = sent.Incident, key = sent.Key });
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        response.EnsureSuccessStatusCode();
        return sent.IsMessage ? body.GetProperty("number").GetInt32() : body.GetProperty("entries")[0].GetInt32();
    }

    private async Task SendAsync(int client, int killAfter)
    {
        using var http = new HttpClient { BaseAddress = address };
        for (var n = 0; ; n++)
        {
            var sent = new Sent(incidents[(client + n) % incidents.Count], $"{round}-{client}-{n}", $"said {round}-{client}-{n}.", n % 3 != 0);
            try
            {
                acknowledged.Add((sent, await SendAsync(http, sent)));
                if (Interlocked.Increment(ref count) == killAfter) enough.SetResult();
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException or JsonException)
            {
                unanswered.Add(sent);
                return;
            }
        }
    }
}

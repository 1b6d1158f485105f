using System.Net;
using System.Net.ServerSentEvents;

namespace IncidentBot.Scenarios.WarRoom;

/// <summary>A live stream, read event by event.</summary>
public sealed class LivePage : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpResponseMessage answer;
    private readonly CancellationTokenSource patience = new(Patience);
    private IAsyncEnumerator<SseItem<string>>? events;

    internal LivePage(HttpResponseMessage answer) => this.answer = answer;

    /// <summary>Whether it was opened.</summary>
    public HttpStatusCode Status => answer.StatusCode;

    /// <summary>The id of the last event that had one.</summary>
    public string LastId { get; private set; } = "";

    /// <summary>Everything that came so far.</summary>
    public List<SseItem<string>> Seen { get; } = [];

    /// <summary>Reads on until something comes that holds this text, and gives that.</summary>
    public async Task<SseItem<string>> UntilAsync(string text) => await UntilAsync(item => item.Data.Contains(text, StringComparison.Ordinal))
        ?? throw new AssertionException($"The stream ended without “{text}”.");

    /// <summary>Reads on until an event that fits; null when the stream ends first.</summary>
    public async Task<SseItem<string>?> UntilAsync(Predicate<SseItem<string>> fits)
    {
        events ??= SseParser.Create(await answer.Content.ReadAsStreamAsync()).EnumerateAsync(patience.Token).GetAsyncEnumerator();
        while (await events.MoveNextAsync())
        {
            Seen.Add(events.Current);
            if (events.Current.EventId is { Length: > 0 } id) LastId = id;
            if (fits(events.Current)) return events.Current;
        }
        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        answer.Dispose();
        patience.Dispose();
    }
}

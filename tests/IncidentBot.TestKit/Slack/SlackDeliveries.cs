using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace IncidentBot.TestKit;

/// <summary>What Slack sends to the bot: events of the channels that it is in, tried again when they are not received; commands and interactions once.</summary>
public sealed class SlackDeliveries : IAsyncDisposable
{
    // Slack itself waits not at all, a minute, and five minutes.
    private static readonly TimeSpan[] Waits = [TimeSpan.Zero, TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(1)];

    private readonly FakeSlack slack;
    private readonly Channel<JsonObject> happened = Channel.CreateUnbounded<JsonObject>();
    private readonly ConcurrentQueue<(SlackSent Sent, SlackReceipt First)> sent = new();
    private readonly ConcurrentQueue<SlackSent> given = new();
    private readonly CancellationTokenSource ending = new();
    private readonly Task pump;
    private int underWay;

    internal SlackDeliveries(FakeSlack slack)
    {
        this.slack = slack;
        pump = PumpAsync();
    }

    /// <summary>How often each thing is sent, all at once: Slack promises at least once, never only once.</summary>
    public int Copies { get; set; } = 1;

    /// <summary>True while what happens is never told to the bot.</summary>
    public bool LosesEvents { get; set; }

    /// <summary>What was sent, and how it was received the first time.</summary>
    public IReadOnlyList<(SlackSent Sent, SlackReceipt First)> Sent => [.. sent];

    /// <summary>Events that Slack gave up.</summary>
    public IReadOnlyList<SlackSent> GivenUp => [.. given];

    /// <summary>True when everything that happened was delivered or given up.</summary>
    public bool AreDone => happened.Reader.Count == 0 && Volatile.Read(ref underWay) == 0;

    /// <summary>Sends something now, as often as things are sent, and gives the first answer.</summary>
    public async Task<SlackReceipt> SendAsync(SlackSent one) => (await RepeatAsync(one, Copies, retry: 0))[0];

    /// <summary>Sends something so often at once; gives all answers.</summary>
    public async Task<IReadOnlyList<SlackReceipt>> RepeatAsync(SlackSent one, int times, int retry = 1)
    {
        var receipts = await Task.WhenAll(Enumerable.Range(0, times).Select(copy => slack.Way.SendAsync(one, one.Kind == SlackKind.Event ? retry + Math.Min(copy, 3 - retry) : 0, ending.Token)));
        sent.Enqueue((one, receipts[0]));
        return receipts;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        happened.Writer.Complete();
        await ending.CancelAsync();
        await pump;
        ending.Dispose();
    }

    /// <summary>Something happened in the workspace.</summary>
    internal void Happened(JsonObject envelope)
    {
        if (!LosesEvents) happened.Writer.TryWrite(envelope);
    }

    private async Task PumpAsync()
    {
        try
        {
            await foreach (var envelope in happened.Reader.ReadAllAsync(ending.Token))
            {
                Interlocked.Increment(ref underWay);
                foreach (var told in await ToldAsync(envelope)) await DeliverAsync(new SlackSent(SlackKind.Event, told));
                Interlocked.Decrement(ref underWay);
            }
        }
        catch (OperationCanceledException)
        {
            // The Slack ends.
        }
    }

    // What the bot is told of an event: nothing in channels that it is not in, and twice of what mentions it.
    private async Task<IReadOnlyList<JsonObject>> ToldAsync(JsonObject envelope)
    {
        var inner = (JsonObject)envelope["event"]!;
        var channel = (inner["channel"] ?? inner["item"]?["channel"] ?? inner["channel_id"]) is JsonValue id ? (string?)id : null;
        string? type = null;
        if (channel is not null)
        {
            var known = await slack.AskAsync("conversations.info", new JsonObject { ["channel"] = channel });
            if (known["channel"] is not JsonObject info || !((bool?)info["is_member"] ?? false)) return SlackPatches.LeftIn(inner) is { } left ? [left] : [];
            type = (bool?)info["is_im"] == true ? "im" : (bool?)info["is_private"] == true ? "group" : "channel";
        }
        var told = SlackPatches.Envelope(envelope, type);
        return SlackPatches.MentionIn(inner) is { } mention ? [told, mention] : [told];
    }

    private async Task DeliverAsync(SlackSent one)
    {
        if ((await SendAsync(one)).IsReceived) return;
        Interlocked.Increment(ref underWay);
        _ = RetryAsync(one);
    }

    private async Task RetryAsync(SlackSent one)
    {
        try
        {
            for (var retry = 1; retry <= Waits.Length; retry++)
            {
                await Task.Delay(Waits[retry - 1], ending.Token);
                if ((await slack.Way.SendAsync(one, retry, ending.Token)).IsReceived) return;
            }
            given.Enqueue(one);
        }
        catch (OperationCanceledException)
        {
            // The Slack ends.
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    }
}

using System.Collections.Concurrent;
using System.Text.Json;
using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Hearing;
using IncidentBot.Chat.Slack.Rooms;
using IncidentBot.Chat.Slack.Sockets;
using IncidentBot.TestKit;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace IncidentBot.Adapters.Tests.Slack.Sockets;

/// <summary>The bot's side of Socket Mode, before a Slack that can be told what to do, on a clock that stands until it is moved.</summary>
internal sealed class ConnectedBot : ISlackIngress, ISlackCatchUp, IAsyncDisposable
{
    private readonly SlackEnvelopes envelopes;
    private readonly SlackSocketWorker worker;
    private readonly Mock<ISlack> api = new();
    private int catchUps;

    private ConnectedBot(FakeSlackSocket slack, SocketPace pace)
    {
        Slack = slack;
        Connections = new SlackConnections(Clock);
        api.Setup(slack => slack.SocketAddressAsync(It.IsAny<CancellationToken>())).Returns(Address);
        envelopes = new SlackEnvelopes(this, Clock, NullLogger<SlackEnvelopes>.Instance);
        var dial = new SlackDial(api.Object, envelopes, Connections, pace, Clock, NullLogger<SlackDial>.Instance);
        worker = new SlackSocketWorker(dial, envelopes, Connections, this, pace, Clock, NullLogger<SlackSocketWorker>.Instance);
    }

    public FakeSlackSocket Slack { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 25, 10, 42, 0, TimeSpan.Zero));

    public SlackConnections Connections { get; }

    /// <summary>Everything that was taken in.</summary>
    public ConcurrentQueue<SlackDelivery> Taken { get; } = new();

    /// <summary>How often what was missed was asked for.</summary>
    public int CatchUps => Volatile.Read(ref catchUps);

    /// <summary>What Slack gets for a delivery.</summary>
    public Func<SlackDelivery, ValueTask<SlackAnswer>> Answer { get; set; } = _ => ValueTask.FromResult(SlackAnswer.Received);

    /// <summary>Starts one; with patience for silence, since its clock moves in leaps.</summary>
    public static async Task<ConnectedBot> StartAsync(Func<SocketPace, SocketPace>? pace = null, Action<FakeSlackSocket>? slack = null)
    {
        var fake = await FakeSlackSocket.StartAsync();
        slack?.Invoke(fake);
        var patient = new SocketPace { Connections = 1, SilentFor = TimeSpan.FromDays(1), EndsWithin = TimeSpan.FromDays(1) };
        var bot = new ConnectedBot(fake, pace?.Invoke(patient) ?? patient);
        await bot.worker.StartAsync(CancellationToken.None);
        return bot;
    }

    /// <summary>Slack's end of the next connection that stands.</summary>
    public async Task<FakeSlackConnection> NextAsync()
    {
        var next = await Slack.NextAsync();
        await UntilAsync(() => Connections.Opened >= next.Number);
        return next;
    }

    /// <summary>Waits until something is so.</summary>
    public static async Task UntilAsync(Func<bool> so)
    {
        using var patience = new CancellationTokenSource(FakeSlackSocket.Patience);
        while (!so()) await Task.Delay(5, patience.Token);
    }

    /// <summary>Moves the clock in steps of so many seconds until something is so; tells how far it had to go.</summary>
    public async Task<TimeSpan> MoveUntilAsync(Func<bool> so, int by = 1)
    {
        var start = Clock.GetUtcNow();
        for (var step = 0; step < 1000 && !so(); step++)
        {
            Clock.Advance(TimeSpan.FromSeconds(by));
            for (var wait = 0; wait < 4 && !so(); wait++) await Task.Delay(5);
        }
        Assert.That(so(), Is.True, "It did not come about within a thousand steps.");
        return Clock.GetUtcNow() - start;
    }

    public Task StopAsync() => worker.StopAsync(CancellationToken.None);

    public async ValueTask<SlackAnswer> TakeAsync(SlackDelivery delivery, CancellationToken cancellation = default)
    {
        var answer = await Answer(delivery);
        Taken.Enqueue(delivery);
        return answer;
    }

    public void Ask(string reason, string? channel = null) => Interlocked.Increment(ref catchUps);

    public async ValueTask DisposeAsync()
    {
        // What waits for the fake clock at the end must not wait for ever.
        var stopping = StopAsync();
        while (!stopping.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5);
        }
        await stopping;
        worker.Dispose();
        envelopes.Dispose();
        await Slack.DisposeAsync();
    }

    /// <summary>JSON as Slack gets it.</summary>
    public static SlackAnswer Json(string json) => new(JsonElement.Parse(json));

    private async ValueTask<Uri> Address(CancellationToken cancellation)
    {
        await Task.Yield();
        var answer = Slack.Ask("xapp-1");
        return ((string?)answer["url"], (string?)answer["error"]) switch
        {
            ({ } url, _) => new Uri(url),
            (_, "ratelimited") => throw new SlackBusyException("apps.connections.open", TimeSpan.FromSeconds(40)),
            var (_, error) => throw new SlackFaultException("apps.connections.open", error!, "The app-level token is not accepted."),
        };
    }
}

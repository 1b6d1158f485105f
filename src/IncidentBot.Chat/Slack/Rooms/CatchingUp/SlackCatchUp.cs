using IncidentBot.Chat.Slack.Api;
using IncidentBot.Ports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>Reads back what was missed: when the bot starts, when it is asked to, and in slow rounds, because a delivery can be lost. One channel after the other.</summary>
internal sealed class SlackCatchUp(Errands errands, InRooms rooms, ReadingBack reading, RoomCheck check, Marks marks, TimeProvider clock, ILogger<SlackCatchUp> logger) : BackgroundService, ISlackCatchUp
{
    private static readonly TimeSpan RoundEvery = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private volatile TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset nextRound = clock.GetUtcNow() + RoundEvery;
    private TimeSpan wait = FirstWait;

    /// <inheritdoc/>
    public void Ask(string reason, string? channel = null)
    {
        Log.Asked(logger, channel ?? "every channel", reason);
        _ = Task.Run(() => AddAsync(channel));
    }

    /// <summary>Reads a channel that has just become an incident's.</summary>
    public void Open(SlackRoom room) => errands.Add(new Errand(room, Reading.Opened));

    /// <summary>Lets the bot into a channel that came back from the archive, and reads it.</summary>
    public void Return(SlackRoom room)
    {
        errands.Add(new Errand(room, Reading.Gap) { Rejoins = true });
        asked.TrySetResult();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await AddAsync(channel: null);
        try
        {
            while (true)
            {
                await WaitAsync(stoppingToken);
                if (errands.Take() is { } errand) await DoAsync(errand, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await marks.DisposeAsync();
        }
        catch (StoreFencedException fenced)
        {
            Log.Fenced(logger, fenced.Message);
        }
    }

    private async Task WaitAsync(CancellationToken cancellation)
    {
        while (!await marks.HoldAsync(cancellation)) await Task.Delay(AskAgain, clock, cancellation);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(errands.Added, Task.Delay(Until(nextRound), clock, enough.Token));
        await enough.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
        if (clock.GetUtcNow() < nextRound) return;
        nextRound = clock.GetUtcNow() + RoundEvery;
        foreach (var room in rooms.Open()) errands.Add(new Errand(room, Reading.Round));
    }

    private async Task DoAsync(Errand errand, CancellationToken cancellation)
    {
        try
        {
            await reading.DoAsync(errand, cancellation);
            wait = FirstWait;
        }
        catch (SlackFaultException fault) when (RoomCheck.TellsFate(fault))
        {
            await check.BelieveAsync(errand.Room, fault, cancellation);
        }
        catch (Exception fault) when (fault is not StoreFencedException && !cancellation.IsCancellationRequested)
        {
            // Nothing is lost by waiting: the mark stays where it was.
            Log.NotReadBack(logger, errand.Room.Incident, fault.Message, wait);
            await RestAsync(cancellation);
            errands.Add(errand);
        }
    }

    // Whoever asks meanwhile knows that Slack is back.
    private async Task RestAsync(CancellationToken cancellation)
    {
        asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(asked.Task, Task.Delay(wait, clock, enough.Token));
        await enough.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
        wait = wait * 2 > LongestWait ? LongestWait : wait * 2;
    }

    private TimeSpan Until(DateTimeOffset then) => then > clock.GetUtcNow() ? then - clock.GetUtcNow() : TimeSpan.Zero;

    private async Task AddAsync(string? channel)
    {
        try
        {
            await foreach (var room in rooms.AllAsync(channel)) errands.Add(new Errand(room, Reading.Gap));
            asked.TrySetResult();
        }
        catch (Exception fault)
        {
            Log.NoRooms(logger, fault);
        }
    }
}

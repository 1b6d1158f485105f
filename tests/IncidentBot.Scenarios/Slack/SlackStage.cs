using System.Text.RegularExpressions;
using IncidentBot.Chat.Slack;
using IncidentBot.Ports;
using IncidentBot.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Scenarios.Slack;

/// <summary>The real host and a Slack, and the people who meet there.</summary>
public sealed partial class SlackStage : IAsyncDisposable
{
    private SlackStage(FakeSlack slack, RunningHost host)
    {
        (Slack, Host, Api) = (slack, host, host.Client());
        slack.Http.Bot = host.Address;
    }

    /// <summary>The Slack.</summary>
    public FakeSlack Slack { get; }

    /// <summary>The host.</summary>
    public RunningHost Host { get; }

    /// <summary>A script's client of the host's API.</summary>
    public HttpClient Api { get; }

    /// <summary>Declares and commands.</summary>
    public SlackPerson Ana => Slack.As(SlackPerson.Ana);

    /// <summary>Fixes.</summary>
    public SlackPerson Ben => Slack.As(SlackPerson.Ben);

    /// <summary>Speaks to customers.</summary>
    public SlackPerson Cleo => Slack.As(SlackPerson.Cleo);

    /// <summary>Belongs to nothing.</summary>
    public SlackPerson Guest => Slack.As(SlackPerson.Guest);

    /// <summary>Patience for the far side that fits a test: a second at most.</summary>
    public static Dictionary<string, string> Impatient => new()
    {
        ["Promises:FirstWait"] = "00:00:00.050", ["Promises:LongestWait"] = "00:00:00.500", ["Promises:AwayFor"] = "00:00:00.500",
    };

    /// <summary>Starts both, by either way in.</summary>
    public static async Task<SlackStage> OpenAsync(bool bySocket = false, IReadOnlyDictionary<string, string>? settings = null)
    {
        var slack = await FakeSlack.StartAsync();
        var all = Impatient.Concat(bySocket ? slack.SocketSettings() : slack.Settings).Concat(settings ?? new Dictionary<string, string>()).ToLookup(one => one.Key, one => one.Value);
        var stage = new SlackStage(slack, RunningHost.Start(all.ToDictionary(one => one.Key, one => one.Last())));
        if (bySocket) await Eventually.IsSoAsync(() => slack.Sockets.Open.Count > 0, "the bot connected by itself");
        // The first request of a process compiles what it needs.
        await stage.Guest.SlashAsync("help");
        return stage;
    }

    /// <summary>Declares an incident by the slash command, and waits until its channel is there.</summary>
    public async Task<SlackRoom> DeclareAsync(string title, string options = "", SlackPerson? by = null)
    {
        by ??= Ana;
        var before = by.Whispers.Count;
        await by.SlashAsync($"declare {LineWriter.Quote(title)} {options}");
        return await RoomAsync(await DeclaredAsync(by, before));
    }

    /// <summary>The number that somebody was told after so many whispers.</summary>
    public static async Task<IncidentId> DeclaredAsync(SlackPerson by, int before)
    {
        var told = await Eventually.FindAsync(() => Task.FromResult(by.Whispers.Skip(before).Select(whisper => Number().Match(whisper.Text + whisper.Words)).FirstOrDefault(found => found.Success)), "the number was told");
        return new IncidentId(long.Parse(told.Groups["number"].Value));
    }

    /// <summary>An incident's channel, when it is there.</summary>
    public async Task<SlackRoom> RoomAsync(IncidentId incident)
    {
        var opened = await Eventually.FindAsync(
            async () => (await EntriesAsync(incident)).Select(entry => entry.Event).OfType<RoomOpened>().LastOrDefault(one => one.Chat == SlackNames.Chat), $"{incident} has its channel");
        return new SlackRoom(this, incident, SlackNames.ChannelOf(opened.Room)!);
    }

    /// <summary>An incident's timeline, as it is stored.</summary>
    public async Task<IReadOnlyList<Recorded>> EntriesAsync(IncidentId incident)
    {
        var store = Host.Services.GetRequiredService<ITimelineStore>();
        var entries = new List<Recorded>();
        while (await store.ReadStreamAsync(incident.Number, entries.Count, ITimelineStore.LargestPage) is { Count: > 0 } page) entries.AddRange(page.Select(StoredEvents.Read));
        return entries;
    }

    /// <summary>How many incidents there are.</summary>
    public async Task<long> IncidentsAsync() => await Host.Services.GetRequiredService<ITimelineStore>().LastStreamAsync();

    /// <summary>The promises that wait.</summary>
    public IReadOnlyList<WaitingPromise> Waiting => Host.Services.GetRequiredService<IWaiting>().All;

    /// <summary>Waits until neither side has anything to say to the other.</summary>
    public async Task QuietAsync()
    {
        var (calls, since) = (-1, System.Diagnostics.Stopwatch.StartNew());
        await Eventually.IsSoAsync(() =>
        {
            if (!Slack.Deliveries.AreDone || Waiting.Count > 0 || Slack.Calls.Count != calls) (calls, since) = (Slack.Calls.Count, System.Diagnostics.Stopwatch.StartNew());
            return since.Elapsed > TimeSpan.FromMilliseconds(1_500);
        }, "both sides are quiet");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await Host.DisposeAsync();
        await Slack.DisposeAsync();
    }

    [GeneratedRegex(@"INC-(?<number>[0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Number();
}

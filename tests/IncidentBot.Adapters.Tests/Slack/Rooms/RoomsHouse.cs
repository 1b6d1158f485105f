using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Adapters.Tests.Slack.Hearing;
using IncidentBot.Chat.Slack;
using IncidentBot.Chat.Slack.Drawing;
using IncidentBot.Chat.Slack.Hearing;
using IncidentBot.Chat.Slack.Naming;
using IncidentBot.Chat.Slack.Rooms;
using IncidentBot.Ports;
using IncidentBot.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Adapters.Tests.Slack.Rooms;

/// <summary>All that listens in channels, before a desk in memory: INC-1 is run in the channel C1, in which Ana and Ben are.</summary>
internal sealed class RoomsHouse : IAsyncDisposable
{
    public static readonly IncidentId Id = new(1);

    private readonly ServiceProvider services;

    private RoomsHouse(SlackOptions options) => services = new ServiceCollection()
        .AddSingleton<TimeProvider>(House.Clock).AddSingleton<ITimelineStore>(House.Store).AddSingleton(House.Shelf).AddSingleton(House.Desk).AddSingleton(House.Catalog)
        .AddSingleton(new PolicyBook(House.Policy)).AddSingleton(AllVerbs.Create()).AddSingleton<RoomBook>().AddSingleton<LiveFeed>()
        .AddSingleton(options).AddSingleton(new SlackPages(null)).AddSingleton(Slack.Slack).AddSingleton<ISlackPeople, PeopleAtHand>().AddSingleton<IFileStore>(Files)
        .AddLogging(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Trace))
        .AddSlackDrawing().AddSlackHearing().AddSlackRooms().BuildServiceProvider();

    public DeskFixture House { get; } = new(DefaultPolicy.Create() with { Mirrors = [SlackNames.Chat] });

    public ChannelOnSlack Slack { get; } = new();

    public KeptFiles Files { get; } = new();

    public HeardLog Log { get; } = new();

    public SlackTally Tally => Of<SlackTally>();

    /// <summary>Opens the house: the incident is declared, its channel is there.</summary>
    public static async Task<RoomsHouse> OpenAsync(SlackOptions? options = null, string declare = "declare x")
    {
        var house = new RoomsHouse(options ?? new SlackOptions { BotToken = "xoxb-1", SigningSecrets = ["s"] });
        await house.House.Hear(KnownPeople.Of("U0ANA"), declare);
        await house.House.Desk.RecordAsync(Id, [new RoomOpened(SlackNames.Chat, "slack:T1/C1", "#inc-1")], Person.Bot, "worker", key: null);
        await house.Of<Afterwards>().StartAsync(default);
        return house;
    }

    public T Of<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>A <c>ts</c> so long after the incident was declared.</summary>
    public static string Ts(double seconds) => SlackTime.Write(Story.Begin.AddSeconds(seconds));

    /// <summary>The identity of a message.</summary>
    public static string Identity(double seconds) => SlackNames.Message("T1", "C1", Ts(seconds));

    /// <summary>A message as somebody writes it.</summary>
    public static JsonObject Said(double seconds, string text, string user = "U0BEN") => new()
    {
        ["type"] = "message", ["channel"] = "C1", ["channel_type"] = "channel", ["user"] = user, ["text"] = text, ["ts"] = Ts(seconds), ["event_ts"] = Ts(seconds), ["team"] = "T1", ["client_msg_id"] = $"c-{seconds}",
    };

    /// <summary>Slack delivers an event.</summary>
    public async Task HearAsync(JsonObject inner, string id = "Ev1") => await Of<ISlackIngress>().TakeAsync(new SlackDelivery.Event(JsonSerializer.SerializeToElement(new JsonObject
    {
        ["type"] = "event_callback", ["team_id"] = "T1", ["api_app_id"] = "A0BOT", ["event_id"] = id, ["event"] = inner.DeepClone(),
    })));

    /// <summary>The entries behind the declaration that tell of the channel, without the bot's book-keeping.</summary>
    public async Task<IReadOnlyList<Recorded>> EntriesAsync() => [.. (await House.EntriesAsync(1)).Skip(1).Where(entry => entry.Event.Prominence != Prominence.Housekeeping)];

    /// <summary>What happened there.</summary>
    public async Task<IReadOnlyList<IncidentEvent>> EventsAsync() => [.. (await EntriesAsync()).Select(entry => entry.Event)];

    /// <summary>What is said there, in the order of recording.</summary>
    public async Task<string> TextsAsync() => string.Join(" | ", (await EventsAsync()).OfType<MessagePosted>().Select(message => message.Text));

    /// <summary>The incident as it stands.</summary>
    public async Task<Incident> StandingAsync() => await House.Shelf.GetAsync(Id, default);

    /// <summary>Reads the channel back.</summary>
    public Task ReadBackAsync(Reading reading = Reading.Gap, bool rejoins = false) =>
        Of<ReadingBack>().DoAsync(new Errand(new SlackRoom(Id, "T1", "C1"), reading) { Rejoins = rejoins }, default);

    /// <summary>Waits for what is done after receipts.</summary>
    public async Task RestAsync()
    {
        await Of<Afterwards>().StopAsync(default);
        await Of<FileKeeping>().RestAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Of<FileKeeping>().StopAsync(default);
        await Of<Afterwards>().StopAsync(default);
        await services.DisposeAsync();
    }
}

/// <summary>Files that are kept as long as the test lasts.</summary>
internal sealed class KeptFiles : IFileStore
{
    public ConcurrentDictionary<string, byte[]> Kept { get; } = new();

    public async ValueTask<StoredFile> PutAsync(Stream content, long limitBytes, CancellationToken cancellation = default)
    {
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellation);
        if (bytes.Length > limitBytes) throw new FileTooLargeException(limitBytes);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()));
        Kept[sha256] = bytes.ToArray();
        return new StoredFile(sha256, bytes.Length);
    }

    public ValueTask<Stream?> OpenAsync(string sha256, CancellationToken cancellation = default) => ValueTask.FromResult<Stream?>(Kept.TryGetValue(sha256, out var bytes) ? new MemoryStream(bytes) : null);

    public ValueTask DeleteAsync(string sha256, CancellationToken cancellation = default)
    {
        Kept.TryRemove(sha256, out _);
        return ValueTask.CompletedTask;
    }
}

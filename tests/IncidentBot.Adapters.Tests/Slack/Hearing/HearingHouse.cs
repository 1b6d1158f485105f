using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Chat.Slack;
using IncidentBot.Chat.Slack.Drawing;
using IncidentBot.Chat.Slack.Hearing;
using IncidentBot.Chat.Slack.Naming;
using IncidentBot.Chat.Slack.Rooms;
using IncidentBot.Ports;
using IncidentBot.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Adapters.Tests.Slack.Hearing;

/// <summary>All that hears Slack, before a desk in memory and a Slack that writes down what it is asked.</summary>
internal sealed class HearingHouse : IAsyncDisposable
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    public const string NextSecret = "the secret that comes next";

    private readonly ServiceProvider services;

    public HearingHouse(Action<IServiceCollection>? more = null)
    {
        var collection = new ServiceCollection();
        Register(collection);
        more?.Invoke(collection);
        services = collection.BuildServiceProvider();
        Afterwards = services.GetRequiredService<Afterwards>();
        Afterwards.StartAsync(default).GetAwaiter().GetResult();
    }

    public DeskFixture House { get; } = new(DefaultPolicy.Create() with { Chats = [SlackNames.Chat], Mirrors = [SlackNames.Chat] });

    public AskedSlack Slack { get; } = new();

    public HeardLog Log { get; } = new();

    public RecallBook Recall { get; } = new();

    public AskedCatchUp CatchUp { get; } = new();

    public ISlackIngress Ingress => services.GetRequiredService<ISlackIngress>();

    public SlackTally Tally => services.GetRequiredService<SlackTally>();

    private Afterwards Afterwards { get; }

    /// <summary>What hearing needs, in a host of one's own.</summary>
    public void Register(IServiceCollection collection) => collection
        .AddSingleton<TimeProvider>(House.Clock).AddSingleton<ITimelineStore>(House.Store).AddSingleton(House.Shelf).AddSingleton(House.Desk).AddSingleton(House.Catalog)
        .AddSingleton(new PolicyBook(House.Policy)).AddSingleton(AllVerbs.Create()).AddSingleton<RoomBook>()
        .AddSingleton(new SlackOptions { BotToken = "xoxb-1", SigningSecrets = [Secret, NextSecret] }).AddSingleton(new SlackPages(new Uri("https://incidents.example/")))
        .AddSingleton(Slack.Slack).AddSingleton<ISlackPeople, SlackPeople>().AddSingleton<ISlackRecall>(Recall).AddSingleton<ISlackCatchUp>(CatchUp)
        .AddLogging(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Trace))
        .AddSlackDrawing().AddSlackHearing();

    /// <summary>An incident is declared, and has its channel.</summary>
    public async Task<IncidentId> DeclareAsync(string channel, string options = "", string title = "Checkout is down", string by = "U0ANA")
    {
        var reply = await House.Hear(KnownPeople.Of(by), $"declare sev2 {LineWriter.Quote(title)} {options}");
        Assert.That(reply.Refused, Is.False, reply.Text);
        await House.Desk.RecordAsync(reply.Incident!.Value, [new RoomOpened(SlackNames.Chat, SlackNames.Room(KnownPeople.Team, channel), "inc")], Person.Bot, "worker", key: null);
        return reply.Incident.Value;
    }

    /// <summary>A message that stands on the timeline already.</summary>
    public async Task<int> MessageAsync(IncidentId id, string channel, string ts, string text, string by = "U0BEN")
    {
        var identity = SlackNames.Message(KnownPeople.Team, channel, ts);
        await House.Desk.OverhearAsync(new Overheard(identity, text, KnownPeople.Of(by), SlackNames.Via, id, House.Clock.Now));
        var entry = (await House.Shelf.GetAsync(id, default)).KnownMessages[identity];
        Recall.Entries[$"{KnownPeople.Team}/{channel}/{ts}"] = entry;
        return entry;
    }

    /// <summary>Slack delivers an event.</summary>
    public ValueTask<SlackAnswer> EventAsync(object inner, string id = "Ev1", bool shared = false, string? bot = null) => Ingress.TakeAsync(new SlackDelivery.Event(Json(new
    {
        type = "event_callback", team_id = KnownPeople.Team, api_app_id = "A0BOT", event_id = id, event_time = 1_795_424_400, is_ext_shared_channel = shared, @event = inner,
        authorizations = bot is null ? null : new[] { new { team_id = KnownPeople.Team, user_id = bot, is_bot = true } },
    })));

    /// <summary>Somebody types the slash command.</summary>
    public async Task<JsonNode?> CommandAsync(string text, string channel = "C0GENERAL", string user = "U0ANA", string trigger = "1.1") => Node(await Ingress.TakeAsync(new SlackDelivery.Command(new Dictionary<string, string>
    {
        ["command"] = "/incident", ["team_id"] = KnownPeople.Team, ["channel_id"] = channel, ["user_id"] = user, ["user_name"] = "deprecated", ["text"] = text, ["trigger_id"] = trigger, ["response_url"] = "https://hooks.slack.com/commands/1",
    })));

    /// <summary>Somebody presses, picks, submits or calls a shortcut.</summary>
    public async Task<JsonNode?> InteractAsync(object payload) => Node(await Ingress.TakeAsync(new SlackDelivery.Interaction(Json(payload))));

    /// <summary>All that was said after receipts, once it is said.</summary>
    public async Task<IReadOnlyList<AskedOf>> SaidAsync()
    {
        await Afterwards.StopAsync(default);
        return Slack.Asked;
    }

    /// <summary>The sentences of an incident's timeline.</summary>
    public async Task<IReadOnlyList<string>> TimelineAsync(IncidentId id) =>
        [.. (await House.EntriesAsync((int)id.Number)).Where(entry => entry.Event.Prominence != Prominence.Housekeeping).Select(entry => entry.Sentence)];

    public async ValueTask DisposeAsync()
    {
        await Afterwards.StopAsync(default);
        await services.DisposeAsync();
    }

    private static JsonElement Json(object body) => JsonSerializer.SerializeToElement(body);

    private static JsonNode? Node(SlackAnswer answer) => answer.Body is { } body ? JsonNode.Parse(body.GetRawText()) : null;
}

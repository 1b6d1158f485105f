using IncidentBot.Chat.Slack;
using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Drawing;
using IncidentBot.Chat.Slack.Naming;
using IncidentBot.Chat.Slack.Speaking;
using IncidentBot.Ports;
using IncidentBot.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace IncidentBot.Adapters.Tests.Slack.Speaking;

/// <summary>The chat Slack before a Slack that remembers, and a house whose people have accounts there: Ana is UANA.</summary>
internal sealed class SpeakingSlack : IDisposable
{
    private readonly ServiceProvider services;

    public SpeakingSlack(DeskFixture? house = null, RememberingSlack? far = null, Action<SlackOptions>? set = null)
    {
        House = house ?? new DeskFixture(DefaultPolicy.Create() with { Chats = [SlackNames.Chat], Mirrors = [SlackNames.Chat] });
        Far = far ?? new RememberingSlack(House.Clock);
        var options = new SlackOptions { BotToken = "xoxb-1" };
        set?.Invoke(options);
        services = new ServiceCollection().AddLogging()
            .AddSingleton<TimeProvider>(House.Clock).AddSingleton<ITimelineStore>(House.Store).AddSingleton(House.Desk).AddSingleton(new PolicyBook(House.Policy)).AddSingleton<Shelf>()
            .AddSingleton(options).AddSingleton(Pages).AddSingleton<ISlack>(Far).AddSingleton(People.Object).AddSingleton(Waiting.Object)
            .AddSlackDrawing().AddSlackSpeaking().BuildServiceProvider();
        People.Setup(people => people.UserAsync(It.IsAny<Person>(), It.IsAny<CancellationToken>())).Returns((Person person, CancellationToken _) => ValueTask.FromResult(
            Strangers.Contains(person.Id) ? null : "U" + person.Id.Handle.ToUpperInvariant()));
        Waiting.Setup(waiting => waiting.Of(It.IsAny<IncidentId>())).Returns((IncidentId _) => Waits);
    }

    public DeskFixture House { get; }

    public RememberingSlack Far { get; }

    public SlackPages Pages { get; } = new(new Uri("https://incidents.example/"));

    public Mock<ISlackPeople> People { get; } = new();

    public Mock<IWaiting> Waiting { get; } = new();

    /// <summary>What waits elsewhere.</summary>
    public IReadOnlyList<WaitingPromise> Waits { get; set; } = [];

    /// <summary>Who has no account in Slack.</summary>
    public HashSet<PersonId> Strangers { get; } = [];

    public Shelf Shelf => services.GetRequiredService<Shelf>();

    public SlackChat Chat => services.GetServices<IChat>().OfType<SlackChat>().Single();

    /// <summary>The chat as a new process has it.</summary>
    public SpeakingSlack Again(Action<SlackOptions>? set = null) => new(House, Far, set);

    /// <summary>An incident, declared by Ana.</summary>
    public async Task<Incident> DeclareAsync(string title = "Checkout is down", string options = "")
    {
        var reply = await House.Hear(Cast.Ana, $"declare {LineWriter.Quote(title)} {options}");
        return await NowAsync(reply.Incident!.Value);
    }

    /// <summary>An incident, declared by Ana, with its channel.</summary>
    public async Task<Incident> OpenAsync(string title = "Checkout is down", string options = "")
    {
        var incident = await DeclareAsync(title, options);
        return await ReopenRoomAsync(incident, "open");
    }

    /// <summary>Opens the room as it is promised, and records it.</summary>
    public async Task<Incident> ReopenRoomAsync(Incident incident, string key, bool mayBeDone = false)
    {
        var opened = await Chat.OpenRoomAsync(incident, Try(key, mayBeDone), default);
        return await RecordAsync(incident, [new RoomOpened(SlackNames.Chat, opened.Room, opened.Name), .. opened.NotInvited]);
    }

    /// <summary>Draws the incident, and records what must be remembered.</summary>
    public async Task<Incident> DrawAsync(Incident incident) => await RecordAsync(incident, await Chat.RedrawAsync(incident, default));

    /// <summary>Tells the last entry, and records where it stands.</summary>
    public async Task<string?> TellAsync(Incident incident, int? entry = null)
    {
        var now = await NowAsync(incident.Id);
        var told = (await House.EntriesAsync((int)incident.Id.Number))[(entry ?? now.Number) - 1];
        var identity = await Chat.TellAsync(new Telling(now, told, Try($"deed:{incident.Id.Number}:{told.Number}:0")), default);
        if (identity is not null) await RecordAsync(now, [new EntryTold(SlackNames.Chat, told.Number, identity)]);
        return identity;
    }

    public async Task<Incident> RecordAsync(Incident incident, IReadOnlyList<IncidentEvent> events)
    {
        foreach (var happened in events) await House.Desk.RecordAsync(incident.Id, [happened], Person.Bot, "worker", null);
        return await NowAsync(incident.Id);
    }

    public async Task<Incident> NowAsync(IncidentId id) => (await House.Desk.FindAsync(id, Person.Bot))!;

    public Attempt Try(string key, bool mayBeDone = false) => new(key, House.Clock.Now, mayBeDone);

    /// <summary>The channel of an incident.</summary>
    public static string ChannelOf(Incident incident) => SlackNames.ChannelOf(incident.Rooms[SlackNames.Chat])!;

    public void Dispose() => services.Dispose();
}

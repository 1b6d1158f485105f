using IncidentBot.Host.Workers;
using IncidentBot.Host.Workers.Promises;
using IncidentBot.Host.Workers.Reading;
using IncidentBot.Host.Workers.Seals;
using IncidentBot.Ports;
using IncidentBot.Stores.Files;
using IncidentBot.TestKit;
using IncidentBot.Web.Exports.Evidence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Scenarios.Workers;

/// <summary>The workers around a timeline in memory, and a clock that stands until it is moved.</summary>
internal sealed class Workshop : IAsyncDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    public static readonly Person Ana = Person.WhoSays("Ana");

    private readonly ServiceProvider services;
    private readonly List<IHostedService> running = [];
    private bool isClosed;

    private Workshop(FakeTimeProvider clock, InMemoryTimelineStore store, Policy policy, IReadOnlyList<IChat> chats, ISealBook seals, PromiseOptions patience)
    {
        (Clock, Store) = (clock, store);
        var collection = new ServiceCollection().AddLogging();
        collection.AddSingleton<TimeProvider>(clock).AddSingleton<ITimelineStore>(store);
        collection.AddSingleton(new PolicyBook(policy)).AddSingleton(AllVerbs.Create());
        collection.AddSingleton<LiveFeed>().AddSingleton<Shelf>().AddSingleton<IncidentCatalog>().AddSingleton<IncidentSearch>().AddSingleton<Sources>().AddSingleton<Looks>().AddSingleton<IChance>(new CountingChance()).AddSingleton<ITokenMint>(new CountingMint()).AddSingleton<IncidentDesk>();
        collection.AddSingleton<EvidenceBundle>().AddSingleton<IFileStore>(_ => new FileStore(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())));
        foreach (var chat in chats) collection.AddSingleton(chat);
        collection.AddWorkers(new ConfigurationBuilder().Build()).AddSingleton(seals).AddSingleton<ISearchIndex>(new ScanningSearchIndex(store));
        collection.AddSingleton(Microsoft.Extensions.Options.Options.Create(patience));
        services = collection.BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; }

    public InMemoryTimelineStore Store { get; }

    public IncidentDesk Desk => Get<IncidentDesk>();

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public T Worker<T>() where T : IHostedService => services.GetServices<IHostedService>().OfType<T>().Single();

    /// <summary>Starts on a timeline that is there, or a new one; nothing runs by itself but what <see cref="RunAsync{T}"/> is told.</summary>
    public static async Task<Workshop> OpenAsync(Workshop? after = null, Policy? policy = null, IReadOnlyList<IChat>? chats = null, ISealBook? seals = null, PromiseOptions? patience = null)
    {
        var clock = after?.Clock ?? new FakeTimeProvider(Noon);
        var store = after?.Store ?? new InMemoryTimelineStore(clock);
        var workshop = new Workshop(clock, store, policy ?? DefaultPolicy.Create(), chats ?? [], seals ?? new MemorySeals(), patience ?? new PromiseOptions());
        await workshop.Worker<FeedFollower>().BeginAsync(default);
        return workshop;
    }

    /// <summary>Stops everything and lets go of the lease; a new workshop can go on after it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (isClosed) return;
        isClosed = true;
        foreach (var service in Enumerable.Reverse(running)) await service.StopAsync(default);
        await Get<Keeper>().EndAsync();
        await services.DisposeAsync();
    }

    /// <summary>Lets a worker work by itself.</summary>
    public async Task RunAsync<T>() where T : BackgroundService
    {
        running.Add(Worker<T>());
        await running[^1].StartAsync(default);
    }

    /// <summary>Lets the read models take in all that was recorded.</summary>
    public async Task FollowAsync()
    {
        var progress = Get<FeedProgress>();
        while (progress.Position < Store.Health.DurablePosition)
        {
            var caughtUp = progress.CaughtUpAsync(Store.Health.DurablePosition);
            await Worker<FeedFollower>().FollowAsync(default);
            await caughtUp;
        }
    }

    /// <summary>Says a line and lets the read models take it in.</summary>
    public async Task<Reply> SayAsync(string line, Person? by = null)
    {
        var reply = await Desk.HearAsync(new Heard(line, by ?? Ana, "web", IncidentId.House));
        Assert.That(reply.Refused, Is.False, reply.Text);
        await FollowAsync();
        return reply;
    }

    /// <summary>Lets time pass and the clock look, as it would at every deadline.</summary>
    public async Task PassAsync(TimeSpan span)
    {
        var end = Clock.GetUtcNow() + span;
        while (true)
        {
            var next = await Worker<ClockWorker>().LookAsync(default);
            await FollowAsync();
            next = await Worker<ClockWorker>().LookAsync(default);
            if (next > end) break;
            Clock.SetUtcNow(next);
        }
        Clock.SetUtcNow(end);
    }

    /// <summary>What a timeline tells of one kind.</summary>
    public async Task<IReadOnlyList<T>> EventsAsync<T>(long incident = 1) where T : IncidentEvent =>
        [.. (await EntriesAsync(incident)).Select(entry => entry.Event).OfType<T>()];

    public async Task<IReadOnlyList<Recorded>> EntriesAsync(long incident = 1) =>
        [.. (await Store.ReadStreamAsync(incident, 0, ITimelineStore.LargestPage)).Select(StoredEvents.Read)];

    public async Task<IReadOnlyList<ProjectionRow>> RowsAsync(string table) =>
        await Store.ReadRowsAsync(new RowQuery(table, 0, long.MaxValue, ITimelineStore.LargestPage));

    /// <summary>Moves the clock in small steps until something is so.</summary>
    public async Task UntilAsync(Func<Task<bool>> isSo, TimeSpan step = default)
    {
        for (var steps = 0; !await isSo(); steps++)
        {
            Assert.That(steps, Is.LessThan(5_000), "it never came");
            Clock.Advance(step);
            await Task.Delay(1);
        }
    }
}

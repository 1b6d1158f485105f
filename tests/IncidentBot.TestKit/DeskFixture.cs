using IncidentBot.Ports;

namespace IncidentBot.TestKit;

/// <summary>A desk over the store that lives in memory, at a clock that the test moves.</summary>
public sealed class DeskFixture
{
    /// <summary>A desk where nothing has happened yet.</summary>
    public DeskFixture(Policy? policy = null) : this(policy ?? DefaultPolicy.Create(), store: null)
    {
    }

    private DeskFixture(Policy policy, InMemoryTimelineStore? store)
    {
        Policy = policy;
        Store = store ?? new InMemoryTimelineStore(Clock);
        Shelf = new Shelf(Store);
        var policies = new PolicyBook(Policy);
        Catalog = new IncidentCatalog(Store, Shelf, policies);
        Search = new IncidentSearch(new ScanningSearchIndex(Store), Store, Catalog);
        Desk = new IncidentDesk(Store, Shelf, policies, AllVerbs.Create(), new Sources(Store, Catalog, new NoSeals(), Search), Looks, new CountingChance(), new CountingMint(), Clock);
    }

    /// <summary>The house rules.</summary>
    public Policy Policy { get; }

    /// <summary>The clock; it stands unless the test moves it.</summary>
    public StandingClock Clock { get; } = new(Story.Begin);

    /// <summary>The store.</summary>
    public InMemoryTimelineStore Store { get; }

    /// <summary>Folded incidents, at hand.</summary>
    public Shelf Shelf { get; }

    /// <summary>The desk.</summary>
    public IncidentDesk Desk { get; }

    /// <summary>The list of all incidents.</summary>
    public IncidentCatalog Catalog { get; }

    /// <summary>What people wrote, by its words.</summary>
    public IncidentSearch Search { get; }

    /// <summary>Looks at private incidents.</summary>
    public Looks Looks { get; } = new();

    /// <summary>Writes down the looks that wait to be.</summary>
    public async Task WriteLooksAsync()
    {
        while (Looks.Noted.TryRead(out var look)) await Desk.WriteDownAsync(look);
    }

    /// <summary>What happened in the house or on an incident.</summary>
    public async Task<IReadOnlyList<Recorded>> EntriesAsync(int stream) => [.. (await Store.ReadStreamAsync(stream, 0, ITimelineStore.LargestPage)).Select(StoredEvents.Read)];

    /// <summary>Another desk over the same store, under other rules: as after a new start.</summary>
    public DeskFixture AgainUnder(Policy policy) => new(policy, Store);

    /// <summary>Somebody says a line.</summary>
    public ValueTask<Reply> Hear(Person by, string line, int room = 0, string? key = null) => Desk.HearAsync(new Heard(line, by, "test", new IncidentId(room), key));

    /// <summary>Somebody says something in a room.</summary>
    public ValueTask<Reply> Say(Person by, string text, int room, string? key = null) => Desk.SayAsync(new Said(text, by, "test", new IncidentId(room), key));

    private sealed class NoSeals : ISealBook
    {
        public ValueTask<Seal> SealAsync(long stream, int number, ReadOnlyMemory<byte> head, DateTimeOffset at, CancellationToken cancellation = default) =>
            ValueTask.FromResult(new Seal(1, stream, number, Convert.ToHexStringLower(head.Span), at, ""));

        public ValueTask<IReadOnlyList<KeptSeal>> ReadAsync(CancellationToken cancellation = default) => ValueTask.FromResult<IReadOnlyList<KeptSeal>>([]);
    }
}

/// <summary>A clock that stands.</summary>
public sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    /// <summary>What it shows.</summary>
    public DateTimeOffset Now { get; set; } = now;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now;
}

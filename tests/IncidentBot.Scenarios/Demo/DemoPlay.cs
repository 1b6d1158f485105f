using IncidentBot.Host.Demo;
using IncidentBot.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Scenarios.Demo;

/// <summary>The demo in the real host, played without waiting at a time that is always the same.</summary>
internal sealed class DemoPlay : IAsyncDisposable
{
    /// <summary>When the curtain rises.</summary>
    public static readonly DateTimeOffset Evening = new(2026, 11, 23, 18, 10, 0, TimeSpan.Zero);

    private DemoPlay(RunningHost host) => Host = host;

    /// <summary>The host in which it is played.</summary>
    public RunningHost Host { get; }

    /// <summary>Who plays it.</summary>
    public DemoPlayer Player => Host.Services.GetRequiredService<DemoPlayer>();

    /// <summary>The desk that everything went through.</summary>
    public IncidentDesk Desk => Host.Services.GetRequiredService<IncidentDesk>();

    /// <summary>Where everything is recorded.</summary>
    public ITimelineStore Store => Host.Services.GetRequiredService<ITimelineStore>();

    /// <summary>What its clock shows.</summary>
    public DateTimeOffset Now => Host.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>The whole demo, already played.</summary>
    public static async Task<DemoPlay> RunFastAsync()
    {
        var play = Open();
        await play.Player.PlayAsync(Script.Beats);
        return play;
    }

    /// <summary>The stage before the first beat.</summary>
    public static DemoPlay Open() => new(RunningHost.Start(services: services => services.AddDemo(new DemoClock(Evening))));

    /// <summary>Plays up to a deed of the script, and tells what comes from there on.</summary>
    public async Task<IReadOnlyList<Beat>> PlayUntilAsync(string deed)
    {
        var before = Script.Beats.TakeWhile(beat => !beat.Deed.InWords.Contains(deed, StringComparison.Ordinal)).ToList();
        Assert.That(before, Has.Count.LessThan(Script.Beats.Count), $"nobody does “{deed}” in the script");
        await Player.PlayAsync(before);
        return [.. Script.Beats.Skip(before.Count)];
    }

    /// <summary>The played incident as it stands.</summary>
    public async Task<Incident> IncidentAsync() => (await Desk.FindAsync(Player.Incident, Person.Bot))!;

    /// <summary>Everything on a timeline; the played incident's unless another is named.</summary>
    public async Task<IReadOnlyList<Recorded>> TimelineAsync(IncidentId? id = null) =>
        [.. (await Store.ReadStreamAsync((id ?? Player.Incident).Number, 0, ITimelineStore.LargestPage)).Select(StoredEvents.Read)];

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

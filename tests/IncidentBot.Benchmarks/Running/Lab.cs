using IncidentBot.Benchmarks.Programs;
using IncidentBot.Benchmarks.Reporting;
using IncidentBot.Benchmarks.Seeds;
using IncidentBot.Stores.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;
using Table = IncidentBot.Benchmarks.Reporting.Table;

namespace IncidentBot.Benchmarks.Running;

/// <summary>Where measurements are made: a temporary directory, what several of them share, and the table. All of it is removed in the end.</summary>
internal sealed class Lab(Amount amount, CancellationToken stopped) : IAsyncDisposable
{
    private readonly Dictionary<int, Task<string>> seeded = [];
    private Task<PublishedHost>? published;
    private Task<string>? large;
    private int directories;

    /// <summary>How much is measured.</summary>
    public Amount Amount { get; } = amount;

    /// <summary>Cancelled when somebody stops the run.</summary>
    public CancellationToken Stopped { get; } = stopped;

    /// <summary>The result.</summary>
    public Table Table { get; } = new();

    /// <summary>Everything is written below it.</summary>
    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("incidentbot-benchmarks-").FullName;

    /// <summary>A new directory.</summary>
    public string NewDirectory(string name) => System.IO.Directory.CreateDirectory(Path.Combine(Directory, $"{++directories}-{name}")).FullName;

    /// <summary>A data directory with so many entries, made once. Close what you open in it.</summary>
    public Task<string> SeededAsync(int entries) =>
        seeded.TryGetValue(entries, out var made) ? made : seeded[entries] = Seed.CreateAsync(NewDirectory($"seeded-{entries}"), entries, Stopped);

    /// <summary>The program as it is published, made once.</summary>
    public Task<PublishedHost> HostAsync() => published ??= PublishedHost.CreateAsync(Stopped);

    /// <summary>The large store, its read models made by a first start of the program.</summary>
    public Task<string> LargeAsync() => large ??= CaughtUpAsync();

    /// <summary>The store in a directory.</summary>
    public static Task<LiteDbTimelineStore> OpenAsync(string directory) =>
        LiteDbTimelineStore.OpenAsync(new LiteDbOptions { Path = directory }, TimeProvider.System, NullLogger<LiteDbTimelineStore>.Instance);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        System.IO.Directory.Delete(Directory, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<string> CaughtUpAsync()
    {
        var directory = await SeededAsync(Amount.Large);
        await using var first = (await HostAsync()).Start(directory);
        await first.FirstAnswerAsync(Stopped);
        return directory;
    }
}

using System.Security.Cryptography;
using IncidentBot.Ports;
using IncidentBot.Stores.Search;
using IncidentBot.TestKit;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Adapters.Tests.Search;

/// <summary>A desk in memory, and the real index beside it, fed from the desk's timeline.</summary>
internal sealed class FedIndex : IDisposable, ILogger<SqliteSearchIndex>
{
    private readonly string directory = Directory.CreateTempSubdirectory("search-").FullName;

    internal FedIndex()
    {
        Index = new SqliteSearchIndex(directory, TimeProvider.System, this);
        Twin = new ScanningSearchIndex(Desk.Store);
        Mark = Index.Open();
    }

    internal DeskFixture Desk { get; } = new();

    internal SqliteSearchIndex Index { get; private set; }

    internal ScanningSearchIndex Twin { get; }

    internal SearchMark Mark { get; set; }

    internal List<string> Told { get; } = [];

    internal string File => Path.Combine(directory, SqliteSearchIndex.FileName);

    /// <summary>Brings the index what is recorded, so many entries at a time.</summary>
    internal async Task FeedAsync(int atATime = 7)
    {
        while (await Desk.Store.ReadFeedAsync(Mark.Position, atATime) is [.., var last] page)
        {
            IReadOnlyList<Recorded> entries = [.. page.Select(StoredEvents.Read)];
            var incidents = new List<IncidentSummary>();
            foreach (var id in entries.Select(entry => entry.Incident).Distinct())
                incidents.Add(IncidentSummary.Of((await Desk.Desk.FindAsync(id, Person.Bot))!));
            Mark = Index.TakeIn(new SearchStretch(entries, incidents, [], new SearchMark(last.Position, Convert.ToHexStringLower(last.Hash.Span)))
            {
                Redacted = await RedactedAsync(entries),
            });
        }
    }

    /// <summary>Redacts entries: what they said gives way to what is left of it.</summary>
    internal async Task RedactAsync(long incident, params (int Entry, IncidentEvent Remains)[] entries)
    {
        var erases = entries.Select(entry => new Erasure(entry.Entry, StoredEvents.Write(entry.Remains, []))).ToList();
        var says = new EntryRedacted([.. erases.Select(erasure => new RedactedEntry(erasure.Number, Convert.ToHexStringLower(SHA256.HashData(erasure.Remains.Span))))], "too much was said");
        var entry = new NewEntry(Desk.Clock.Now, Cast.Ana, "test", nameof(EntryRedacted), StoredEvents.Write(says, []));
        Assert.That(await Desk.Store.AppendAsync(new AppendRequest(incident, null, [entry], Erases: erases)), Is.InstanceOf<AppendOutcome.Appended>());
    }

    /// <summary>All that the index has on the disk.</summary>
    internal IReadOnlyDictionary<string, byte[]> Files() => Directory.GetFiles(directory).ToDictionary(file => Path.GetFileName(file), Shared);

    private static byte[] Shared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    private async Task<IReadOnlyList<RedactedWords>> RedactedAsync(IReadOnlyList<Recorded> entries)
    {
        var words = new List<RedactedWords>();
        foreach (var says in entries.Where(entry => entry.Event is EntryRedacted))
            foreach (var redacted in ((EntryRedacted)says.Event).Entries)
                words.AddRange((await Desk.Store.ReadStreamAsync(says.Incident.Number, redacted.Entry - 1, 1)).Select(entry => new RedactedWords(entry.Position, StoredEvents.Read(entry))));
        return words;
    }

    /// <summary>Closes the file, lets something happen to it, and opens it again.</summary>
    internal void OpenAgain(Action<string>? between = null)
    {
        Index.Dispose();
        between?.Invoke(File);
        Index = new SqliteSearchIndex(directory, TimeProvider.System, this);
        Mark = Index.Open();
    }

    /// <summary>All finds of the index, a page at a time.</summary>
    internal async Task<IReadOnlyList<SearchFind>> PagesAsync(SearchQuery query, Person viewer, int take)
    {
        var finds = new List<SearchFind>();
        while (await Index.FindAsync(query, viewer, finds.Count == 0 ? null : finds[^1].Place, take) is { Count: > 0 } page) finds.AddRange(page);
        return finds;
    }

    /// <summary>The entries that the index finds for Ana.</summary>
    internal async Task<IReadOnlyList<string>> FindAsync(string words) =>
        [.. (await Index.FindAsync(new SearchQuery(words), Cast.Ana, null, 50)).Select(find => $"{find.Incident}/{find.Number}")];

    /// <inheritdoc/>
    public void Dispose()
    {
        Index.Dispose();
        Directory.Delete(directory, recursive: true);
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Told.Add($"{logLevel}: {formatter(state, exception)}");
}

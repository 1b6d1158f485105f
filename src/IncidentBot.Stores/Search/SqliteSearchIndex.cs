using IncidentBot.Ports;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Stores.Search;

/// <summary>
/// The search index in a file of its own beside the timeline (<c>search.db</c>). One worker brings it what is recorded;
/// anybody may ask meanwhile. A file that is missing, damaged or of another shape is built anew from the timeline.
/// </summary>
public sealed class SqliteSearchIndex(string directory, TimeProvider clock, ILogger<SqliteSearchIndex> logger) : ISearchIndex, IDisposable
{
    /// <summary>The file's name in the data directory.</summary>
    public const string FileName = "search.db";

    private const int Little = 1_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private volatile IndexFile? file;
    private volatile TaskCompletionSource moved = NewSignal();
    private volatile TaskCompletionSource doubted = NewSignal();
    private volatile string? damage;
    private volatile SearchMark mark = SearchMark.Beginning;

    /// <inheritdoc/>
    public long Position => mark.Position;

    /// <summary>Where the file lies.</summary>
    public string Place { get; } = Path.Combine(Path.GetFullPath(directory), FileName);

    /// <summary>Completes when the file could not answer somebody: it must be opened again.</summary>
    public Task Doubted => doubted.Task;

    /// <summary>Opens the file, or makes it anew, and tells how far it has come.</summary>
    public SearchMark Open()
    {
        if (damage is { } found) return Anew(found);
        try
        {
            return Opened() ?? Anew("its shape is that of another version.");
        }
        catch (SqliteException fault) when (fault.IsDamage() || fault.SqliteErrorCode == SQLitePCL.raw.SQLITE_ERROR)
        {
            return Anew(Damage(fault));
        }
    }

    /// <summary>Throws the file away and begins with the first entry.</summary>
    public SearchMark Anew(string because)
    {
        Log.BuiltAnew(logger, Place, because);
        Close();
        IndexFile.Remove(Place);
        damage = null;
        return Opened() ?? throw new InvalidOperationException($"{Place} was made by somebody else in this moment.");
    }

    /// <summary>Takes in a stretch that follows on what is there, its entries and its end together or not at all, and tells how far it has come by it.</summary>
    public SearchMark TakeIn(SearchStretch stretch)
    {
        try
        {
            IndexWriting.Write((file ?? throw new InvalidOperationException("The search index is not open.")).Writer, stretch);
            Move(stretch.End);
            return stretch.End;
        }
        catch (SqliteException fault) when (fault.IsDamage())
        {
            return Anew(Damage(fault));
        }
    }

    /// <summary>Takes what was redacted out of the file for good, if that is still owed; also what is owed since before a crash.</summary>
    public void Purge()
    {
        try
        {
            if (file is not { } open || open.Writer.Ask("SELECT owed FROM mark") is 0L) return;
            open.Purge();
            open.Writer.Do("UPDATE mark SET owed = 0");
            Log.Purged(logger, Place);
        }
        catch (SqliteException fault) when (fault.IsDamage())
        {
            Doubt(fault);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> CaughtUpAsync(long until, CancellationToken cancellation = default)
    {
        if (Position < until - Little) return false;
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        while (true)
        {
            var next = moved.Task;
            if (Position >= until) return true;
            try
            {
                await next.WaitAsync(either.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return false;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<SearchFind>> FindAsync(SearchQuery query, Person viewer, SearchPlace? before, int take, CancellationToken cancellation = default)
    {
        if (file is not { } open) return [];
        IReadOnlyList<SearchFind> finds = [];
        try
        {
            await open.ReadAsync(connection => finds = IndexReading.Find(connection, query, viewer, before, take), cancellation);
        }
        catch (SqliteException fault)
        {
            if (file == open) Doubt(fault);
        }
        return finds;
    }

    /// <inheritdoc/>
    public void Dispose() => Close();

    // Whoever asked is told that the index is being built; the worker opens the file again.
    private void Doubt(SqliteException fault)
    {
        Log.NotAnswered(logger, fault, Place);
        if (fault.IsDamage()) damage = Damage(fault);
        mark = SearchMark.Beginning;
        doubted.TrySetResult();
    }

    private SearchMark? Opened()
    {
        Close();
        if (IndexFile.Open(Place) is not { } opened) return null;
        file = opened;
        using var command = opened.Writer.Command("SELECT position, hash FROM mark", transaction: null);
        using var row = command.ExecuteReader();
        row.Read();
        doubted = NewSignal();
        Move(new SearchMark(row.GetInt64(0), row.GetString(1)));
        Log.Opened(logger, Place, mark.Position);
        return mark;
    }

    private void Close()
    {
        mark = SearchMark.Beginning;
        var open = Interlocked.Exchange(ref file, null);
        open?.Dispose();
    }

    private void Move(SearchMark to)
    {
        mark = to;
        Interlocked.Exchange(ref moved, NewSignal()).SetResult();
    }

    private static string Damage(SqliteException fault) => $"it is damaged ({fault.Message}).";

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

using System.Collections.Concurrent;
using IncidentBot.Stores.Disks;
using IncidentBot.Stores.Seals;
using Microsoft.Data.Sqlite;

namespace IncidentBot.Stores.Search;

/// <summary>The open file of the index: one connection that writes, some that read at the same time.</summary>
internal sealed class IndexFile : IDisposable
{
    private static readonly int MostReaders = Math.Max(2, Environment.ProcessorCount);

    private readonly string path;
    private readonly ConcurrentBag<SqliteConnection> readers = [];
    private readonly SemaphoreSlim turns = new(MostReaders, MostReaders);
    private bool isClosed;

    private IndexFile(string path, SqliteConnection writer) => (this.path, Writer) = (path, writer);

    /// <summary>The connection that writes, for one caller at a time.</summary>
    internal SqliteConnection Writer { get; }

    /// <summary>Opens the file, making it when it is not there; null when it has another shape. Damage is thrown.</summary>
    internal static IndexFile? Open(string path)
    {
        LocalDisk.Create(Path.GetDirectoryName(path)!);
        new FileStream(path, OwnersFile.ToWrite(FileMode.OpenOrCreate)).Dispose();
        var writer = Connect(path, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000");
        try
        {
            if (IndexShape.Settle(writer)) return new IndexFile(path, writer);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
        writer.Dispose();
        return null;
    }

    /// <summary>Removes the file and what SQLite keeps beside it.</summary>
    internal static void Remove(string path)
    {
        foreach (var file in new[] { path, path + "-wal", path + "-shm", path + "-journal" }) File.Delete(file);
    }

    /// <summary>Reads on a thread of the pool; ends early when nobody waits any more. False when the file was closed meanwhile.</summary>
    internal async Task<bool> ReadAsync(Action<SqliteConnection> read, CancellationToken cancellation)
    {
        await turns.WaitAsync(cancellation);
        try
        {
            if (isClosed) return false;
            await Task.Run(() => Read(read, cancellation), cancellation);
            return true;
        }
        finally
        {
            turns.Release();
        }
    }

    /// <summary>Takes every word that is no longer found out of the file for good, and out of what SQLite keeps beside it.</summary>
    /// <remarks>
    /// The engine only marks the words of a row that is gone, until it merges what holds them; SQLite leaves bytes in pages that it rearranges.
    /// So everything is merged, written anew, and brought into the file, which nobody may read in that moment.
    /// </remarks>
    internal void Purge()
    {
        Writer.Do("INSERT INTO texts(texts) VALUES ('optimize')");
        Writer.Do("VACUUM");
        Alone(() =>
        {
            if (Writer.Ask("PRAGMA wal_checkpoint(TRUNCATE)") is not 0L) throw new IOException($"{path} is being read by somebody else, so that nothing can be taken out of it for good");
        });
    }

    /// <summary>Closes the file once nobody reads in it.</summary>
    public void Dispose()
    {
        Alone(() => isClosed = true);
        foreach (var reader in readers) reader.Dispose();
        Writer.Dispose();
    }

    // Whoever wants to read meanwhile waits.
    private void Alone(Action act)
    {
        for (var turn = 0; turn < MostReaders; turn++) turns.Wait();
        try
        {
            act();
        }
        finally
        {
            turns.Release(MostReaders);
        }
    }

    private void Read(Action<SqliteConnection> read, CancellationToken cancellation)
    {
        if (!readers.TryTake(out var reader)) reader = Connect(path, "PRAGMA query_only = 1; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -4000");
        try
        {
            using var left = cancellation.Register(() => SQLitePCL.raw.sqlite3_interrupt(reader.Handle));
            read(reader);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == SQLitePCL.raw.SQLITE_INTERRUPT)
        {
            throw new OperationCanceledException(fault.Message, fault, cancellation);
        }
        finally
        {
            readers.Add(reader);
        }
    }

    private static SqliteConnection Connect(string path, string manners)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ToString());
        try
        {
            connection.Open();
            connection.Do(manners);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}

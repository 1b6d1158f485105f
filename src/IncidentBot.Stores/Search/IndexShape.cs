using Microsoft.Data.Sqlite;

namespace IncidentBot.Stores.Search;

/// <summary>
/// The tables of the index. The words themselves are not kept, only where they stand: an excerpt is made from the timeline.
/// Cutting into words and folding is Core's (<see cref="SearchTokens"/>); the engine's tokenizer only parts them at spaces.
/// </summary>
internal static class IndexShape
{
    /// <summary>Rises when the tables, the cutting into words or what is searchable changes; a file of another shape is built anew.</summary>
    internal const int Version = 3;

    private const string Tables = """
        CREATE TABLE mark(position INTEGER NOT NULL, hash TEXT NOT NULL, owed INTEGER NOT NULL);
        INSERT INTO mark VALUES (0, '', 0);
        CREATE TABLE incidents(id INTEGER PRIMARY KEY, severity INTEGER NOT NULL, stage INTEGER NOT NULL, type INTEGER NOT NULL, private INTEGER NOT NULL);
        CREATE TABLE services(incident INTEGER NOT NULL, service TEXT NOT NULL, PRIMARY KEY (incident, service)) WITHOUT ROWID;
        CREATE TABLE members(incident INTEGER NOT NULL, person TEXT NOT NULL, PRIMARY KEY (incident, person)) WITHOUT ROWID;
        CREATE TABLE people(id INTEGER PRIMARY KEY, person TEXT NOT NULL UNIQUE);
        CREATE TABLE entries(place INTEGER PRIMARY KEY, incident INTEGER NOT NULL, number INTEGER NOT NULL, at INTEGER NOT NULL, subject INTEGER, gone INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX subjects ON entries(incident, subject) WHERE subject IS NOT NULL;
        CREATE VIRTUAL TABLE texts USING fts5(words, facts, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2');
        """;

    /// <summary>Makes the tables in an empty file; false when the file has another shape.</summary>
    internal static bool Settle(SqliteConnection connection)
    {
        var version = Convert.ToInt64(connection.Ask("PRAGMA user_version"));
        var isEmpty = Convert.ToInt64(connection.Ask("SELECT count(*) FROM sqlite_schema")) == 0;
        if (!isEmpty) return version == Version;
        using var making = connection.BeginTransaction();
        connection.Do(Tables, making);
        connection.Do($"PRAGMA user_version = {Version}", making);
        making.Commit();
        return true;
    }
}

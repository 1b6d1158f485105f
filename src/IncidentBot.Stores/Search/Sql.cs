using Microsoft.Data.Sqlite;

namespace IncidentBot.Stores.Search;

/// <summary>Short ways to say something to SQLite. Values are always parameters.</summary>
internal static class Sql
{
    internal static SqliteCommand Command(this SqliteConnection connection, string text, SqliteTransaction? transaction, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (text, transaction);
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        return command;
    }

    internal static int Do(this SqliteConnection connection, string text, SqliteTransaction? transaction = null, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = connection.Command(text, transaction, values);
        return command.ExecuteNonQuery();
    }

    internal static object? Ask(this SqliteConnection connection, string text, SqliteTransaction? transaction = null, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = connection.Command(text, transaction, values);
        return command.ExecuteScalar();
    }

    /// <summary>True when the file itself cannot be believed: it is no database, or a damaged one.</summary>
    internal static bool IsDamage(this SqliteException fault) => fault.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB;
}

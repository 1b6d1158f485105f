using IncidentBot.Stores.Search;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentBot.TestKit;

/// <summary>A process that brings a search index a history that everybody knows, and prints how far it has come, until it is killed.</summary>
public static class KilledIndexer
{
    /// <summary>The environment variable that makes a test assembly run this instead of its tests: the directory.</summary>
    public const string Variable = "INCIDENTBOT_KILLED_INDEXER";

    private const int Page = 50;
    private const long Enough = 1_000_000;

    /// <summary>Does not return when the variable is set.</summary>
    public static void RunIfAsked()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } directory) return;
        using var index = new SqliteSearchIndex(directory, TimeProvider.System, NullLogger<SqliteSearchIndex>.Instance);
        for (var mark = index.Open(); mark.Position < Enough; Console.Out.WriteLine($"at {mark.Position}")) mark = index.TakeIn(After(mark.Position, Page));
        Environment.Exit(0);
    }

    /// <summary>The known history behind a position: every entry is a message, the fifth of five says the first of them anew.</summary>
    public static SearchStretch After(long position, int entries) => new(
        [.. Enumerable.Range((int)position + 1, entries).Select(Entry)],
        [IncidentSummary.Of(new Incident(new IncidentId(1)) { Title = "Killed", Number = (int)position + entries })], [], new SearchMark(position + entries, ""));

    private static Recorded Entry(int at) => new(
        new IncidentId(1), at, at, Story.Begin, Story.Begin, Cast.Ana, "test", "",
        at % 5 == 0 ? new MessageEdited(at - 4, $"newest word{at % 7}") : new MessagePosted($"first word{at % 7}"), [], EntryHash.Zero, EntryHash.Zero);
}

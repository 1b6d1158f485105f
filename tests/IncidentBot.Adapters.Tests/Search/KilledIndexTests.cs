using IncidentBot.Adapters.Tests.Stores;
using IncidentBot.Adapters.Tests.Stores.Kills;
using IncidentBot.Ports;
using IncidentBot.Stores.Search;
using IncidentBot.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentBot.Adapters.Tests.Search;

public sealed class KilledIndexTests
{
    private readonly string directory = Directory.CreateTempSubdirectory("search-").FullName;

    [OneTimeTearDown]
    public void Forget() => Directory.Delete(directory, recursive: true);

    [Test]
    public async Task Whatever_the_moment_of_the_kill_what_can_be_found_is_what_was_taken_in()
    {
        var random = new Random(7);
        for (var kill = 0; kill < TestAmount.Of(usual: 5, full: 40); kill++)
        {
            var printed = LetIndexAndKill(random);
            using var index = new SqliteSearchIndex(directory, TimeProvider.System, NullLogger<SqliteSearchIndex>.Instance);
            var position = index.Open().Position;
            Assert.That(position, Is.GreaterThanOrEqualTo(printed), "what was printed was taken in");
            await AgreesAsync(index, position);
        }
    }

    private long LetIndexAndKill(Random random)
    {
        using var indexer = new WriterProcess(KilledIndexer.Variable, directory);
        var last = indexer.Expect("at");
        for (var lines = random.Next(40); lines > 0; lines--) last = indexer.Expect("at");
        Thread.SpinWait(random.Next(400_000));
        return long.Parse((indexer.Kill().LastOrDefault(line => line.StartsWith("at", StringComparison.Ordinal)) ?? last)[3..]);
    }

    private async Task AgreesAsync(SqliteSearchIndex index, long position)
    {
        var found = new List<int>();
        foreach (var word in new[] { "first", "newest" })
            for (SearchFind? last = null; await index.FindAsync(new SearchQuery($"\"{word}\""), Cast.Ana, last?.Place, 500) is { Count: > 0 } page; last = page[^1])
                found.AddRange(page.Select(find => find.Number));
        // Of each five the first one's words are gone once the fifth has said it anew.
        var expected = Enumerable.Range(1, (int)position).Where(at => at % 5 != 1 || at + 4 > position);
        Assert.That(found.Order(), Is.EqualTo(expected));
        using var connection = new SqliteConnection($"Data Source={Path.Combine(directory, SqliteSearchIndex.FileName)};Pooling=False");
        connection.Open();
        Assert.That(connection.Ask("PRAGMA quick_check"), Is.EqualTo("ok"));
    }
}

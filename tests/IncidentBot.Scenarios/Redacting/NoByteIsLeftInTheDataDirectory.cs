using System.Text;
using IncidentBot.Scenarios.Api;
using IncidentBot.Scenarios.WarRoom;
using IncidentBot.Stores.Search;
using Microsoft.Data.Sqlite;

namespace IncidentBot.Scenarios.Redacting;

internal sealed class NoByteIsLeftInTheDataDirectory
{
    private const string Secret = "hunter2-zq7xw3kv9jpt";

    [Test]
    public async Task Of_a_redacted_message_nothing_is_left_in_any_file()
    {
        await using var host = RunningHost.Start();
        using var ana = await Visitor.EnterAsync(host, "Ana");
        using var client = host.Client();
        var incident = await ana.DeclareAsync("Checkout is down");
        await ana.SayAsync(incident, $"the password is {Secret}");
        await ana.SayAsync(incident, "the disk is full");
        var (_, found) = await client.ReadAsync($"/api/search?q={Secret}");
        Assert.That(found.GetProperty("hits").GetArrayLength(), Is.EqualTo(1));
        await host.StopAsync();
        Assert.That(Holding(host.Directory), Does.Contain("timeline.db").And.Contain("search.db"), "before the redaction");

        host.StartAgain();
        await host.RedactAsync(incident, (await host.EntryOfAsync(incident, Secret), new MessagePosted("")));
        await SettledAsync(host);
        await host.StopAsync();
        Assert.That(Holding(host.Directory), Is.Empty);
    }

    private static string Holding(string directory) => string.Join(' ', Directory.GetFiles(directory, "*", SearchOption.AllDirectories)
        .Where(file => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Secret[^8..])) >= 0).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    // The index follows behind everything else, and says when it owes nothing more.
    private static async Task SettledAsync(RunningHost host)
    {
        using var index = new SqliteConnection($"Data Source={Path.Combine(host.Directory, SqliteSearchIndex.FileName)};Mode=ReadOnly;Pooling=False");
        index.Open();
        for (var tries = 0; tries < 600; tries++)
        {
            using var command = index.CreateCommand();
            command.CommandText = "SELECT owed = 0 AND NOT EXISTS (SELECT 1 FROM texts WHERE words MATCH '\"zq7xw3kv9jpt\"') FROM mark";
            if (command.ExecuteScalar() is 1L) return;
            await Task.Delay(50);
        }
        Assert.Fail("The index still owes the purge.");
    }
}

using IncidentBot.Scenarios.Api;
using IncidentBot.Stores.Search;
using Microsoft.Data.Sqlite;

namespace IncidentBot.Scenarios.Searching;

public sealed class TheIndexIsNeverTheTruth
{
    [TestCase("deleted")]
    [TestCase("damaged")]
    [TestCase("of another timeline")]
    public async Task An_index_that_is_useless_is_built_anew_while_everything_goes_on(string what)
    {
        await using var host = RunningHost.Start();
        using var client = host.Client();
        var incident = await client.DeclareAsync();
        await client.SayAsync("note the disk is full", room: incident);
        Assert.That(await CountAsync(client, "disk"), Is.EqualTo(1));

        await host.StopAsync();
        Spoil(Path.Combine(host.Directory, SqliteSearchIndex.FileName), what);
        host.StartAgain();
        await client.SayAsync("note another disk is full", room: incident);
        Assert.That(await CountAsync(client, "disk"), Is.EqualTo(2));
    }

    [Test]
    public async Task An_index_that_cannot_be_made_stops_nothing_but_search()
    {
        await using var host = RunningHost.Start();
        using var client = host.Client();
        var incident = await client.DeclareAsync();
        await host.StopAsync();
        var file = Path.Combine(host.Directory, SqliteSearchIndex.FileName);
        File.Delete(file);
        Directory.CreateDirectory(file);
        host.StartAgain();

        await client.SayAsync("note recorded all the same", room: incident);
        var reply = await client.SayAsync("search recorded");
        Assert.That(reply.Text("reply"), Is.EqualTo("Nothing found yet for “recorded”. The search index is still being built (0 %): more may be found in a moment."));
    }

    private static void Spoil(string file, string what)
    {
        if (what == "deleted") File.Delete(file);
        else if (what == "damaged") File.WriteAllBytes(file, [.. File.ReadAllBytes(file).Select((octet, at) => at < 200 ? (byte)(octet ^ 0x5A) : octet)]);
        else
        {
            using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE mark SET hash = 'abc'; DELETE FROM texts";
            command.ExecuteNonQuery();
        }
    }

    private static async Task<int> CountAsync(HttpClient client, string word)
    {
        var (_, page) = await client.ReadAsync($"/api/search?q={word}");
        return page.GetProperty("hits").GetArrayLength();
    }
}

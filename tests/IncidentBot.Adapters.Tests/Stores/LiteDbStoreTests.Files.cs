using IncidentBot.Ports;
using IncidentBot.Stores.LiteDb;
using LiteDB;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IncidentBot.Adapters.Tests.Stores;

public sealed partial class LiteDbStoreTests
{
    [Test]
    public async Task After_closing_the_data_file_is_an_ordinary_LiteDB_file()
    {
        await AppendAsync(Sample.Append(1, entries: 12));
        await Store.DisposeAsync();
        using var database = new LiteDatabase($"Filename={Path.Combine(_directory, "timeline.db")};ReadOnly=true;Collation=/Ordinal");
        Assert.That(database.GetCollection("entries").Count(), Is.EqualTo(12));
    }

    [Test]
    public async Task A_timeline_of_a_newer_version_is_refused_with_a_sentence()
    {
        await Store.DisposeAsync();
        using (var database = new LiteDatabase($"Filename={Path.Combine(_directory, "timeline.db")};Collation=/Ordinal"))
        {
            database.GetCollection("about").Update(new BsonDocument { ["_id"] = "format", ["v"] = 2L });
            database.Checkpoint();
        }
        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(OpenAsync);
        Assert.That(refusal!.Message, Does.Contain("newer IncidentBot"));
    }

    [Test]
    public void The_oldest_key_is_forgotten_first_and_only_when_there_are_fifty_thousand_more()
    {
        var window = new KeyWindow();
        for (var i = 0; i < KeyWindow.Size; i++)
            window.Add($"k{i}", new KeyMemory(1, i, i, 0), i);
        Assert.That(window.Find("k0"), Is.Not.Null);
        window.Add("one more", new KeyMemory(1, 1, 1, 0), 1);
        Assert.That(window.Find("k0"), Is.Null);
        Assert.That(window.Find("k1"), Is.Not.Null);
    }

    [Test]
    public async Task The_host_gets_the_store_and_the_files_from_the_settings()
    {
        var directory = Path.Combine(_directory, "of-the-host");
        await using var host = Host(directory);
        var store = host.GetRequiredService<ITimelineStore>();
        await store.AppendAsync(Sample.Append(1));
        using var upload = new MemoryStream("plan"u8.ToArray());
        await host.GetRequiredService<IFileStore>().PutAsync(upload, 100);
        Assert.That(Directory.GetFileSystemEntries(directory).Select(Path.GetFileName), Is.EquivalentTo(["timeline.db", "timeline.log", "files"]));
    }

    [Test]
    public async Task An_empty_path_is_a_fault_of_the_settings()
    {
        await using var host = Host("");
        Assert.Throws<OptionsValidationException>(() => host.GetRequiredService<ITimelineStore>());
    }

    private ServiceProvider Host(string path) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Store:Path", path)]).Build())
        .AddSingleton<TimeProvider>(Time)
        .AddLogging()
        .AddLiteDb()
        .BuildServiceProvider();
}

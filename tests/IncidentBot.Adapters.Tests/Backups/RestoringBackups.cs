using IncidentBot.Adapters.Tests.Stores;
using IncidentBot.Ports;
using IncidentBot.Stores.Backups;

namespace IncidentBot.Adapters.Tests.Backups;

public sealed class RestoringBackups
{
    private KeptHouse house = null!;
    private Backup backup = null!;

    [SetUp]
    public async Task Make()
    {
        house = await KeptHouse.OpenAsync();
        await house.FillAsync();
        backup = await house.BackUpAsync();
    }

    [TearDown]
    public async Task Forget() => await house.DisposeAsync();

    [Test]
    public async Task Read_models_begin_anew_and_the_timeline_goes_on()
    {
        Assert.That((await house.RestoreAsync(backup.Directory, "new")).MadeAt, Is.EqualTo(house.Clock.GetUtcNow()));
        await using var store = await house.OpenRestoredAsync("new");
        Assert.That(await store.CheckpointAsync("lists"), Is.Zero);
        Assert.That(await store.ReadRowsAsync(new RowQuery("incidents", 0, long.MaxValue, 10)), Is.Empty);
        Assert.That(await house.Store.ReadRowsAsync(new RowQuery("incidents", 0, long.MaxValue, 10)), Has.Count.EqualTo(1));
        await using var lease = await store.TryAcquireLeaseAsync("workers");
        await lease!.SaveAsync(Sample.Changes(1, Sample.Row(1, 7)));
        Assert.That((await store.FindRowAsync("incidents", 1))!.Rank, Is.EqualTo(7));
        Assert.That(await store.AppendAsync(Sample.Append(1, expected: 4)), Is.InstanceOf<AppendOutcome.Appended>());
    }

    [Test]
    public async Task An_empty_directory_will_do_and_the_backup_stays_as_it_is()
    {
        Directory.CreateDirectory(house.Place("new"));
        await house.RestoreAsync(backup.Directory + "/", "new");
        Assert.That((await house.RestoreAsync(backup.Directory, "another")).Entries, Is.EqualTo(4));
    }

    [Test]
    public Task A_directory_in_use_is_refused() => IsRefusedAsync<StoreInUseException>(backup.Directory, "data", "is in use by another process");

    [Test]
    public async Task A_directory_that_holds_something_is_refused()
    {
        Directory.CreateDirectory(house.Place("new"));
        await File.WriteAllTextAsync(house.Place("new/notes"), "");
        await IsRefusedAsync(backup.Directory, "new", $"{house.Place("new")} is not empty, and a restore begins in an empty directory. Move away what is there, or name another one: --Store:Path=<an empty directory>");
        await house.Store.DisposeAsync();
        await IsRefusedAsync(backup.Directory, "data", $"{house.Data} is not empty, and a restore begins in an empty directory.");
    }

    [Test]
    public async Task A_place_that_cannot_be_one_is_refused()
    {
        await File.WriteAllTextAsync(house.Place("file"), "");
        await IsRefusedAsync(backup.Directory, "file", $"{house.Place("file")} is a file. Name a directory with --Store:Path=…");
        await IsRefusedAsync(backup.Directory, "backups/incidentbot-20261125-104200Z/data", "lies in the backup itself. Name another directory with --Store:Path=…");
    }

    [Test]
    public async Task What_is_no_backup_is_told()
    {
        await File.WriteAllTextAsync(house.Place("file"), "");
        foreach (var name in new[] { "x.partial", "x.failed", "empty" }) Directory.CreateDirectory(house.Place(name));
        await IsRefusedAsync(house.Place("nowhere"), "new", $"There is no directory {house.Place("nowhere")}.");
        await IsRefusedAsync(house.Place("file"), "new", $"{house.Place("file")} is a file. Name the directory of a backup.");
        await IsRefusedAsync(house.Place("x.partial"), "new", $"The backup {house.Place("x.partial")} was never finished. Take another one.");
        await IsRefusedAsync(house.Place("x.failed"), "new", $"The backup {house.Place("x.failed")} did not pass its verification when it was made. Take another one.");
        await IsRefusedAsync(house.Place("empty"), "new", $"{house.Place("empty")} is no backup: it holds no backup.json.");
        await IsRefusedAsync(house.Target, "new", $"{house.Target} holds backups and is none itself. The newest one: incidentbot restore {backup.Directory}");
        Assert.That(Directory.Exists(house.Place("new")), Is.False);
    }

    [TestCase("timeline.db", "timeline.db is not what was copied")]
    [TestCase("timeline.log", "timeline.log is not what was copied")]
    [TestCase("seals.jsonl", "seals.jsonl is not what was copied")]
    public async Task A_damaged_backup_is_refused(string name, string fault)
    {
        await File.AppendAllTextAsync(Path.Combine(backup.Directory, name), "x");
        await IsRefusedAsync(backup.Directory, "new", $"The backup {backup.Directory} is damaged: {fault}. Nothing was restored; take an older one.");
        File.Delete(Path.Combine(backup.Directory, name));
        await IsRefusedAsync(backup.Directory, "new", $"The backup {backup.Directory} is damaged: {name} is missing. Nothing was restored; take an older one.");
    }

    [TestCase("{", "is damaged: its backup.json cannot be understood. Nothing was restored; take an older one.")]
    [TestCase("""{ "format": 1, "files": [ { "name": "../../x", "bytes": 1, "sha256": "00" } ] }""", "is damaged: its backup.json cannot be understood.")]
    [TestCase("""{ "format": 1, "files": [ { "name": "files/../x", "bytes": 1, "sha256": "00" } ] }""", "is damaged: its backup.json cannot be understood.")]
    [TestCase("""{ "format": 1, "files": [] }""", "is damaged: its backup.json names no timeline. Nothing was restored; take an older one.")]
    [TestCase("""{ "format": 2, "version": "7.0", "files": [ { "name": "something new" } ] }""", "was made by a newer IncidentBot (7.0). Restore it with that one.")]
    public async Task A_note_that_cannot_be_followed_is_told(string json, string sentence)
    {
        await File.WriteAllTextAsync(Path.Combine(backup.Directory, "backup.json"), json);
        await IsRefusedAsync(backup.Directory, "new", $"The backup {backup.Directory} {sentence}");
    }

    [Test]
    public async Task Seals_need_the_key_that_was_kept_elsewhere()
    {
        await using var careful = await KeptHouse.OpenAsync(keyFile: "safe/seal.key");
        await careful.FillAsync();
        var keyless = await careful.BackUpAsync();
        var refused = await Assert.ThrowsAsync<RestoreRefusedException>(() => careful.RestoreAsync(keyless.Directory, "new"));
        Assert.That(refused!.Message, Is.EqualTo("The backup does not hold the key of its seals, which was kept elsewhere; without it they cannot be checked. Say where it is: --Seals:KeyFile=<the file with the key>"));
        Assert.That((await careful.RestoreAsync(keyless.Directory, "new", careful.KeyFile)).Entries, Is.EqualTo(4));
    }

    [Test]
    public async Task A_key_file_of_the_settings_that_is_not_there_is_told()
    {
        var elsewhere = house.Place("elsewhere.key");
        var refused = await Assert.ThrowsAsync<RestoreRefusedException>(() => house.RestoreAsync(backup.Directory, "new", elsewhere));
        Assert.That(refused!.Message, Is.EqualTo(
            $"The key {elsewhere}, which Seals:KeyFile names, is not there. The backup holds the key: copy {Path.Combine(backup.Directory, "seal.key")} to that place first, or leave Seals:KeyFile away."));
        File.Copy(Path.Combine(backup.Directory, "seal.key"), elsewhere);
        Assert.That((await house.RestoreAsync(backup.Directory, "new", elsewhere)).Entries, Is.EqualTo(4));
    }

    [Test]
    public async Task What_cannot_be_relied_upon_afterwards_is_named_and_cannot_be_served()
    {
        // Another key than the one that the seals were made under: all files are as they were, and the whole is not.
        await File.WriteAllTextAsync(house.Place("other.key"), new string('a', 64));
        var failed = await Assert.ThrowsAsync<RestoreFailedException>(() => house.RestoreAsync(backup.Directory, "new", house.Place("other.key")));
        Assert.That(failed!.Message, Does.StartWith($"{house.Place("new")} is only half restored and cannot be served: ")
            .And.Contain("The seals: seal 1 is not genuine").And.EndWith(". Remove it, and restore again or take an older backup."));
        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => house.OpenRestoredAsync("new"));
        Assert.That(refusal!.Message, Does.Contain("timeline.log, is missing"));
    }

    private Task IsRefusedAsync(string from, string to, string sentence) => IsRefusedAsync<RestoreRefusedException>(from, to, sentence);

    private async Task IsRefusedAsync<T>(string from, string to, string sentence) where T : Exception =>
        Assert.That((await Assert.ThrowsAsync<T>(() => house.RestoreAsync(from, to)))!.Message, Does.Contain(sentence));
}

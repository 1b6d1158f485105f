using System.Security.Cryptography;
using System.Text.Json;
using IncidentBot.Adapters.Tests.Stores;
using IncidentBot.Ports;
using IncidentBot.TestKit;

namespace IncidentBot.Adapters.Tests.Backups;

public sealed class MakingBackups
{
    [Test]
    public async Task It_holds_what_cannot_be_made_anew_and_tells_every_file()
    {
        await using var house = await KeptHouse.OpenAsync();
        await house.FillAsync();
        foreach (var made in new[] { "search.db", "server.json", "files/half.arriving" }) await File.WriteAllTextAsync(Path.Combine(house.Data, made), "made anew");

        var backup = await house.BackUpAsync();

        Assert.That(backup.Directory, Is.EqualTo(Path.Combine(house.Target, "incidentbot-20261125-104200Z")));
        Assert.That(backup.Sentence, Does.Match($"^{backup.Directory}: 4 entries of 2 timelines and 1 file, [0-9.]+ KB, verified\\.$"));
        var note = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(backup.Directory, "backup.json"))).RootElement;
        Assert.That((note.GetProperty("position").GetInt64(), note.GetProperty("timelines").GetInt32(), note.GetProperty("entries").GetInt64()), Is.EqualTo((4, 2, 4)));
        Assert.That((note.GetProperty("madeAt").GetDateTimeOffset(), note.GetProperty("version").GetString()), Is.EqualTo((house.Clock.GetUtcNow(), "0.1.0")));
        var told = note.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("name").GetString()).ToList();
        Assert.That(told, Is.EquivalentTo(new[] { "timeline.db", "timeline.log", "seals.jsonl", "seal.key", $"files/{Convert.ToHexStringLower(SHA256.HashData("a plan"u8))}" }));
        var lying = Directory.GetFiles(backup.Directory, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(backup.Directory, file));
        Assert.That(lying, Is.EquivalentTo(told.Append("backup.json")));
        if (!OperatingSystem.IsWindows())
            Assert.That(File.GetUnixFileMode(Path.Combine(backup.Directory, "seal.key")), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public async Task Two_of_one_second_lie_beside_each_other()
    {
        await using var house = await KeptHouse.OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => house.BackUpAsync())));
        Assert.That(house.Backups(), Is.EqualTo(new[] { "incidentbot-20261125-104200Z", "incidentbot-20261125-104200Z-2" }));
    }

    [Test]
    public async Task A_key_that_is_kept_elsewhere_stays_there_and_the_backup_says_so()
    {
        await using var house = await KeptHouse.OpenAsync(keyFile: "safe/seal.key");
        await house.FillAsync();
        var backup = await house.BackUpAsync();
        Assert.That(backup.Sentence, Does.EndWith($"The key of its seals, {house.KeyFile}, is not in it: keep that safe yourself, or the seals cannot be checked after a restore."));
        Assert.That(File.Exists(Path.Combine(backup.Directory, "seal.key")), Is.False);
    }

    [Test]
    public async Task A_seal_on_what_was_recorded_after_the_copy_is_not_in_it()
    {
        await using var house = await KeptHouse.OpenAsync();
        await house.FillAsync();
        var backup = await house.BackUpAsync(async (copy, _) =>
        {
            await house.Store.AppendAsync(Sample.Append(1));
            await house.SealAsync(1);
            return copy;
        });
        Assert.That(await File.ReadAllLinesAsync(Path.Combine(backup.Directory, "seals.jsonl")), Has.Length.EqualTo(1));
        Assert.That(await File.ReadAllLinesAsync(Path.Combine(house.Data, "seals.jsonl")), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task One_that_is_broken_off_leaves_nothing_behind()
    {
        await using var house = await KeptHouse.OpenAsync();
        await house.FillAsync();
        using var enough = new CancellationTokenSource();
        await Assert.ThrowsAsync(Is.InstanceOf<OperationCanceledException>(), () => house.BackUpAsync(async (copy, _) =>
        {
            await enough.CancelAsync();
            return copy;
        }, enough.Token));
        Assert.That(house.Backups(), Is.Empty);
        Assert.That((await house.BackUpAsync()).Entries, Is.EqualTo(4));
    }

    [Test]
    public async Task A_place_where_none_can_be_is_refused_with_a_sentence()
    {
        await using var house = await KeptHouse.OpenAsync();
        await File.WriteAllTextAsync(house.Place("file"), "");
        Assert.That(await RefusalAsync(house, "backups"), Is.EqualTo("“backups” is no full path. Name the directory from the root: /mnt/backups."));
        foreach (var within in new[] { house.Data, Path.Combine(house.Data, "backups"), Path.Combine(house.Target, "..", "data", "x") })
            Assert.That(await RefusalAsync(house, within), Is.EqualTo($"{within} lies in the data directory {house.Data}: what harms one would harm the other. Name a directory outside of it, on another disk."));
        Assert.That(await RefusalAsync(house, house.Place("file")), Is.EqualTo($"{house.Place("file")} is a file. Name a directory for backups."));
        await using var memory = new InMemoryTimelineStore(house.Clock);
        using var maker = house.Maker(memory);
        var refused = await Assert.ThrowsAsync<BackupRefusedException>(async () => await maker.MakeAsync(house.Target));
        Assert.That(refused!.Message, Is.EqualTo("This timeline cannot be copied while it is in use. Use the tools of its database."));
    }

    [Test]
    public async Task A_place_that_cannot_be_written_is_told()
    {
        await using var house = await KeptHouse.OpenAsync();
        // A directory that even the administrator cannot write to.
        using var maker = house.Maker(house.Store);
        var failed = await Assert.ThrowsAsync<BackupFailedException>(async () => await maker.MakeAsync("/proc/self/backups"));
        Assert.That(failed!.Message, Does.Contain("/proc/self/backups"));
    }

    [Test]
    public async Task A_full_disk_is_told()
    {
        await using var house = await KeptHouse.OpenAsync();
        var failed = await Assert.ThrowsAsync<BackupFailedException>(() => house.BackUpAsync((_, _) => throw new IOException("No space left on device", 28)));
        Assert.That(failed!.Message, Is.EqualTo($"The disk that holds {house.Target} is full. Make room there, or keep fewer backups (Backup:Keep)."));
        Assert.That(house.Backups(), Is.Empty);
    }

    private static async Task<string> RefusalAsync(KeptHouse house, string target)
    {
        using var maker = house.Maker(house.Store);
        return (await Assert.ThrowsAsync<BackupRefusedException>(async () => await maker.MakeAsync(target)))!.Message;
    }
}

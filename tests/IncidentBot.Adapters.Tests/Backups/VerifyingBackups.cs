using System.Security.Cryptography;
using IncidentBot.Adapters.Tests.Stores;
using IncidentBot.Ports;
using IncidentBot.Stores.Backups;

namespace IncidentBot.Adapters.Tests.Backups;

public sealed class VerifyingBackups
{
    private const string Name = "incidentbot-20261125-104200Z";

    [Test]
    public Task A_byte_that_changed_on_the_way_is_found() => FailsAsync("timeline.log is not what was copied", (copy, directory) =>
    {
        // Where nothing lies that anybody would miss.
        Change(directory, "timeline.log", content => content[^1] ^= 1);
        return copy;
    });

    [Test]
    public Task An_entry_that_is_not_as_it_was_recorded_is_found() => FailsAsync("1 fault was found in what it holds", (copy, directory) =>
    {
        Change(directory, "timeline.db", content => content[content.AsSpan().IndexOf("line 2"u8)] = (byte)'L');
        return Truly(copy, directory);
    });

    [Test]
    public Task A_file_that_was_cut_off_is_found() => FailsAsync("its timeline cannot be opened and read", (copy, directory) =>
    {
        using (var file = File.OpenWrite(Path.Combine(directory, "timeline.db"))) file.SetLength(file.Length / 2);
        return Truly(copy, directory);
    });

    [Test]
    public Task A_copy_that_ends_elsewhere_is_found() =>
        FailsAsync("it ends at entry 154 and not at 155", (copy, _) => copy with { Position = 155 });

    [Test]
    public async Task An_upload_that_is_not_what_its_name_says_is_found()
    {
        await using var house = await KeptHouse.OpenAsync();
        var stored = await house.UploadAsync("a plan"u8.ToArray());
        await File.WriteAllTextAsync(Path.Combine(house.Data, "files", stored.Sha256), "another");
        var failed = await Assert.ThrowsAsync<BackupUnsoundException>(() => house.BackUpAsync());
        Assert.That(failed!.Message, Does.Contain($"the uploaded file files/{stored.Sha256} is damaged"));
    }

    [Test]
    public async Task The_loss_of_something_sealed_is_found()
    {
        await using var house = await KeptHouse.OpenAsync();
        await house.FillAsync();
        await house.Seals.SealAsync(1, 99, new byte[32], Sample.Noon);
        var failed = await Assert.ThrowsAsync<BackupUnsoundException>(() => house.BackUpAsync());
        Assert.That(failed!.Message, Does.Contain("found in what it holds"));
    }

    private static async Task FailsAsync(string fault, Func<TimelineCopy, string, TimelineCopy> damage)
    {
        await using var house = await KeptHouse.OpenAsync();
        await house.FillAsync();
        // The end of the feed is looked at when the copy is opened; what lies before it is not.
        await house.Store.AppendAsync(Sample.Append(2, entries: 150));
        var failed = await Assert.ThrowsAsync<BackupUnsoundException>(() => house.BackUpAsync((copy, directory) => Task.FromResult(damage(copy, directory))));
        Assert.That(failed!.Message, Is.EqualTo(
            $"The backup did not pass its verification: {fault}. It is left aside as {Name}.failed and does not count. Run `incidentbot verify` to see whether the timeline itself is sound."));
        Assert.That(house.Backups(), Is.EqualTo(new[] { Name + ".failed" }));
        Assert.That(new BackupShelf(house.Target).Good(), Is.Empty);

        // The next one does not mind it.
        await house.BackUpAsync();
        Assert.That(new BackupShelf(house.Target).Good(), Is.EqualTo(new[] { Name + "-2" }));
    }

    private static void Change(string directory, string name, Action<byte[]> change)
    {
        var content = File.ReadAllBytes(Path.Combine(directory, name));
        change(content);
        File.WriteAllBytes(Path.Combine(directory, name), content);
    }

    // Somebody who changes the file and its digest too.
    private static TimelineCopy Truly(TimelineCopy copy, string directory) => copy with
    {
        Files = [.. copy.Files.Select(file => File.ReadAllBytes(Path.Combine(directory, file.Name)) is var content
            ? file with { Bytes = content.Length, Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)) }
            : file)],
    };
}

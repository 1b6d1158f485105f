using System.Security.Cryptography;
using IncidentBot.Adapters.Tests.Stores;
using IncidentBot.Ports;
using IncidentBot.Stores.Disks;
using IncidentBot.Stores.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentBot.Adapters.Tests.Backups;

public sealed class CopyingUnderLoad
{
    private const int Writers = 8;
    private const int Streams = 12;

    [Test]
    public async Task A_backup_under_load_and_its_restore_equal_the_original_entry_for_entry()
    {
        await using var house = await KeptHouse.OpenAsync(pace: new CheckpointPace(100, TimeSpan.FromMilliseconds(20)));
        await house.FillAsync();
        for (var stream = 2; stream <= Streams; stream++) await house.Store.AppendAsync(Sample.Append(stream));
        await house.UploadAsync(RandomNumberGenerator.GetBytes(3_000_000));
        var writers = Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(house, new Random(writer)))).ToList();
        var backups = new List<Backup>();
        do
        {
            backups.Add(await house.BackUpAsync());
            await house.SealAsync(2);
        }
        while (writers.Any(writer => !writer.IsCompleted));
        await Task.WhenAll(writers);

        Assert.That(backups[0].Position, Is.LessThan(house.Store.Health.DurablePosition));
        foreach (var (at, backup) in new[] { backups[0], backups[^1] }.Index())
        {
            var restored = await house.RestoreAsync(backup.Directory, $"restored {at}");
            await using var store = await house.OpenRestoredAsync($"restored {at}");
            Assert.That(await KeptHouse.FeedAsync(store), Is.EqualTo(await KeptHouse.FeedAsync(house.Store, backup.Position)));
            Assert.That((restored.Entries, store.Health.DurablePosition, restored.Files), Is.EqualTo((backup.Position, backup.Position, 2)));
            Assert.That(KeptHouse.Uploads(restored.Directory), Is.EqualTo(KeptHouse.Uploads(house.Data)));
        }
        TestContext.Out.WriteLine($"{backups.Count} backups while {house.Store.Health.DurablePosition} entries were written");
    }

    [Test]
    public async Task While_it_is_copied_the_data_file_rests_and_appends_go_on()
    {
        await using var house = await KeptHouse.OpenAsync(pace: new CheckpointPace(50, TimeSpan.FromMilliseconds(1)));
        await house.FillAsync();
        var frozen = await house.Store.FreezeAsync(default);
        var before = Content(frozen);
        for (var n = 0; n < 50; n++) await house.Store.AppendAsync(Sample.Append(3, entries: 20));
        await Task.Delay(50);
        Assert.That(await house.Store.HeadAsync(3), Has.Property("Number").EqualTo(1000));
        Assert.That(Content(frozen), Is.EqualTo(before));
        Assert.That(await house.Store.ThawAsync(frozen), Is.True);

        var again = await house.Store.FreezeAsync(default);
        Assert.That(again.Position, Is.EqualTo(house.Store.Health.DurablePosition));
        Assert.That(again.Length, Is.GreaterThan(frozen.Length));
        Assert.That(await house.Store.ThawAsync(again), Is.True);
    }

    [Test]
    public async Task What_must_go_into_the_data_file_at_once_makes_the_copy_begin_anew()
    {
        var directory = Directory.CreateTempSubdirectory("incidentbot-copy-").FullName;
        var disk = new MovedDisk(new LocalDisk(Path.Combine(directory, "data")));
        await using (var store = await LiteDbTimelineStore.OpenAsync(disk, TimeProvider.System, NullLogger.Instance))
        {
            await store.AppendAsync(Sample.Append(1));
            disk.Move = async () =>
            {
                await store.AppendAsync(Sample.Append(1));
                // Brings the log into the data file, as an erasure does.
                await store.ThawAsync(await store.FreezeAsync(default));
            };
            Directory.CreateDirectory(Path.Combine(directory, "copy"));
            var copy = await store.CopyAsync(Path.Combine(directory, "copy"));
            Assert.That(copy.Position, Is.EqualTo(2));
            Assert.That(disk.Moves, Is.EqualTo(1));
        }
        Directory.Delete(directory, recursive: true);
    }

    private static async Task WriteAsync(KeptHouse house, Random random)
    {
        for (var i = 0; i < 150; i++) await house.Store.AppendAsync(Sample.Append(random.Next(1, Streams + 1), entries: random.Next(1, 4), key: new IdempotencyKey($"{random.NextInt64()}", 1)));
    }

    private static string Content(FrozenData frozen)
    {
        var content = new byte[frozen.Length];
        return $"{frozen.File.Length} {frozen.File.Read(0, content)} {Convert.ToHexString(SHA256.HashData(content))}";
    }
}

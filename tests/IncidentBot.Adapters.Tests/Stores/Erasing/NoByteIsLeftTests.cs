using System.Security.Cryptography;
using IncidentBot.Ports;
using IncidentBot.Stores.Disks;

namespace IncidentBot.Adapters.Tests.Stores.Erasing;

/// <summary>What was erased is nowhere on the disk, from the moment in which that is answered.</summary>
public sealed class NoByteIsLeftTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Test]
    public async Task Salt_and_body_are_gone_once_the_erasure_is_answered([Values(30, 400, 8_100, 20_000, NewEntry.LargestBody)] int bytes, [Values] bool checkpointed)
    {
        await using var disk = await ErasedDisk.OpenAsync();
        await disk.RecordAsync(200);
        var secret = await disk.RecordAsync(bytes);
        await disk.RecordAsync(200);
        if (checkpointed)
            await disk.ReopenAsync();
        await disk.RecordAsync(200);
        var traces = new Traces(secret.Body, secret.Salt);
        Assert.That(disk.Find(traces), Is.Not.Empty, "before the erasure");
        await disk.EraseAsync(1, 2);
        Assert.That(disk.Find(traces), Is.Empty);
    }

    [Test]
    public async Task The_digest_of_the_line_is_gone_too()
    {
        const ulong Digest = 0x_8D_4F_21_B7_93_E6_5A_C1;
        await using var disk = await ErasedDisk.OpenAsync();
        await disk.RecordAsync(100, key: "web:ana:x", digest: Digest);
        var traces = new Traces(BitConverter.GetBytes(Digest));
        Assert.That(disk.Find(traces), Is.Not.Empty, "before the erasure");
        await disk.EraseAsync(1, 1);
        Assert.That(disk.Find(traces), Is.Empty);
    }

    [Test]
    public async Task Five_hundred_bodies_go_at_once()
    {
        await using var disk = await ErasedDisk.OpenAsync();
        var traces = new Traces();
        for (var number = 1; number <= 500; number++)
            traces.Add((await disk.RecordAsync(50 + (number * 7 % 900))).Body.Span);
        await disk.EraseAsync(1, Enumerable.Range(1, 500));
        Assert.That(disk.Find(traces), Is.Empty);
    }

    [Test]
    public async Task What_remained_is_gone_once_less_remains()
    {
        await using var disk = await ErasedDisk.OpenAsync();
        await disk.RecordAsync(3_000);
        var remains = RandomNumberGenerator.GetBytes(10_000);
        await disk.Store.AppendAsync(Sample.Append(1) with { Erases = [new Erasure(1, remains)] });
        await disk.EraseAsync(1, 1);
        Assert.That(disk.Find(new Traces(remains)), Is.Empty);
    }

    [TestCase(60, 20), TestCase(20, 60), TestCase(30_000, 40), TestCase(40, 30_000)]
    public async Task Rows_that_were_replaced_are_gone_with_the_next_erasure(int before, int after)
    {
        await using var disk = await ErasedDisk.OpenAsync();
        var title = RandomNumberGenerator.GetBytes(before);
        await disk.RecordAsync(100);
        await disk.SaveAsync(new ProjectionRow("incidents", 1, 1, title), Sample.Row(2, 2));
        await disk.ReopenAsync();
        await disk.SaveAsync(Sample.Row(2, 7, "{\"other\":1}"));
        await disk.SaveAsync(new ProjectionRow("incidents", 1, 3, RandomNumberGenerator.GetBytes(after)));
        Assert.That(disk.Find(new Traces(title)), Is.Not.Empty, "before the erasure");
        await disk.EraseAsync(1, 1);
        Assert.That(disk.Find(new Traces(title)), Is.Empty);
    }

    [Test]
    public async Task Rows_that_are_replaced_after_the_erasure_are_gone_after_a_quiet_moment()
    {
        await using var disk = await ErasedDisk.OpenAsync();
        var title = RandomNumberGenerator.GetBytes(300);
        await disk.RecordAsync(100);
        await disk.SaveAsync(new ProjectionRow("incidents", 1, 1, title), Sample.Row(2, 2));
        await disk.EraseAsync(1, 1);
        await disk.DisposeAsync();
        await using var store = await ErasedDisk.OpenAsync(disk.Disk, idle: TimeSpan.FromMilliseconds(30));
        await using (var lease = await store.TryAcquireLeaseAsync("workers"))
        {
            await lease!.SaveAsync(Sample.Changes(0, Sample.Row(2, 9)));
            await lease.SaveAsync(Sample.Changes(0, Sample.Row(1, 1)));
        }
        Assert.That(() => disk.Find(new Traces(title)), Is.Empty.After((int)Patience.TotalMilliseconds, 20));
    }

    [Test]
    public async Task What_was_deleted_is_gone_after_closing()
    {
        await using var disk = await ErasedDisk.OpenAsync();
        var title = RandomNumberGenerator.GetBytes(9_000);
        await disk.SaveAsync(new ProjectionRow("incidents", 1, 1, title), Sample.Row(2, 2));
        await using (var lease = await disk.Store.TryAcquireLeaseAsync("workers"))
            await lease!.SaveAsync(new ProjectionChanges("lists", 0, [], [("incidents", 1)]));
        await disk.DisposeAsync();
        Assert.That(disk.Find(new Traces(title)), Is.Empty);
    }

    [Test]
    public async Task Whatever_went_before_nothing_of_what_was_erased_is_left([Range(1, 6)] int seed)
    {
        var random = new Random(seed);
        await using var disk = await ErasedDisk.OpenAsync();
        var (open, erased) = (new List<TimelineEntry>(), new Traces());
        for (var step = 0; step < 120; step++)
        {
            switch (random.Next(12))
            {
                case 0:
                    await disk.ReopenAsync();
                    break;
                case 1 or 2 when open.Count > 0:
                    var going = open.Where(_ => random.Next(4) == 0).Where(entry => entry.Stream == open[0].Stream).ToList();
                    going.ForEach(entry => erased.Add(entry.Body.Span));
                    open.RemoveAll(going.Contains);
                    await disk.EraseAsync(going.FirstOrDefault()?.Stream ?? 1, going.Select(entry => entry.Number).Order());
                    break;
                case < 6:
                    var row = RandomNumberGenerator.GetBytes(random.Next(1, random.Next(4) == 0 ? 20_000 : 500));
                    await disk.SaveAsync(new ProjectionRow("incidents", random.Next(5), random.Next(9), row));
                    break;
                default:
                    open.Add(await disk.RecordAsync(random.Next(8, random.Next(5) == 0 ? 30_000 : 600), stream: 1 + random.Next(3), key: $"{step}"));
                    break;
            }
        }
        await disk.EraseAsync(open[0].Stream, open[0].Number);
        erased.Add(open[0].Body.Span);
        Assert.That(disk.Find(erased), Is.Empty);
        await disk.ReopenAsync();
        Assert.That(disk.Find(erased), Is.Empty);
    }

    [Test]
    public async Task The_files_of_a_real_directory_hold_nothing_either()
    {
        var directory = Directory.CreateTempSubdirectory("timeline-").FullName;
        var body = RandomNumberGenerator.GetBytes(5_000);
        await using (var store = await ErasedDisk.OpenAsync(new LocalDisk(directory)))
        {
            await store.AppendAsync(new AppendRequest(1, 0, [Sample.Entry(), Sample.Entry() with { Body = body }, Sample.Entry()]));
            await store.AppendAsync(Sample.Append(1) with { Erases = [new Erasure(2, ErasedDisk.Remains)] });
        }
        var files = Directory.GetFiles(directory, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllBytes);
        Assert.That(files, Has.Count.EqualTo(2));
        Assert.That(new Traces(body).In(files), Is.Empty);
        Directory.Delete(directory, recursive: true);
    }
}

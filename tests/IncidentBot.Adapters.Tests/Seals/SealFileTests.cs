using IncidentBot.Ports;
using IncidentBot.Stores.Seals;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentBot.Adapters.Tests.Seals;

public sealed class SealFileTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Head = [.. Enumerable.Range(0, 32).Select(n => (byte)n)];

    private string directory = "";

    [SetUp]
    public void MakeDirectory() => directory = Directory.CreateTempSubdirectory("incidentbot-seals-").FullName;

    [TearDown]
    public void RemoveDirectory() => Directory.Delete(directory, recursive: true);

    [Test]
    public async Task Seals_are_numbered_and_found_again_after_a_restart()
    {
        await Book().SealAsync(1, 4, Head, Noon);
        await Book().SealAsync(0, 2, Head, Noon);

        var seals = await Book().ReadAsync();

        Assert.That(seals.Select(kept => (kept.Seal.Index, kept.Seal.Stream, kept.Seal.Number, kept.Fault)), Is.EqualTo(new[] { (1L, 1L, 4, (string?)null), (2L, 0L, 2, null) }));
    }

    [Test]
    public async Task Many_seals_at_once_leave_no_hole()
    {
        var book = Book();
        await Task.WhenAll(Enumerable.Range(1, 40).Select(n => Task.Run(async () => await book.SealAsync(n, 1, Head, Noon))));

        var seals = await book.ReadAsync();

        Assert.That(seals.Select(kept => kept.Seal.Index), Is.EqualTo(Enumerable.Range(1, 40)));
        Assert.That(seals.Select(kept => kept.Fault), Is.All.Null);
    }

    [Test]
    public async Task A_line_that_was_torn_counts_for_nothing_and_is_written_over([Range(1, 200, 13)] int left)
    {
        await Book().SealAsync(1, 4, Head, Noon);
        await Book().SealAsync(1, 5, Head, Noon);
        var content = await File.ReadAllBytesAsync(Seals);
        await File.WriteAllBytesAsync(Seals, content[..((content.Length / 2) + left)]);

        Assert.That(await Book().ReadAsync(), Has.Count.EqualTo(1));
        await Book().SealAsync(1, 6, Head, Noon);

        var seals = await Book().ReadAsync();
        Assert.That(seals.Select(kept => (kept.Seal.Index, kept.Seal.Number, kept.Fault)), Is.EqualTo(new[] { (1L, 4, (string?)null), (2L, 6, null) }));
    }

    [Test]
    public async Task What_is_cut_off_while_the_bot_runs_leaves_a_gap_to_be_seen()
    {
        var book = Book();
        for (var n = 1; n <= 3; n++) await book.SealAsync(1, n, Head, Noon);
        var lines = await File.ReadAllLinesAsync(Seals);
        await File.WriteAllTextAsync(Seals, lines[0] + "\n");

        await book.SealAsync(1, 4, Head, Noon);

        Assert.That((await book.ReadAsync()).Select(kept => kept.Fault), Is.EqualTo(new[] { null, "seals 2 to 3 are missing before seal 4" }));
    }

    [Test]
    public async Task A_damaged_line_is_named_and_the_next_one_cannot_be_checked()
    {
        for (var n = 1; n <= 4; n++) await Book().SealAsync(1, n, Head, Noon);
        var lines = await File.ReadAllLinesAsync(Seals);
        lines[1] = "hello";
        await File.WriteAllTextAsync(Seals, string.Join('\n', lines) + "\n");

        Assert.That((await Book().ReadAsync()).Select(kept => kept.Fault), Is.EqualTo(new[]
        {
            null, "line 2 of the seal file is damaged", "seal 3 cannot be checked, because the one before it is damaged", null,
        }));
    }

    [Test]
    public async Task The_key_can_be_kept_elsewhere_and_is_for_its_owner_alone()
    {
        var key = Path.Combine(directory, "elsewhere", "the.key");
        await Book(key).SealAsync(1, 4, Head, Noon);

        Assert.That(File.Exists(Path.Combine(directory, "seal.key")), Is.False);
        if (!OperatingSystem.IsWindows()) Assert.That(File.GetUnixFileMode(key), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.That((await Book(key).ReadAsync()).Single().Fault, Is.Null);
        Assert.That((await Book().ReadAsync()).Single().Fault, Does.StartWith("seal 1 cannot be checked, because the key ").And.EndsWith("is not there"));
    }

    [Test]
    public async Task A_damaged_key_seals_nothing_and_says_what_to_do()
    {
        await File.WriteAllTextAsync(Path.Combine(directory, "seal.key"), "swordfish");
        Assert.That(async () => await Book().SealAsync(1, 4, Head, Noon), Throws.InstanceOf<StoreUnavailableException>().With.Message.Contains("Restore it from the backup"));
        Assert.That(File.Exists(Seals), Is.False);
    }

    [Test]
    public async Task Without_a_file_there_are_no_seals() => Assert.That(await Book().ReadAsync(), Is.Empty);

    private string Seals => Path.Combine(directory, "seals.jsonl");

    private SealFile Book(string? key = null) => new(directory, key, NullLogger<SealFile>.Instance);
}

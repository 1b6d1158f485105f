using System.Security.Cryptography;
using IncidentBot.Ports;
using IncidentBot.Stores.Files;

namespace IncidentBot.Adapters.Tests.Stores;

public sealed class FileStoreTests
{
    private const int Limit = 1_000_000;
    private readonly string _directory = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "files");

    private FileStore Store => new(_directory);

    [TearDown]
    public void Forget()
    {
        if (Directory.Exists(_directory))
            Directory.Delete(Path.GetDirectoryName(_directory)!, recursive: true);
    }

    [TestCase(0), TestCase(1), TestCase(128 * 1024), TestCase(Limit)]
    public async Task A_file_is_found_again_by_what_it_contains(int bytes)
    {
        var content = RandomNumberGenerator.GetBytes(bytes);
        var stored = await PutAsync(content);
        Assert.That(stored, Is.EqualTo(new StoredFile(Convert.ToHexStringLower(SHA256.HashData(content)), bytes)));
        Assert.That(await ReadAsync(stored.Sha256), Is.EqualTo(content));
    }

    [Test]
    public async Task The_same_content_lies_there_once()
    {
        var first = await PutAsync([1, 2, 3]);
        await using var reading = await Store.OpenAsync(first.Sha256);
        Assert.That(await PutAsync([1, 2, 3]), Is.EqualTo(first));
        Assert.That(Directory.GetFiles(_directory), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Many_may_bring_the_same_content_at_once()
    {
        var content = RandomNumberGenerator.GetBytes(300_000);
        var stored = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => PutAsync(content))));
        Assert.That(stored.Distinct().Count(), Is.EqualTo(1));
        Assert.That(await ReadAsync(stored[0].Sha256), Is.EqualTo(content));
        Assert.That(Directory.GetFiles(_directory), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_file_above_the_limit_leaves_nothing()
    {
        await Assert.ThrowsAsync<FileTooLargeException>(() => PutAsync(new byte[Limit + 1]));
        Assert.That(Directory.GetFiles(_directory), Is.Empty);
    }

    [TestCase("0000000000000000000000000000000000000000000000000000000000000000"), TestCase(""), TestCase("../../../etc/passwd")]
    [TestCase("..............................................................//")]
    public async Task What_is_not_there_is_not_found(string digest)
        => Assert.That(await Store.OpenAsync(digest), Is.Null);

    private async Task<StoredFile> PutAsync(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return await Store.PutAsync(stream, Limit);
    }

    private async Task<byte[]> ReadAsync(string sha256)
    {
        await using var stream = await Store.OpenAsync(sha256);
        using var copy = new MemoryStream();
        await stream!.CopyToAsync(copy);
        return copy.ToArray();
    }
}

using System.Security.Cryptography;
using System.Text;
using IncidentBot.Scenarios.Redacting;
using IncidentBot.Scenarios.WarRoom;
using IncidentBot.Web.Exports.Evidence;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Scenarios.Exports;

/// <summary>A bundle of a redacted timeline proves as much as any other, but for what is gone.</summary>
internal sealed class RedactedBundleTests
{
    private static readonly byte[] Upload = [.. Enumerable.Range(0, 500).Select(number => (byte)(number * 7))];

    private RunningHost host = null!;
    private Visitor ana = null!;
    private string incident = "";
    private int secret;
    private int redaction;
    private UnpackedBundle bundle = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = RunningHost.Start();
        ana = await Visitor.EnterAsync(host, "Ana");
        incident = await ana.DeclareAsync("Checkout is down");
        await ana.SayAsync(incident, "the password is swordfish");
        await ana.UploadAsync(incident, "passwords.txt", Upload, "text/plain");
        await ana.SayAsync(incident, "the disk is full");
        secret = await host.EntryOfAsync(incident, "swordfish");
        var digest = Convert.ToHexStringLower(SHA256.HashData(Upload));
        var file = await host.EntryOfAsync(incident, "passwords.txt");
        await host.RedactAsync(incident, (secret, new MessagePosted("")), (file, new FileShared("", "", 0, digest)));
        redaction = await host.EntryOfAsync(incident, "remainsSha256");
        bundle = new UnpackedBundle(await BytesAsync());
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        bundle.Dispose();
        ana.Dispose();
        await host.DisposeAsync();
    }

    [Test]
    public void It_verifies_and_says_how_many_entries_were_redacted()
    {
        var (exit, said) = VerifyProgram.Ask(bundle.Directory);
        Assert.That((exit, said), Is.EqualTo((0, said)), said);
        Assert.That(said, Does.Contain("chained without a gap, 2 of them redacted; 0 shared files, whole"));
    }

    [Test]
    public void Nothing_of_what_was_redacted_is_in_it()
    {
        foreach (var name in bundle.Names) Assert.That(bundle.Text(name), Does.Not.Contain("swordfish").And.Not.Contain("passwords.txt"), name);
        Assert.That(bundle.Names, Has.None.StartWith("files/").And.None.EqualTo("missing-files.txt"));
    }

    [Test]
    public void Any_byte_of_a_redacted_line_that_is_changed_is_found_also_by_sums_computed_anew()
    {
        var (bytes, lines) = (bundle["timeline.jsonl"], bundle.Text("timeline.jsonl").Split('\n'));
        var begin = Encoding.UTF8.GetByteCount(string.Concat(lines[..(secret - 1)].Select(line => line + "\n")));
        var length = Encoding.UTF8.GetByteCount(lines[secret - 1]);
        var random = new Random(4);
        for (var round = 0; round < 250; round++)
        {
            var changed = bytes.ToArray();
            var at = begin + random.Next(length);
            changed[at] ^= (byte)(1 << random.Next(8));
            var (exit, said) = bundle.AskWith("timeline.jsonl", changed, forged: true);
            Assert.That((exit, said.StartsWith("WRONG: ", StringComparison.Ordinal)), Is.EqualTo((1, true)), $"byte {at}: {said}");
        }
    }

    [Test]
    public void What_remains_is_what_its_redaction_left() => Says(
        Line(secret, line => line.Replace(Base64(new MessagePosted("")), Base64(new MessagePosted("x")), StringComparison.Ordinal).Replace("\"text\":\"\"", "\"text\":\"x\"", StringComparison.Ordinal)),
        $"what is left of entry {secret} is not what its redaction left.");

    [Test]
    public void A_digest_in_another_place_is_found() => Says(
        Line(secret, line => line.Replace("\"erasedDigest\":\"", "\"erasedDigest\":\"00", StringComparison.Ordinal)), $"line {secret}: erasedDigest is not written as it should be.");

    [Test]
    public void An_entry_that_was_erased_without_a_redaction_is_found()
    {
        var lines = bundle.Text("timeline.jsonl").Split('\n');
        Says(bundle.AskWith("timeline.jsonl", Encoding.UTF8.GetBytes(string.Join('\n', [.. lines[..(redaction - 1)], ""])), forged: true), $"entry {secret} was erased, but nobody redacted it.");
    }

    [Test]
    public async Task A_bundle_that_a_redaction_overtakes_is_not_finished()
    {
        var other = await ana.DeclareAsync("Search is slow");
        await ana.SayAsync(other, "the password is pike");
        Assert.That(IncidentId.TryParse(other, out var id));
        var before = await host.Services.GetRequiredService<IncidentDesk>().FindAsync(id, Person.Bot);
        await host.RedactAsync(other, (await host.EntryOfAsync(other, "pike"), new MessagePosted("")));
        using var zip = new MemoryStream();
        Assert.That(
            async () => await host.Services.GetRequiredService<EvidenceBundle>().WriteAsync(before!, zip, default),
            Throws.InstanceOf<IOException>().With.Message.EqualTo($"{other} was redacted while its evidence was gathered. Ask for it again."));
    }

    private static string Base64(IncidentEvent remains) => Convert.ToBase64String(StoredEvents.Write(remains, []));

    private (int Exit, string Said) Line(int number, Func<string, string> change)
    {
        var lines = bundle.Text("timeline.jsonl").Split('\n');
        lines[number - 1] = change(lines[number - 1]);
        return bundle.AskWith("timeline.jsonl", Encoding.UTF8.GetBytes(string.Join('\n', lines)), forged: true);
    }

    private static void Says((int Exit, string Said) answer, string sentence) => Assert.That((answer.Exit, answer.Said), Is.EqualTo((1, answer.Said)).And.Matches<(int, string Said)>(found => found.Said.Contains(sentence, StringComparison.Ordinal)), answer.Said);

    private async Task<byte[]> BytesAsync()
    {
        using var answer = await ana.GetAsync($"/incidents/{incident}/bundle.zip");
        return await answer.Content.ReadAsByteArrayAsync();
    }
}

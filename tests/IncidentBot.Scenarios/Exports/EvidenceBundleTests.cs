using System.Net;
using System.Security.Cryptography;
using System.Text;
using IncidentBot.Scenarios.Api;
using IncidentBot.Scenarios.WarRoom;

namespace IncidentBot.Scenarios.Exports;

internal sealed class EvidenceBundleTests
{
    private const int Rounds = 250;
    private static readonly byte[] Upload = [.. Enumerable.Range(0, 3_000).Select(number => (byte)(number * 31))];

    private RunningHost host = null!;
    private Visitor ana = null!;
    private string incident = "";
    private byte[] zip = [];
    private UnpackedBundle bundle = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = RunningHost.Start();
        ana = await Visitor.EnterAsync(host, "Ana “Ray” Ruiz");
        incident = await ana.DeclareAsync("Checkout is <down> \"now\"");
        await ana.SayAsync(incident, "it burns 🔥 & smells\nof \\ tar");
        await ana.UploadAsync(incident, "graph.png", Upload, "image/png");
        await ana.PressAsync(incident, $"{incident} decision \"roll back\"");
        await ana.PressAsync(incident, $"{incident} cancel \"false alarm\"");
        await SealedAsync();
        zip = await BytesAsync($"/incidents/{incident}/bundle.zip");
        bundle = new UnpackedBundle(zip);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        bundle.Dispose();
        ana.Dispose();
        await host.DisposeAsync();
    }

    [Test]
    public async Task A_bundle_verifies_with_its_own_script_as_an_auditor_runs_it()
    {
        var (exit, said) = await VerifyProgram.RunAsync(bundle.Directory);
        Assert.That(exit, Is.Zero, said);
        Assert.That(said, Does.StartWith("All is as it was recorded: ").And.Contains("1 shared files, whole; 1 seals that agree"));
        Assert.That(said, Does.Contain(Convert.ToHexStringLower(SHA256.HashData(bundle["SHA256SUMS"]))));
    }

    [Test]
    public async Task The_same_timeline_gives_the_same_bytes_by_every_way()
    {
        using var client = host.Client();
        Assert.That(await BytesAsync($"/incidents/{incident}/bundle.zip"), Is.EqualTo(zip));
        Assert.That(await client.GetByteArrayAsync(new Uri($"/api/incidents/{incident}/bundle.zip?by=ben", UriKind.Relative)), Is.EqualTo(zip));
    }

    [Test]
    public void Everything_is_inside()
    {
        Assert.That(bundle.Names, Is.EqualTo(new[]
        {
            "README.txt", "SHA256SUMS", $"files/{Convert.ToHexStringLower(SHA256.HashData(Upload))}", "review.html", "review.json", "review.md", "seals.jsonl", "timeline.jsonl", "verify.cs",
        }));
        Assert.That(bundle.Text("timeline.jsonl"), Does.Contain("\"kind\":\"MessagePosted\"").And.Contain("""{"event":{"text":"it burns \uD83D\uDD25 \u0026 smells\nof \\ tar"}}"""));
        Assert.That(bundle.Text("README.txt"), Does.StartWith($"Evidence of {incident}\n").And.Contain("dotnet run verify.cs").And.Contain("WHAT IT DOES NOT PROVE"));
        Assert.That(bundle.Text("review.md"), Does.Contain("roll back"));
    }

    [Test]
    public void Any_byte_that_is_changed_is_found()
    {
        Assert.That(VerifyProgram.Ask(bundle.Directory).Exit, Is.Zero);
        var random = new Random(20261123);
        for (var round = 0; round < Rounds; round++)
        {
            var name = bundle.Names[round % bundle.Names.Count];
            var bytes = bundle[name];
            var at = random.Next(bytes.Length);
            bytes[at] ^= (byte)(1 << random.Next(8));
            Wrong(bundle.AskWith(name, bytes), $"byte {at} of {name}");
        }
    }

    [Test]
    public void A_byte_that_is_changed_by_somebody_who_computes_the_sums_anew_is_found_where_the_chain_reaches()
    {
        var random = new Random(7);
        var reached = bundle.Names.Where(name => name is "timeline.jsonl" || name.StartsWith("files/", StringComparison.Ordinal)).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            var name = reached[round % reached.Count];
            var bytes = bundle[name];
            var at = random.Next(bytes.Length);
            bytes[at] ^= (byte)(1 << random.Next(8));
            Wrong(bundle.AskWith(name, bytes, forged: true), $"byte {at} of {name}");
        }
    }

    [Test]
    public void A_file_that_is_taken_away_or_put_in_is_found()
    {
        foreach (var name in bundle.Names) Wrong(bundle.AskWith(name, null), name);
        foreach (var name in bundle.Names.Where(name => name != "SHA256SUMS")) Wrong(bundle.AskWith(name, null, forged: true), $"{name}, sums computed anew");
        foreach (var name in new[] { "extra.txt", "files/extra", ".hidden", $"files/{new string('0', 64)}", "missing-files.txt" }) Wrong(bundle.AskWith(name, [1]), name);
        Says(bundle.AskWith("extra.txt", [1]), "extra.txt is there, but SHA256SUMS does not name it.");
        Says(bundle.AskWith("extra.txt", [1], forged: true), "extra.txt does not belong into a bundle.");
        Says(bundle.AskWith($"files/{new string('0', 64)}", [1], forged: true), $"files/{new string('0', 64)} is in the bundle, but no entry of the timeline shares it.");
        Says(bundle.AskWith("review.md", null), "review.md is missing.");
        Says(bundle.AskWith("SHA256SUMS", null), $"there is no SHA256SUMS in {bundle.Directory}. Run this in the unpacked bundle, or name its directory.");
    }

    [Test]
    public void Lines_that_change_places_are_found()
    {
        foreach (var (name, forged) in new[] { ("timeline.jsonl", false), ("timeline.jsonl", true), ("SHA256SUMS", false), ("README.txt", false) })
        {
            var lines = bundle.Text(name).Split('\n');
            for (var line = 0; line + 1 < lines.Length - 1; line++)
            {
                if (lines[line] == lines[line + 1]) continue;
                var swapped = lines.ToArray();
                (swapped[line], swapped[line + 1]) = (swapped[line + 1], swapped[line]);
                Wrong(bundle.AskWith(name, Encoding.UTF8.GetBytes(string.Join('\n', swapped)), forged), $"lines {line + 1} and {line + 2} of {name}");
            }
        }
    }

    [TestCase("timeline.jsonl", "\"name\":\"Ana", "\"name\":\"Eve", "timeline.jsonl, line 1: entry 1 was changed after it was recorded.")]
    [TestCase("timeline.jsonl", "\"recordedAt\":\"20", "\"recordedAt\":\"19", "timeline.jsonl, line 1: recordedAt is not the time in recordedAtMicroseconds.")]
    [TestCase("timeline.jsonl", "\"content\":{", "\"content\":{ ", "timeline.jsonl, line 1: the content of entry 1 is not its body.")]
    [TestCase("timeline.jsonl", "\"via\":", "\"note\":1,\"via\":", "timeline.jsonl, line 1 has other fields than it should.")]
    [TestCase("timeline.jsonl", "\"number\":2", "\"number\":3", "timeline.jsonl, line 2: entry 2 is missing or not in its place.")]
    [TestCase("timeline.jsonl", "{\"stream\"", "{stream", "timeline.jsonl, line 1 cannot be read.")]
    [TestCase("seals.jsonl", "\"number\":", "\"number\":9", "timeline ends at")]
    [TestCase("seals.jsonl", "\"head\":\"", "\"head\":\"0", "is not what seal")]
    [TestCase("seals.jsonl", "\"mac\":\"", "\"mac\":\"0", "which is not in seals.jsonl as it says.")]
    [TestCase("seals.jsonl", "\"doubt\":null", "\"doubt\":\"seal 1 is not genuine\"", "seals.jsonl, line 1: seal 1 is not genuine (found when the bundle was made).")]
    [TestCase("README.txt", "Evidence", "evidence", "README.txt was changed: its SHA-256 is not the one in SHA256SUMS.", false)]
    [TestCase("SHA256SUMS", "  README.txt", " README.txt", "SHA256SUMS has a line that cannot be read: ", false)]
    public void The_first_wrong_thing_is_named(string name, string was, string now, string sentence, bool forged = true)
    {
        var text = bundle.Text(name);
        var at = text.IndexOf(was, StringComparison.Ordinal);
        Says(bundle.AskWith(name, Encoding.UTF8.GetBytes(string.Concat(text.AsSpan(0, at), now, text.AsSpan(at + was.Length))), forged), sentence);
    }

    [Test]
    public void An_entry_that_is_taken_out_is_named_and_one_that_is_cut_off_breaks_the_seal()
    {
        var lines = bundle.Text("timeline.jsonl").Split('\n');
        Says(bundle.AskWith("timeline.jsonl", Encoding.UTF8.GetBytes(string.Join('\n', [.. lines[..2], .. lines[3..]])), forged: true), "timeline.jsonl, line 3: entry 3 is missing or not in its place.");
        Says(bundle.AskWith("timeline.jsonl", Encoding.UTF8.GetBytes(string.Join('\n', [.. lines[..3], ""])), forged: true), "but the timeline ends at 3: entries are lost.");
        Says(bundle.AskWith("timeline.jsonl", [], forged: true), "timeline.jsonl holds no entry.");
    }

    [Test]
    public async Task A_file_that_is_missing_from_the_store_is_listed_and_told()
    {
        var other = await ana.DeclareAsync("Files are lost");
        await ana.UploadAsync(other, "lost.txt", [1, 2, 3]);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData([1, 2, 3]));
        File.Delete(Path.Combine(host.Directory, "files", sha256));
        using var made = new UnpackedBundle(await BytesAsync($"/incidents/{other}/bundle.zip"));
        Assert.That(made.Text("missing-files.txt"), Does.Match($"^{sha256}  lost\\.txt \\(entry \\d+\\)\n$"));
        var (exit, said) = VerifyProgram.Ask(made.Directory);
        Assert.That((exit, said), Is.EqualTo((1, said)));
        Assert.That(said, Does.Match("^WRONG: the file “lost.txt” of entry \\d+ was missing already when the bundle was made: its bytes cannot be verified\\."));
    }

    [Test]
    public async Task Who_may_not_see_the_incident_gets_no_bundle()
    {
        var secret = await ana.DeclareAsync("Stolen laptop", "--private");
        using var eve = await Visitor.EnterAsync(host, "Eve");
        using var hidden = await eve.GetAsync($"/incidents/{secret}/bundle.zip");
        using var client = host.Client();
        var (status, problem) = await client.ReadAsync($"/api/incidents/{secret}/bundle.zip");
        var (refused, unread) = await client.ReadAsync($"/api/incidents/{secret}/bundle.zip?by=%21&form=x");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(hidden.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((status, problem.Text("detail")), Is.EqualTo((HttpStatusCode.NotFound, $"There is no {secret}. Look at the list of incidents.")));
            Assert.That((refused, unread.Text("detail")), Is.EqualTo((HttpStatusCode.BadRequest, "There is no “form” to ask by; there are by.")));
        }
    }

    private static void Wrong((int Exit, string Said) answer, string what) =>
        Assert.That((answer.Exit, answer.Said.StartsWith("WRONG: ", StringComparison.Ordinal)), Is.EqualTo((1, true)), $"{what}: {answer.Said}");

    private static void Says((int Exit, string Said) answer, string sentence)
    {
        Wrong(answer, sentence);
        Assert.That(answer.Said, Does.Contain(sentence));
    }

    private async Task<byte[]> BytesAsync(string path)
    {
        using var answer = await ana.GetAsync(path);
        Assert.That((answer.StatusCode, answer.Content.Headers.ContentType?.MediaType), Is.EqualTo((HttpStatusCode.OK, "application/zip")));
        return await answer.Content.ReadAsByteArrayAsync();
    }

    // The end of an incident promises a seal, and the worker keeps it.
    private async Task SealedAsync()
    {
        using var client = host.Client();
        for (var tries = 0; tries < 300; tries++)
        {
            var (_, page) = await client.ReadAsync($"/api/incidents/{incident}/timeline");
            if (page.GetProperty("entries").EnumerateArray().Any(entry => entry.Text("kind") == "TimelineSealed")) return;
            await Task.Delay(50);
        }
        Assert.Fail("The incident was not sealed.");
    }
}

using IncidentBot.Scenarios.Api;
using IncidentBot.Scenarios.Exports;

namespace IncidentBot.Scenarios.CommandLine;

public sealed class ExportingFiles
{
    private string directory = "";
    private string data = "";

    [SetUp]
    public async Task Make()
    {
        directory = Directory.CreateTempSubdirectory("incidentbot-").FullName;
        data = Path.Combine(directory, "data");
        await using var host = RunningHost.Start(new Dictionary<string, string> { ["Store:Path"] = data });
        using var client = host.Client();
        await client.SayAsync("declare Stolen laptop --private");
        await client.SayAsync("INC-1 decision \"roll back\"");
    }

    [TearDown]
    public void Remove() => Directory.Delete(directory, recursive: true);

    [Test]
    public async Task The_review_and_the_bundle_are_written_beside_each_other_and_nothing_is_replaced_unasked()
    {
        var first = await ExportAsync("INC-1");
        Assert.That(first.Exit, Is.Zero, first.Said);
        Assert.That(first.Said, Does.Match($"^{Place("INC-1-review.md")}: review as markdown of INC-1, \\d+ entries\\.\n$"));
        Assert.That(await File.ReadAllTextAsync(Place("INC-1-review.md")), Does.Contain("roll back"));
        Assert.That(await ExportAsync("INC-1"), Is.EqualTo((1, $"{Place("INC-1-review.md")} is there already. Say --force to replace it, or name another place with --out.\n")));
        Assert.That((await ExportAsync("INC-1", "--force")).Exit, Is.Zero);
        foreach (var format in new[] { "html", "json" }) Assert.That((await ExportAsync("INC-1", "--format", format, "--out", Place($"own.{format}"))).Exit, Is.Zero);

        var zip = await ExportAsync("INC-1", "--format", "bundle", "--out", directory);
        Assert.That(zip.Said, Does.StartWith($"{Place("INC-1-evidence.zip")}: evidence bundle").And.EndsWith("Unpack it and verify it: dotnet run verify.cs\n"));
        using var bundle = new UnpackedBundle(await File.ReadAllBytesAsync(Place("INC-1-evidence.zip")));
        Assert.That(VerifyProgram.Ask(bundle.Directory).Exit, Is.Zero);
        Assert.That(Directory.GetFiles(directory).Select(Path.GetFileName), Is.EquivalentTo(new[] { "INC-1-review.md", "own.html", "own.json", "INC-1-evidence.zip" }));
    }

    [TestCase("Which incident? Name it: export INC-1.")]
    [TestCase("Which incident? Name it: export INC-1.", "--format", "md")]
    [TestCase("“kitchen” is no incident's number; they look like INC-42.", "kitchen")]
    [TestCase("There is no INC-77. Look at the list of incidents.", "INC-77")]
    [TestCase("“pdf” is no format that I know. There are md, html, json and bundle.", "INC-1", "--format", "pdf")]
    public async Task What_cannot_be_exported_is_a_sentence(string sentence, params string[] words) =>
        Assert.That(await ExportAsync(words), Is.EqualTo((1, sentence + "\n")));

    [Test]
    public async Task A_place_that_cannot_be_written_is_a_sentence()
    {
        Assert.That(await ExportAsync("INC-1", "--out", Place("nowhere/x.md")), Is.EqualTo((1, $"There is no directory {Place("nowhere")}. Create it, or name another place with --out.\n")));
        // A directory that even the administrator cannot write to.
        var (exit, said) = await ExportAsync("INC-1", "--out", "/proc/self/x.md");
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(said, Does.StartWith("/proc/self/x.md cannot be written: ").And.EndsWith("Name another place with --out.\n"));
    }

    [Test]
    public async Task Without_its_data_it_says_where_to_look()
    {
        var (exit, said) = await HostProcess.RunInAsync(directory, "export", "INC-1", "--Store:Path", Place("elsewhere"));
        Assert.That((exit, said), Is.EqualTo((1, $"There is no data directory {Place("elsewhere")}. Say where it is: --Store:Path=…\n")));
    }

    [Test]
    public async Task While_a_server_runs_the_file_comes_from_it_also_of_a_private_incident()
    {
        using var server = await HostProcess.ServeAsync(data, HostProcess.FreePort());
        var (exit, said) = await ExportAsync("INC-1", "--format", "bundle");
        Assert.That(exit, Is.Zero, said);
        Assert.That(File.Exists(Place("INC-1-evidence.zip")), Is.True, said);
    }

    [Test]
    public async Task When_its_note_is_gone_the_address_that_gives_the_same_is_named()
    {
        using var server = await HostProcess.ServeAsync(data, HostProcess.FreePort());
        File.Delete(Path.Combine(data, "server.json"));
        var (exit, said) = await ExportAsync("INC-1", "--format", "bundle", "--Listen", server.Address.ToString());
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(said, Does.Contain("is in use by another process").And.Contain($"A server that runs on it gives the file too: {server.Address}api/incidents/INC-1/bundle.zip"));
        using var client = new HttpClient { BaseAddress = server.Address };
        using var answer = await client.GetAsync(new Uri("/api/incidents/INC-1/bundle.zip?by=ana", UriKind.Relative));
        Assert.That(answer.IsSuccessStatusCode, Is.True);
    }

    private string Place(string name) => Path.Combine(directory, name);

    private Task<(int Exit, string Said)> ExportAsync(params string[] words) => HostProcess.RunInAsync(directory, ["export", .. words, "--Store:Path", data]);
}

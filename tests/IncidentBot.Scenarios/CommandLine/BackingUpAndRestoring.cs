using System.Text.Json;
using IncidentBot.Scenarios.Api;

namespace IncidentBot.Scenarios.CommandLine;

public sealed class BackingUpAndRestoring
{
    private string directory = "";

    private string Data => Place("data");

    private string Backups => Place("backups");

    [SetUp]
    public async Task Make()
    {
        directory = Directory.CreateTempSubdirectory("incidentbot-").FullName;
        await using var host = RunningHost.Start(new Dictionary<string, string> { ["Store:Path"] = Data });
        using var client = host.Client();
        await client.SayAsync("declare Checkout is down");
        await client.SayAsync("INC-1 note \"the elephant is full\"");
    }

    [TearDown]
    public void Remove() => Directory.Delete(directory, recursive: true);

    [Test]
    public async Task A_running_server_is_asked_and_what_is_restored_serves_as_before()
    {
        using (var server = await HostProcess.ServeAsync(Data, HostProcess.FreePort()))
        {
            var made = await RunAsync("backup", "backups", "--Store:Path", Data);
            Assert.That(made.Exit, Is.Zero, made.Said);
            Assert.That(made.Said, Does.Match($"^{Backups}/incidentbot-[0-9]{{8}}-[0-9]{{6}}Z: [0-9]+ entries of 2 timelines and 0 files, [0-9.]+ KB, verified\\.\n$"));
            using var client = Client(server.Address);
            await client.SayAsync("declare Recorded afterwards");
            Assert.That(await server.EndAsync(), Is.Zero, server.Said);
        }

        var restored = await RunAsync("restore", Directory.GetDirectories(Backups).Single(), "--Store:Path=restored");
        Assert.That(restored.Exit, Is.Zero, restored.Said);
        Assert.That(restored.Said, Does.Match(
            $"^Restored [0-9]+ entries of 2 timelines and 0 files up to [0-9-]{{10}} [0-9:]{{5}} UTC into {Place("restored")}, and verified them\\. "
            + $"The first start builds lists and search anew\\. Start it: incidentbot serve --Store:Path={Place("restored")}\n$"));
        Assert.That((await RunAsync("verify", "--Store:Path", Place("restored"))).Said, Does.Contain("every chain is intact"));

        using var again = await HostProcess.ServeAsync(Place("restored"), HostProcess.FreePort());
        using var reader = Client(again.Address);
        var listed = (await reader.ReadAsync("/api/incidents")).Json.GetProperty("incidents").EnumerateArray().Select(incident => incident.Text("title"));
        Assert.That(listed, Is.EqualTo(new[] { "Checkout is down" }));
        Assert.That(await FoundAsync(reader, "elephant"), Is.EqualTo(1));
        await reader.SayAsync("INC-1 note \"and another elephant\"");
        Assert.That(await FoundAsync(reader, "elephant"), Is.EqualTo(2));
    }

    [Test]
    public async Task Without_a_server_it_is_done_at_once_also_when_one_was_killed()
    {
        var made = await RunAsync("backup", Backups, "--Store:Path", Data);
        Assert.That(made.Exit, Is.Zero, made.Said);
        using (var server = await HostProcess.ServeAsync(Data, HostProcess.FreePort())) server.Kill();
        Assert.That(File.Exists(Path.Combine(Data, "server.json")), Is.True, "it could not take its note away");
        made = await RunAsync("backup", Backups, "--Store:Path", Data);
        Assert.That(made.Exit, Is.Zero, made.Said);
        Assert.That(Directory.GetDirectories(Backups), Has.Length.EqualTo(2));
        Assert.That((await RunAsync("verify", "--Store:Path", Data)).Said, Does.Contain("every chain is intact"));
    }

    [Test]
    public async Task A_running_server_leaves_word_for_its_own_account_alone()
    {
        var note = Path.Combine(Data, "server.json");
        var tokens = new List<string?>();
        for (var start = 0; start < 2; start++)
        {
            using var server = await HostProcess.ServeAsync(Data, HostProcess.FreePort());
            var told = JsonDocument.Parse(await File.ReadAllTextAsync(note)).RootElement;
            Assert.That(new Uri(told.Text("address")!), Is.EqualTo(server.Address));
            Assert.That(told.Text("token"), Has.Length.GreaterThanOrEqualTo(64));
            if (!OperatingSystem.IsWindows()) Assert.That(File.GetUnixFileMode(note), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
            tokens.Add(told.Text("token"));
            await server.EndAsync();
            Assert.That(File.Exists(note), Is.False);
        }
        Assert.That(tokens, Is.Unique);
    }

    [Test]
    public async Task Line_and_export_find_the_server_of_the_settings_by_themselves()
    {
        await File.WriteAllTextAsync(Place("appsettings.json"), """{ "Store": { "Path": "data" } }""");
        using var server = await HostProcess.ServeAsync(Data, HostProcess.FreePort());
        Assert.That(await RunAsync("line", "declare Another one", "--by", "ana"), Is.EqualTo((0, "INC-2 is declared: SEV3 “Another one”. Its room is open.\n")));
        Assert.That(await RunAsync("export", "INC-2"), Is.EqualTo((0, $"{Place("INC-2-review.md")}: review as markdown of INC-2, given by the server at {server.Address.ToString().TrimEnd('/')}.\n")));
        Assert.That(await File.ReadAllTextAsync(Place("INC-2-review.md")), Does.Contain("Another one"));
    }

    [Test]
    public async Task What_cannot_be_backed_up_is_a_sentence()
    {
        var within = Path.Combine(Data, "backups");
        var refusal = $"{within} lies in the data directory {Data}: what harms one would harm the other. Name a directory outside of it, on another disk.\n";
        Assert.That(await RunAsync("backup"), Is.EqualTo((1, "Where to? Name a directory: backup /mnt/backups.\n")));
        Assert.That(await RunAsync("backup", "--Store:Path", Data), Is.EqualTo((1, "Where to? Name a directory: backup /mnt/backups.\n")));
        Assert.That(await RunAsync("backup", "backups", "--Store:Path", Place("nowhere")), Is.EqualTo((1, $"There is no data directory {Place("nowhere")}. Say where it is: --Store:Path=…\n")));
        Assert.That(await RunAsync("backup", within, "--Store:Path", Data), Is.EqualTo((1, refusal)));
        using var server = await HostProcess.ServeAsync(Data, HostProcess.FreePort());
        Assert.That(await RunAsync("backup", within, "--Store:Path", Data), Is.EqualTo((1, refusal)));
        File.Delete(Path.Combine(Data, "server.json"));
        var (exit, said) = await RunAsync("backup", "backups", "--Store:Path", Data);
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(said, Does.Contain("is in use by another process").And.EndWith($"The server that runs on it could not be asked for the backup: {Path.Combine(Data, "server.json")} does not say where it answers.\n"));
    }

    [Test]
    public async Task What_cannot_be_restored_is_a_sentence()
    {
        Assert.That(await RunAsync("restore"), Is.EqualTo((1, "Which backup? Name its directory: restore /mnt/backups/incidentbot-20261125-104200Z.\n")));
        Assert.That(await RunAsync("restore", "nowhere", "--Store:Path=new"), Is.EqualTo((1, $"There is no directory {Place("nowhere")}.\n")));
        await RunAsync("backup", Backups, "--Store:Path", Data);
        var backup = Directory.GetDirectories(Backups).Single();
        Assert.That(await RunAsync("restore", Backups, "--Store:Path=new"), Is.EqualTo((1, $"{Backups} holds backups and is none itself. The newest one: incidentbot restore {backup}\n")));
        Assert.That(await RunAsync("restore", backup, "--Store:Path", Data), Is.EqualTo((1, $"{Data} is not empty, and a restore begins in an empty directory. Move away what is there, or name another one: --Store:Path=<an empty directory>\n")));
        using var server = await HostProcess.ServeAsync(Data, HostProcess.FreePort());
        var (exit, said) = await RunAsync("restore", backup, "--Store:Path", Data);
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(said, Does.StartWith($"The data directory {Data} is in use by another process. One IncidentBot at a time can have it: stop the other, or set Store:Path to another directory."));
        Assert.That(Directory.Exists(Place("new")), Is.False);
    }

    private static async Task<int> FoundAsync(HttpClient client, string word) => (await client.ReadAsync($"/api/search?q={word}")).Json.GetProperty("hits").GetArrayLength();

    private static HttpClient Client(Uri address) => new() { BaseAddress = address };

    private string Place(string name) => Path.Combine(directory, name);

    private Task<(int Exit, string Said)> RunAsync(params string[] words) => HostProcess.RunInAsync(directory, words);
}

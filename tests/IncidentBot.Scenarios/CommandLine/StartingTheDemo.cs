using System.Net;
using System.Net.Sockets;

namespace IncidentBot.Scenarios.CommandLine;

public sealed class StartingTheDemo
{
    private const string Played = "The demo has been played.";

    private string directory = "";

    [SetUp]
    public void Make() => directory = Directory.CreateTempSubdirectory("incidentbot-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(directory, recursive: true);

    [Test]
    public async Task It_says_where_to_look_when_the_usual_port_is_taken_and_leaves_nothing_behind()
    {
        using var taken = Take(5080);
        using var demo = await HostProcess.SayingAsync(Played, directory, "demo", "--fast");
        var address = Address(demo);
        Assert.That(address.Port, Is.Not.EqualTo(5080));
        Assert.That(demo.Said, Does.StartWith($"Open {address.ToString().TrimEnd('/')} and watch. Type your name and join in. (Port 5080 is taken by another program.)\n"));
        using (var client = new HttpClient { BaseAddress = address })
            Assert.That(await client.GetStringAsync("/api/incidents/INC-1"), Does.Contain("\"stage\":\"closed\""));
        Assert.That(Directory.GetDirectories(directory, "incidentbot-demo-*"), Has.Length.EqualTo(1));
        Assert.That(await demo.EndAsync(), Is.Zero, demo.Said);
        Assert.That(Directory.GetFileSystemEntries(directory, "*incidentbot-demo*"), Is.Empty);
        Assert.That(Directory.Exists(Path.Combine(directory, "data")), Is.False);
    }

    [Test]
    public async Task What_is_to_be_kept_is_kept_and_can_be_verified()
    {
        var kept = Path.Combine(directory, "kept");
        using var demo = await HostProcess.SayingAsync(Played, directory, "demo", "--fast", "--keep", kept, "--Listen=http://127.0.0.1:0");
        await demo.EndAsync();
        Assert.That(demo.Said, Does.EndWith($"The demo's timeline is kept. Serve it with --Store:Path={kept}\n"));
        Assert.That((await HostProcess.RunAsync("verify", "--Store:Path", kept)).Said, Does.Contain("every chain is intact"));

        var again = await HostProcess.RunAsync("demo", "--keep", kept);
        Assert.That(again, Is.EqualTo((1, $"The directory {kept} is not empty, and a demo begins on a fresh timeline. Name a new one.\n")));
    }

    [Test]
    public async Task It_begins_by_itself_at_human_pace()
    {
        using var demo = await HostProcess.SayingAsync("Open http://127.0.0.1:", directory, "demo", "--Listen=http://127.0.0.1:0");
        using var client = new HttpClient { BaseAddress = Address(demo) };
        var waited = DateTimeOffset.UtcNow;
        while (await client.GetStringAsync("/api/incidents") is var list && !list.Contains("Billing API is slow", StringComparison.Ordinal))
        {
            Assert.That(DateTimeOffset.UtcNow - waited, Is.LessThan(TimeSpan.FromMinutes(2)), list);
            await Task.Delay(500);
        }
        Assert.That(DateTimeOffset.UtcNow - waited, Is.GreaterThan(TimeSpan.FromSeconds(10)), "nobody could follow it");
        Assert.That(await demo.EndAsync(), Is.Zero, demo.Said);
    }

    [Test]
    public async Task It_is_never_played_on_a_timeline_that_is_in_use()
    {
        var (exit, said) = await HostProcess.RunAsync("demo", "--Store:Path", directory);
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(said, Is.EqualTo("A demo is played on a fresh timeline of its own, never on yours. Leave Store:Path away; --keep <directory> keeps what was played.\n"));
    }

    [Test]
    public async Task A_file_is_no_place_for_it()
    {
        var file = Path.Combine(directory, "file");
        await File.WriteAllTextAsync(file, "");
        Assert.That(await HostProcess.RunAsync("demo", "--keep", file), Is.EqualTo((1, $"{file} is a file. Name a directory for the demo's timeline.\n")));
    }

    // Whoever holds it already serves as well.
    private static TcpListener Take(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
        }
        catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            Assert.That(listener.Server.IsBound, Is.False);
        }
        return listener;
    }

    private static Uri Address(HostProcess demo) => new(demo.Said[demo.Said.IndexOf("http://", StringComparison.Ordinal)..].Split(' ')[0]);
}

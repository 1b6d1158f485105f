using System.Net;
using System.Net.Sockets;
using IncidentBot.Scenarios.Api;

namespace IncidentBot.Scenarios.CommandLine;

public sealed class ExitCodesAndSentences
{
    private string directory = "";

    [SetUp]
    public void Make() => directory = Directory.CreateTempSubdirectory("incidentbot-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(directory, recursive: true);

    [Test]
    public async Task An_unknown_word_is_told_what_there_is()
    {
        var (exit, said) = await HostProcess.RunAsync("verfy");
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(said, Does.StartWith("I do not know “verfy”. Did you mean verify?"));
    }

    [Test]
    public async Task An_unknown_setting_is_told_the_nearest()
    {
        var (exit, said) = await HostProcess.RunAsync("serve", "--Stor:Path=x");
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(said, Does.Contain("There is no such setting. The nearest is Store."));
    }

    [Test]
    public async Task A_setting_without_its_value_is_told_so()
    {
        var (exit, said) = await HostProcess.RunAsync("--Store:Path");
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(said, Does.Contain("The value is missing. Write --Store:Path=…."));
    }

    [Test]
    public async Task An_address_open_to_the_network_is_refused_before_listening()
    {
        var (exit, said) = await HostProcess.RunAsync("--Listen=http://0.0.0.0:0", "--Store:Path", directory);
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(said, Does.Contain("it could not ask who is there: sign-in is not set up.").And.Not.Contain("Now listening"));
    }

    [Test]
    public async Task A_port_in_use_is_a_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var (exit, said) = await HostProcess.RunAsync($"--Listen=http://{taken.LocalEndpoint}", "--Store:Path", directory);
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(said, Does.Contain("Stop the program that uses it, or set Listen to another port").And.Not.Contain("   at "));
    }

    [Test]
    public async Task A_data_directory_that_cannot_be_written_is_a_sentence()
    {
        var file = Path.Combine(directory, "file");
        await File.WriteAllTextAsync(file, "");
        var (exit, said) = await HostProcess.RunAsync("--Listen=http://127.0.0.1:0", "--Store:Path", Path.Combine(file, "data"));
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(said, Does.Contain("cannot be used").And.Not.Contain("   at "));
    }

    [Test]
    public async Task A_line_is_said_to_a_running_server_and_a_second_server_on_its_data_is_refused()
    {
        using var server = await HostProcess.ServeAsync(directory, HostProcess.FreePort());
        var url = server.Address.ToString();
        Assert.That(await HostProcess.RunAsync("line", "declare Checkout is down", "--by", "ana", "--url", url), Is.EqualTo((0, "INC-1 is declared: SEV3 “Checkout is down”. Its room is open.\n")));
        Assert.That((await HostProcess.RunAsync("line", "note full", "--by", "ana", "--room", "INC-1", "--url", url)).Exit, Is.Zero);
        var (refused, why) = await HostProcess.RunAsync("line", "@ana note", "--url", url);
        Assert.That(refused, Is.EqualTo(2));
        Assert.That(why, Does.StartWith("I do not know “@ana”."));

        var (second, said) = await HostProcess.RunAsync("--Listen=http://127.0.0.1:0", "--Store:Path", directory);
        Assert.That(second, Is.EqualTo(1));
        Assert.That(said, Does.Contain(directory).And.Not.Contain("   at "));
    }

    [Test]
    public async Task Verify_tells_whether_everything_is_as_it_was_recorded()
    {
        await using (var host = RunningHost.Start(new Dictionary<string, string> { ["Store:Path"] = directory }))
        {
            using var client = host.Client();
            await client.DeclareAsync();
        }
        var all = await HostProcess.RunAsync("verify", "--Store:Path", directory);
        Assert.That(all.Exit, Is.Zero, all.Said);
        Assert.That(all.Said, Does.Contain("every chain is intact"));
        var one = await HostProcess.RunAsync("verify", "INC-1", "--Store:Path", directory);
        Assert.That(one.Exit, Is.Zero, one.Said);
        Assert.That(one.Said, Does.StartWith("INC-1: ").And.Contains("chain intact"));
    }

    [Test]
    public async Task A_damaged_store_is_a_sentence_that_says_how_to_restore()
    {
        await using (var host = RunningHost.Start(new Dictionary<string, string> { ["Store:Path"] = directory }))
        {
            using var client = host.Client();
            for (var n = 0; n < 20; n++) await client.DeclareAsync();
        }
        var data = Path.Combine(directory, "timeline.db");
        await File.WriteAllBytesAsync(data, [.. Enumerable.Repeat((byte)0x5A, (int)new FileInfo(data).Length)]);
        foreach (var command in new[] { "serve", "verify" })
        {
            var (exit, said) = await HostProcess.RunAsync(command, "--Listen=http://127.0.0.1:0", "--Store:Path", directory);
            Assert.That(exit, Is.EqualTo(1));
            Assert.That(said, Does.Contain("is damaged").And.Contains("restore the last backup beside it: `incidentbot restore <backup> --Store:Path=<an empty directory>`, then `incidentbot verify --Store:Path=<that directory>`").And.Not.Contain("   at "));
        }
    }

    [TestCase("INC-77", "There is no INC-77. Look at the list of incidents.")]
    [TestCase("kitchen", "“kitchen” is no incident's number; they look like INC-42.")]
    public async Task Verify_of_what_is_not_there_is_a_sentence(string incident, string sentence) =>
        Assert.That(await HostProcess.RunAsync("verify", incident, "--Store:Path", directory), Is.EqualTo((1, sentence + "\n")));

    [Test]
    public async Task Verify_without_its_data_is_a_sentence()
    {
        var (exit, said) = await HostProcess.RunAsync("verify", "--Store:Path", Path.Combine(directory, "nowhere"));
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(said, Does.StartWith($"There is no data directory {directory}/nowhere. Say where it is: --Store:Path=…"));
    }

    [Test]
    public async Task A_line_without_a_server_is_a_sentence()
    {
        var (exit, said) = await HostProcess.RunAsync("line", "list", "--url", $"http://127.0.0.1:{HostProcess.FreePort()}");
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(said, Does.StartWith("No IncidentBot answers at http://127.0.0.1:").And.Contains("Start one with `incidentbot serve`, or say where it is with --url."));
    }

    [Test]
    public async Task A_settings_file_that_is_not_JSON_is_told_with_its_line()
    {
        await File.WriteAllTextAsync(Path.Combine(directory, "appsettings.json"), "{\n  \"Store\": {\n    \"Path\" \"x\"\n  }\n}");
        var (exit, said) = await HostProcess.RunInAsync(directory, "serve");
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(said, Does.Contain("The file is not JSON: something is wrong in line 3, at character 12."));
    }
}

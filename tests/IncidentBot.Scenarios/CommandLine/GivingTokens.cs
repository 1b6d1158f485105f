using IncidentBot.Scenarios.Api;

namespace IncidentBot.Scenarios.CommandLine;

public sealed class GivingTokens
{
    private string directory = "";

    [SetUp]
    public void Make() => directory = Directory.CreateTempSubdirectory("incidentbot-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(directory, recursive: true);

    [Test]
    public async Task They_are_made_listed_and_revoked_without_a_server_and_open_the_one_that_starts_then()
    {
        var made = await RunAsync("make", "deploy-bot", "--scope", "read,lines", "--for", "90d");
        Assert.That(made.Exit, Is.Zero, made.Said);
        Assert.That(made.Said, Does.Match(@"^.+ made the token deploy-bot, which opens read and lines until .+\. It is told this once; keep it where only its program finds it:\nib_[0-9a-f]{12}_[A-Za-z0-9_-]{43}\n$"));
        var again = await RunAsync("make", "deploy-bot", "--scope", "read");
        Assert.That(again.Exit, Is.EqualTo(2));
        Assert.That(again.Said, Does.StartWith("There is a token deploy-bot already;"));
        Assert.That((await RunAsync("make", "other", "--scope", "kitchen")).Said, Does.StartWith("“kitchen” is no scope. There are read, lines, alerts, gate and admin."));
        Assert.That((await RunAsync("list")).Said, Does.StartWith("deploy-bot (").And.Not.Contain("ib_"));

        var token = made.Said.TrimEnd().Split('\n')[^1];
        using (var server = await HostProcess.ServeAsync(directory, HostProcess.FreePort()))
        {
            using var client = new HttpClient { BaseAddress = server.Address };
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);
            Assert.That((await client.PostAsync("/api/lines", new { line = "declare Checkout is down" })).Json.Text("reply"), Does.StartWith("INC-1 is declared"));
            var line = await HostProcess.RunAsync("line", "INC-1 note x", "--url", server.Address.ToString(), "--token", token);
            Assert.That((line.Exit, line.Said), Is.EqualTo((0, "deploy-bot noted: x.\n")));
            var wrong = await HostProcess.RunAsync("line", "INC-1 note x", "--url", server.Address.ToString(), "--token", "ib_x_y");
            Assert.That((wrong.Exit, wrong.Said), Is.EqualTo((1, "This needs a token of IncidentBot: send one that is valid as Authorization: Bearer ib_…. Admins make them on the page /tokens.\n")));
            var taken = await RunAsync("list", "--Listen", server.Address.ToString());
            Assert.That(taken.Exit, Is.EqualTo(1));
            Assert.That(taken.Said, Does.Contain("is in use by another process").And.EndsWith($"A server runs on it: open its page {server.Address}tokens, or say it there: incidentbot line \"token list …\"\n"));
        }
        Assert.That(await RunAsync("revoke", "deploy-bot", "--reason", "it leaked"), Is.EqualTo((0, $"{Environment.UserName} revoked the token deploy-bot, because it leaked.\n")));
        Assert.That((await RunAsync("list")).Said, Is.EqualTo("There are no tokens.\n"));
        Assert.That((await RunAsync("revoke", "deploy-bot")).Exit, Is.EqualTo(2));
    }

    [Test]
    public async Task What_cannot_be_done_is_a_sentence()
    {
        Assert.That((await RunAsync("make", "x")).Exit, Is.EqualTo(1));
        var elsewhere = Path.Combine(directory, "elsewhere");
        Assert.That(await HostProcess.RunAsync("token", "list", "--Store:Path", elsewhere), Is.EqualTo((1, $"There is no data directory {elsewhere}. Say where it is: --Store:Path=…\n")));
    }

    private Task<(int Exit, string Said)> RunAsync(params string[] words) => HostProcess.RunAsync(["token", .. words, "--Store:Path", directory]);
}

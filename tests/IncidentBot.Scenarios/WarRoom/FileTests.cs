using System.Net;
using System.Security.Cryptography;

namespace IncidentBot.Scenarios.WarRoom;

internal sealed class FileTests
{
    private RunningHost host = null!;
    private Visitor ana = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = RunningHost.Start(new Dictionary<string, string> { ["WarRoom:LargestFileMegabytes"] = "1" });
        ana = await Visitor.EnterAsync(host, "Ana");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        ana.Dispose();
        await host.DisposeAsync();
    }

    [Test]
    public async Task A_shared_file_comes_back_byte_for_byte_and_only_as_a_download()
    {
        var incident = await ana.DeclareAsync("Files");
        var bytes = RandomNumberGenerator.GetBytes(700_000);
        var shared = await ana.UploadAsync(incident, "../../logs <1>.html", bytes, "text/html");
        var link = (await ana.PageAsync($"/rooms/{incident}")).QuerySelector("a.file")!;

        using var file = await ana.GetAsync(link.GetAttribute("href")!);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(shared.Outcome, Is.EqualTo("done"));
            Assert.That(link.TextContent, Does.Contain("logs <1>.html").And.Not.Contain(".."));
            Assert.That(await file.Content.ReadAsByteArrayAsync(), Is.EqualTo(bytes));
            Assert.That(file.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/octet-stream"));
            Assert.That(file.Content.Headers.ContentDisposition?.DispositionType, Is.EqualTo("attachment"));
            Assert.That(file.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
            Assert.That(file.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("sandbox"));
        }
    }

    [Test]
    public async Task A_file_above_the_limit_is_refused_with_the_limit_and_nothing_is_kept()
    {
        var incident = await ana.DeclareAsync("Large files");
        var answer = await ana.UploadAsync(incident, "core.dump", new byte[(1024 * 1024) + 1]);
        var room = await ana.PageAsync($"/rooms/{incident}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Outcome, Is.EqualTo("refused"));
            Assert.That(answer.Html, Does.Contain("1 MB"));
            Assert.That(room.QuerySelector("a.file"), Is.Null);
        }
    }

    [Test]
    public async Task An_upload_without_a_file_is_refused_in_words()
    {
        var answer = await ana.PostAsync("/rooms/general/files", ("file", "not a file"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Outcome, Is.EqualTo("refused"));
            Assert.That(answer.Html, Does.Contain("no file"));
        }
    }

    [TestCase("/files/0000?room=general&entry=1")]
    [TestCase("/files/0000?room=INC-777&entry=1")]
    [TestCase("/files/..%2f..%2fsettings?room=general&entry=1")]
    [TestCase("/files/0000")]
    public async Task A_file_that_was_not_shared_there_is_not_found(string path)
    {
        using var answer = await ana.GetAsync(path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }
}

using System.Net;
using IncidentBot.Ports;
using IncidentBot.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace IncidentBot.Scenarios.Api;

public sealed class ErrorsWithSentences : ApiScenario
{
    [Test]
    public async Task A_method_that_is_not_open_is_405()
    {
        using var answer = await Client.DeleteAsync(new Uri("/api/lines", UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("DELETE is not possible here; this address takes POST."));
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
    }

    [Test]
    public async Task A_request_that_is_too_large_is_413()
    {
        var (status, problem) = await Client.PostTextAsync("/api/lines", $$"""{"line":"{{new string('x', 300_000)}}"}""");
        Assert.That(status, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That(problem.Text("detail"), Is.EqualTo("The request is too large; 256 KiB are allowed here. Attach long texts as a file, and link to large files."));
    }

    [TestCase("text/plain")]
    [TestCase("application/x-www-form-urlencoded")]
    public async Task What_a_form_could_send_is_415(string type)
    {
        var (status, problem) = await Client.PostTextAsync("/api/lines", """{"line":"list","by":"ana"}""", type);
        Assert.That((status, problem.Text("detail")), Is.EqualTo((HttpStatusCode.UnsupportedMediaType, "Send JSON, with Content-Type: application/json.")));
    }

    [Test]
    public async Task A_store_that_has_stopped_is_503_with_its_sentence()
    {
        await using var store = new InMemoryTimelineStore(TimeProvider.System);
        await using var host = RunningHost.Start(services: services => services.AddSingleton<ITimelineStore>(store));
        using var client = host.Client();
        await client.DeclareAsync();
        store.Fence("The disk is full. Make room and start IncidentBot again.");

        var (status, problem) = await client.PostAsync("/api/lines", new { line = "declare Another", by = "ana" });
        var (ready, health) = await client.ReadAsync("/health/ready");
        Assert.That((status, problem.Text("detail")), Is.EqualTo((HttpStatusCode.ServiceUnavailable, "The disk is full. Make room and start IncidentBot again.")));
        Assert.That((ready, health.Text("sentence")), Is.EqualTo((HttpStatusCode.ServiceUnavailable, "The disk is full. Make room and start IncidentBot again.")));
        Assert.That((await client.ReadAsync("/health/live")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task What_was_not_foreseen_is_500_with_a_sentence_and_no_details()
    {
        var seals = new Mock<ISealBook>();
        seals.Setup(book => book.ReadAsync(It.IsAny<CancellationToken>())).Throws(new InvalidOperationException("secret"));
        await using var host = RunningHost.Start(
            new Dictionary<string, string> { ["Logging:LogLevel:Default"] = "None" }, services: services => services.AddSingleton(seals.Object));
        using var client = host.Client();

        var (status, problem) = await client.PostAsync("/api/lines", new { line = "verify", by = "ana" });
        Assert.That(status, Is.EqualTo(HttpStatusCode.InternalServerError));
        Assert.That(problem.Text("detail"), Is.EqualTo("Something went wrong that was not foreseen; the log has it. What was answered before is safe."));
        Assert.That(problem.ToString(), Does.Not.Contain("secret"));
    }

    [Test]
    public async Task A_form_that_cannot_be_read_is_400()
    {
        using var form = new StringContent("name=%00", System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await Client.PostAsync(new Uri("/who", UriKind.Relative), form);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("The form holds characters that cannot be read"));
    }
}

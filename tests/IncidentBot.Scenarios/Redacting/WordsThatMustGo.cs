using System.Net;
using System.Text;
using IncidentBot.Host.Workers.Retention;
using IncidentBot.Ports;
using IncidentBot.Scenarios.WarRoom;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Scenarios.Redacting;

public sealed class WordsThatMustGo
{
    private const string Secret = "xq7-the-card-number-is-4111-1111-1111-1111";

    private RunningHost host = null!;
    private Visitor ana = null!;
    private Visitor ben = null!;

    [SetUp]
    public async Task Start()
    {
        host = RunningHost.Start();
        ana = await Visitor.EnterAsync(host, "Ana");
        ben = await Visitor.EnterAsync(host, "Ben");
    }

    [TearDown]
    public async Task Stop()
    {
        ana.Dispose();
        ben.Dispose();
        await host.DisposeAsync();
    }

    [Test]
    public async Task A_redacted_message_leaves_open_pages_every_page_and_the_disk()
    {
        var incident = await ana.DeclareAsync("Checkout is down");
        await ana.PressAsync(incident, $"{incident} role claim commander");
        using var stream = await ben.StreamAsync($"/rooms/{incident}/events?after=0");
        var said = await ben.SayAsync(incident, $"DECISION: {Secret}");
        await ben.PressAsync(incident, $"{incident} pin {said.Entry}");
        await stream.UntilAsync("4111");

        var answer = await ana.PressAsync(incident, $"{incident} redact {said.Entry} \"a customer's card number\"");

        Assert.That(answer.Outcome, Is.EqualTo("done"), answer.Html);
        await stream.UntilAsync("Redacted.");
        foreach (var path in new[] { $"/rooms/{incident}", $"/incidents/{incident}", $"/incidents/{incident}?all=true", $"/incidents/{incident}/review", $"/incidents/{incident}/review.md", $"/incidents/{incident}/review.json", $"/api/incidents/{incident}/timeline?by=Ana", $"/search?q=4111", $"/incidents/{incident}/replay?at=%23{said.Entry}" })
        {
            using var page = await ana.GetAsync(path);
            Assert.That(await page.Content.ReadAsStringAsync(), Does.Not.Contain("xq7-the-card"), path);
        }
        var room = await ana.PageAsync($"/rooms/{incident}");
        Assert.That(room.QuerySelector($"#e-{said.Entry} .removed")!.TextContent, Is.EqualTo("Redacted."));
        Assert.That((await ana.PressAsync(incident, $"{incident} verify")).Html, Does.Contain("intact"));
        Assert.That(await OnDiskAsync("xq7-the-card"), Is.Empty);
    }

    [Test]
    public async Task A_redacted_file_is_gone_unless_somebody_else_shared_it_too()
    {
        var first = await ana.DeclareAsync("One");
        var second = await ana.DeclareAsync("Two");
        var (mine, both) = (Encoding.UTF8.GetBytes("xq8-only-here"), Encoding.UTF8.GetBytes("xq9-in-both"));
        var alone = await ben.UploadAsync(first, "customers.csv", mine);
        var shared = await ben.UploadAsync(first, "graph.csv", both);
        var elsewhere = await ana.UploadAsync(second, "same.csv", both);
        await Eventually(async () => (await host.Services.GetRequiredService<ITimelineStore>().ReadRowsAsync(new RowQuery(FileShredder.Table, 0, long.MaxValue, 10))).Count == 3);
        var address = (await ana.PageAsync($"/rooms/{first}")).QuerySelector($"#e-{alone.Entry} a.file")!.GetAttribute("href")!;

        await ben.PressAsync(first, $"{first} redact {alone.Entry} \"names of customers\"");
        await ben.PressAsync(first, $"{first} redact {shared.Entry} \"not meant for here\"");

        using var gone = await ana.GetAsync(address);
        Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        var still = (await ana.PageAsync($"/rooms/{second}")).QuerySelector($"#e-{elsewhere.Entry} a.file")!.GetAttribute("href")!;
        using var kept = await ana.GetAsync(still);
        Assert.That(await kept.Content.ReadAsStringAsync(), Is.EqualTo("xq9-in-both"));
        Assert.That(await OnDiskAsync("xq8-only-here", "customers.csv", "graph.csv"), Is.Empty);
    }

    [Test]
    public async Task Whoever_pastes_a_secret_is_asked_at_once_and_a_press_redacts_it()
    {
        var incident = await ana.DeclareAsync("Secrets");
        var answer = await ben.SayAsync(incident, "use AKIA" + "IOSFODNN7EXAMPLE");
        Assert.That(answer.Body.TextContent, Does.Contain("This looks like an AWS access key."));
        var line = $"{incident} redact {answer.Entry} \"a secret was pasted\"";
        var offer = answer.Body.QuerySelectorAll("button").Single(button => button.TextContent == "Redact");
        Assert.That(System.Text.Json.JsonDocument.Parse(offer.GetAttribute("hx-vals")!).RootElement.GetProperty("line").GetString(), Is.EqualTo(line));
        Assert.That((await ben.PressAsync(incident, line)).Outcome, Is.EqualTo("done"));
        Assert.That((await ana.PageAsync($"/rooms/{incident}")).Body!.TextContent, Does.Not.Contain("IOSFODNN7"));
    }

    [Test]
    public async Task What_ended_long_ago_leaves_for_its_bundle_and_is_retired_once()
    {
        var incident = await ana.DeclareAsync("xq7 old trouble");
        await ben.SayAsync(incident, Secret);
        await ana.PressAsync(incident, $"{incident} cancel \"xq7 a false alarm\"");
        var held = await ana.DeclareAsync("Held");
        await ana.PressAsync(held, $"{held} cancel \"kept for the court\"");
        await ana.PressAsync(held, $"{held} hold \"a court asks\"");
        var directory = Directory.CreateTempSubdirectory("incidentbot-retired-").FullName;
        try
        {
            var worker = host.Services.GetRequiredService<RetentionWorker>();
            Assert.That(await worker.RetireAsync(DateTimeOffset.UtcNow.AddMinutes(1), directory, CancellationToken.None), Is.EqualTo(1));
            Assert.That(await worker.RetireAsync(DateTimeOffset.UtcNow.AddMinutes(1), directory, CancellationToken.None), Is.Zero);

            Assert.That(Directory.GetFiles(directory).Select(Path.GetFileName).Single(), Does.Match($"^{incident}-[0-9]+-[0-9]+[.]zip$"));
            Assert.That((await ana.PageAsync($"/incidents/{incident}")).Body!.TextContent, Does.Contain("retired the incident").And.Not.Contain("xq7"));
            Assert.That((await ana.PageAsync($"/incidents/{held}")).Body!.TextContent, Does.Contain("kept for the court"));
            Assert.That(await OnDiskAsync("xq7"), Is.Empty);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    // The read models and the search index follow behind; once they have caught up and the host is stopped nothing may be left anywhere.
    private async Task<IReadOnlyList<string>> OnDiskAsync(params string[] texts)
    {
        var index = host.Services.GetRequiredService<ISearchIndex>();
        await Eventually(async () => await index.CaughtUpAsync(host.Services.GetRequiredService<ITimelineStore>().Health.DurablePosition));
        await host.StopAsync();
        return [.. Directory.EnumerateFiles(host.Directory, "*", SearchOption.AllDirectories)
            .Where(file => File.ReadAllBytes(file) is var bytes && texts.Any(text => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0))];
    }

    private static async Task Eventually(Func<Task<bool>> holds)
    {
        for (var look = 0; look < 100 && !await holds(); look++) await Task.Delay(50);
        Assert.That(await holds(), Is.True);
    }
}

using System.Net;
using IncidentBot.Host.Workers.Backups;
using IncidentBot.Ports;
using IncidentBot.Scenarios.Api;
using IncidentBot.Scenarios.WarRoom;
using IncidentBot.Scenarios.Workers;
using IncidentBot.Stores.Backups;
using IncidentBot.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Scenarios.Backups;

public sealed class ScheduledBackups
{
    private string directory = "";

    private string Shelf => Path.Combine(directory, "backups");

    [SetUp]
    public void Make() => directory = Directory.CreateTempSubdirectory("incidentbot-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(directory, recursive: true);

    [Test]
    public async Task One_is_made_whenever_the_newest_has_grown_old_and_the_oldest_go()
    {
        var clock = new FakeTimeProvider(Workshop.Noon);
        await using var host = Start(clock, place: "");
        var worker = Worker(host);
        foreach (var day in Enumerable.Range(0, 4))
        {
            Assert.That(await worker.LookAsync(new BackupShelf(Shelf), Shelf, default), Is.EqualTo(TimeSpan.FromDays(1)));
            clock.Advance(TimeSpan.FromHours(23));
            Assert.That(await worker.LookAsync(new BackupShelf(Shelf), Shelf, default), Is.EqualTo(TimeSpan.FromHours(1)));
            clock.Advance(TimeSpan.FromHours(1));
        }
        Assert.That(new BackupShelf(Shelf).Good(), Is.EqualTo(new[] { "incidentbot-20261126-120000Z", "incidentbot-20261125-120000Z" }));
        var made = await EventsAsync<BackupMade>(host);
        Assert.That(made.Select(backup => backup.Directory), Is.EqualTo(Enumerable.Range(23, 4).Select(day => $"incidentbot-202611{day}-120000Z")));
        Assert.That(made[^1].Bytes, Is.GreaterThan(8192));
    }

    [Test]
    public async Task A_restart_makes_none_that_is_not_due()
    {
        var clock = new FakeTimeProvider(Workshop.Noon);
        await using var host = Start(clock);
        await UntilAsync(host, async () => (await EventsAsync<BackupMade>(host)).Count == 1);
        await host.StopAsync();
        clock.Advance(TimeSpan.FromHours(23));
        host.StartAgain();
        Assert.That(await Worker(host).LookAsync(new BackupShelf(Shelf), Shelf, default), Is.EqualTo(TimeSpan.FromHours(1)));
        Assert.That(new BackupShelf(Shelf).Good(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task One_that_fails_is_told_to_everybody_and_to_whoever_looks_after_the_program()
    {
        await File.WriteAllTextAsync(Path.Combine(directory, "file"), "");
        var place = Path.Combine(directory, "file", "backups");
        await using var host = Start(new FakeTimeProvider(Workshop.Noon), place);
        using var client = host.Client();
        await UntilAsync(host, async () => (await EventsAsync<BackupFailed>(host)).Count > 0);
        await UntilAsync(host, async () => (await client.ReadAsync("/health/ready")).Json.Text("sentence")!.Contains("failed"));

        var (status, health) = await client.ReadAsync("/health/ready");
        Assert.That((status, health.Text("status")), Is.EqualTo((HttpStatusCode.OK, "ready")), "it can be worked with");
        Assert.That(health.Text("sentence"), Does.StartWith($"Everything recorded is safe, and the lists are up to date. The scheduled backup of 2026-11-23 12:00 UTC failed. Nothing could be kept in {place}: "));
        using var visitor = await Visitor.EnterAsync(host, "Ana");
        Assert.That((await visitor.PageAsync("/")).Body!.TextContent, Does.Contain($"could not make a backup. Nothing could be kept in {place}: "));

        File.Delete(Path.Combine(directory, "file"));
        await Worker(host).LookAsync(new BackupShelf(place), place, default);
        Assert.That((await client.ReadAsync("/health/ready")).Json.Text("sentence"), Is.EqualTo("Everything recorded is safe, and the lists are up to date."));
        Assert.That(new BackupShelf(place).Newest, Is.EqualTo(Workshop.Noon));
    }

    [Test]
    public async Task One_that_does_not_pass_its_verification_is_not_repeated_at_once_and_does_not_pile_up()
    {
        await using var host = Start(new FakeTimeProvider(Workshop.Noon), place: "");
        Directory.CreateDirectory(Path.Combine(host.Directory, "files"));
        await File.WriteAllTextAsync(Path.Combine(host.Directory, "files", new string('a', 64)), "another");
        for (var day = 0; day < 4; day++)
        {
            Assert.That(await Worker(host).LookAsync(new BackupShelf(Shelf), Shelf, default), Is.EqualTo(TimeSpan.FromDays(1)));
            host.Clock!.Advance(TimeSpan.FromDays(1));
        }
        Assert.That(Directory.GetDirectories(Shelf).Select(Path.GetFileName), Is.EquivalentTo(new[] { "incidentbot-20261125-120000Z.failed", "incidentbot-20261126-120000Z.failed" }));
    }

    [Test]
    public async Task What_goes_on_failing_is_told_once_a_day()
    {
        await using var shop = await Workshop.OpenAsync();
        var worker = shop.Worker<BackupWorker>();
        for (var hour = 0; hour < 25; hour++)
        {
            Assert.That(await worker.LookAsync(new BackupShelf(Shelf), Shelf, default), Is.EqualTo(TimeSpan.FromHours(1)));
            Assert.That(await shop.EventsAsync<BackupFailed>(0), Has.Count.EqualTo(hour < 24 ? 1 : 2));
            shop.Clock.Advance(TimeSpan.FromHours(1));
        }
        Assert.That((await shop.EventsAsync<BackupFailed>(0))[0].Because, Is.EqualTo("This timeline cannot be copied while it is in use. Use the tools of its database."));
    }

    private static BackupWorker Worker(RunningHost host) => host.Services.GetServices<IHostedService>().OfType<BackupWorker>().Single();

    private RunningHost Start(FakeTimeProvider clock, string? place = null) => RunningHost.Start(
        new Dictionary<string, string> { ["Backup:Directory"] = place ?? Shelf, ["Backup:Keep"] = "2", ["Seals:Every"] = "30d" }, clock);

    private static async Task<IReadOnlyList<T>> EventsAsync<T>(RunningHost host) where T : IncidentEvent =>
        [.. (await host.Services.GetRequiredService<ITimelineStore>().ReadStreamAsync(0, 0, ITimelineStore.LargestPage)).Select(entry => StoredEvents.Read(entry).Event).OfType<T>()];

    // The clock stands: only what the worker has begun is waited for.
    private static async Task UntilAsync(RunningHost host, Func<Task<bool>> isSo)
    {
        for (var tries = 0; !await isSo(); tries++)
        {
            Assert.That(tries, Is.LessThan(500), $"it never came; the clock says {host.Clock!.GetUtcNow():u}");
            await Task.Delay(20);
        }
    }
}

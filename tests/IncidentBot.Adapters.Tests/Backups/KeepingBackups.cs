using IncidentBot.Stores.Backups;

namespace IncidentBot.Adapters.Tests.Backups;

public sealed class KeepingBackups
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
    private readonly string directory = Directory.CreateTempSubdirectory("incidentbot-shelf-").FullName;

    private BackupShelf Shelf => new(directory);

    [TearDown]
    public void Empty()
    {
        foreach (var place in Directory.GetDirectories(directory)) Directory.Delete(place, recursive: true);
    }

    [OneTimeTearDown]
    public void Forget() => Directory.Delete(directory, recursive: true);

    [Test]
    public void The_newest_good_ones_are_kept()
    {
        foreach (var day in Enumerable.Range(1, 5)) Put($"incidentbot-202611{day:00}-030000Z");
        Put("incidentbot-20261105-030000Z-2");
        Assert.That(Shelf.Newest, Is.EqualTo(new DateTimeOffset(2026, 11, 5, 3, 0, 0, TimeSpan.Zero)));
        Assert.That(Shelf.Prune(keep: 3, Now), Is.EqualTo(new[] { "incidentbot-20261103-030000Z", "incidentbot-20261102-030000Z", "incidentbot-20261101-030000Z" }));
        Assert.That(Names(), Is.EqualTo(new[] { "incidentbot-20261104-030000Z", "incidentbot-20261105-030000Z", "incidentbot-20261105-030000Z-2" }));
    }

    [Test]
    public void What_did_not_pass_takes_no_good_ones_place_and_only_the_newest_of_it_is_kept()
    {
        Put("incidentbot-20261101-030000Z");
        Put("incidentbot-20261102-030000Z.failed");
        Put("incidentbot-20261103-030000Z.failed");
        Put("incidentbot-20261104-030000Z", whole: false);
        Shelf.Prune(keep: 1, Now);
        Assert.That(Shelf.Good(), Is.EqualTo(new[] { "incidentbot-20261101-030000Z" }));
        Assert.That(Names(), Is.EqualTo(new[] { "incidentbot-20261101-030000Z", "incidentbot-20261103-030000Z.failed", "incidentbot-20261104-030000Z" }));
    }

    [Test]
    public void What_dead_runs_left_is_removed_and_what_is_being_written_is_not()
    {
        foreach (var name in new[] { "a-living", "b-dead", "c-just-begun", "d-long-begun" }) Put($"incidentbot-20261101-03000{name[0] - 'a'}Z.partial", whole: false);
        string Partial(int at) => Path.Combine(directory, $"incidentbot-20261101-03000{at}Z.partial");
        using var writing = File.OpenHandle(Path.Combine(Partial(0), "writing.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        File.WriteAllText(Path.Combine(Partial(1), "writing.lock"), "");
        Directory.SetLastWriteTimeUtc(Partial(2), Now.UtcDateTime.AddMinutes(-1));
        Directory.SetLastWriteTimeUtc(Partial(3), Now.UtcDateTime.AddDays(-2));
        Shelf.Prune(keep: 1, Now);
        Assert.That(Names(), Is.EqualTo(new[] { "incidentbot-20261101-030000Z.partial", "incidentbot-20261101-030002Z.partial" }));
    }

    [Test]
    public void What_is_none_of_ours_stays_whatever_it_is()
    {
        foreach (var name in new[] { "photos", "incidentbot-notes", "incidentbot-20261399-030000Z" }) Put(name);
        Assert.That(Shelf.Newest, Is.Null);
        Assert.That(Shelf.Prune(keep: 1, Now), Is.Empty);
        Assert.That(Names(), Has.Count.EqualTo(3));
    }

    [Test]
    public void A_shelf_that_is_not_there_holds_nothing() => Assert.That(new BackupShelf(Path.Combine(directory, "nowhere")).Prune(1, Now), Is.Empty);

    private void Put(string name, bool whole = true)
    {
        Directory.CreateDirectory(Path.Combine(directory, name));
        if (whole) File.WriteAllText(Path.Combine(directory, name, "backup.json"), "{}");
    }

    private IReadOnlyList<string> Names() => [.. Directory.GetDirectories(directory).Select(place => Path.GetFileName(place)).Order(StringComparer.Ordinal)];
}

using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ReadingTheAudit
{
    private readonly DeskFixture at = new(DefaultPolicy.Create() with { Access = new AccessPolicy() });
    private readonly Person root = new(new PersonId("cli:root"), "root");
    private readonly Person uma = new(new PersonId("slack:T1/U1"), "Uma");

    private AuditBook Book => new(at.Store);

    [Test]
    public async Task It_holds_what_is_for_admins_the_newest_first_and_nothing_else()
    {
        await LiveAsync();
        Assert.That((await Book.ReadAsync(new AuditFilter(), null, 50, default)).Entries.Select(entry => entry.Sentence), Is.EqualTo(new[]
        {
            "Uma took bundle.zip of INC-1 away", "root revoked the token b", "root made the token b, which opens read", "root made the token a, which opens read",
        }));
    }

    [Test]
    public async Task It_is_narrowed_by_subject_person_and_time()
    {
        await LiveAsync();
        Assert.That(await CountAsync(new AuditFilter { Subject = AuditSubject.Exports }), Is.EqualTo(1));
        Assert.That(await CountAsync(new AuditFilter { Subject = AuditSubject.Rules }), Is.Zero);
        Assert.That(await CountAsync(new AuditFilter { Person = "ROOT" }), Is.EqualTo(3));
        Assert.That(await CountAsync(new AuditFilter { Person = "@uma" }) + await CountAsync(new AuditFilter { Person = "slack:T1/U1" }), Is.EqualTo(2));
        Assert.That(await CountAsync(new AuditFilter { Since = Story.Begin.AddMinutes(30) }), Is.EqualTo(1));
        Assert.That(await CountAsync(new AuditFilter { Until = Story.Begin.AddMinutes(30) }), Is.EqualTo(3));
    }

    [Test]
    public async Task Whom_an_entry_concerns_finds_it_too()
    {
        await at.Desk.RecordAsync(IncidentId.House, [new PrivateLooked(new IncidentId(7), uma, "web"), new AccountShutOut(new PersonId("sso:ben"), "Ben", "left")], Person.Bot, "worker", key: null);
        Assert.That(await CountAsync(new AuditFilter { Person = "uma", Subject = AuditSubject.Looks }), Is.EqualTo(1));
        Assert.That(await CountAsync(new AuditFilter { Person = "@ben", Subject = AuditSubject.SignIns }), Is.EqualTo(1));
        Assert.That(await CountAsync(new AuditFilter { Person = "ana" }), Is.Zero);
    }

    [Test]
    public async Task Pages_follow_each_other_without_a_gap_however_much_is_said_between()
    {
        await LiveAsync();
        for (var said = 0; said < 700; said++) await at.Say(uma, "hello", 0);
        await at.Hear(root, "token make c --scope read");
        var (seen, before) = (new List<int>(), (int?)null);
        for (var pages = 0; pages < 9; pages++)
        {
            var page = await Book.ReadAsync(new AuditFilter(), before, 2, default);
            seen.AddRange(page.Entries.Select(entry => entry.Number));
            before = page.Next;
            if (before is null) break;
        }
        Assert.That(seen, Is.EqualTo(await AllAsync(new AuditFilter())));
        Assert.That(seen, Has.Count.EqualTo(5));
    }

    [Test]
    public async Task The_same_file_taken_again_is_one_export()
    {
        await LiveAsync();
        var incident = (await at.Desk.FindAsync(new IncidentId(1), uma))!;
        await at.Desk.TakeAwayAsync(incident, "bundle.zip", uma, "web");
        Assert.That(await CountAsync(new AuditFilter { Subject = AuditSubject.Exports }), Is.EqualTo(1));
        await at.Hear(uma, "INC-1 note more");
        await at.Desk.TakeAwayAsync((await at.Desk.FindAsync(new IncidentId(1), uma))!, "bundle.zip", uma, "web");
        await at.Desk.TakeAwayAsync("audit.csv", uma, "web");
        Assert.That((await Book.ReadAsync(new AuditFilter { Subject = AuditSubject.Exports }, null, 9, default)).Entries.Select(entry => entry.Event.Sentence),
            Is.EqualTo(new[] { "took audit.csv away", "took bundle.zip of INC-1 away", "took bundle.zip of INC-1 away" }));
    }

    [Test]
    public async Task Who_may_not_read_it_learns_nothing_of_it_by_way_of_its_number()
    {
        await LiveAsync();
        var page = await Book.ReadAsync(new AuditFilter(), null, 1, default);
        var pinned = await at.Hear(uma, $"pin {page.Entries[0].Number}");
        Assert.That(pinned.Text, Is.EqualTo($"There is no entry {page.Entries[0].Number} on this timeline."));
        Assert.That(await at.Desk.MayReadAsync(uma, page.Entries[0]), Is.False);
        Assert.That(await at.Desk.MayReadAsync(root, page.Entries[0]), Is.True);
    }

    private async Task LiveAsync()
    {
        await at.Hear(root, "token make a --scope read");
        await at.Hear(root, "token make b --scope read");
        await at.Say(uma, "hello", 0);
        await at.Hear(root, "token revoke b");
        await at.Hear(uma, "declare Checkout is down");
        at.Clock.Now = Story.Begin.AddHours(1);
        await at.Desk.TakeAwayAsync((await at.Desk.FindAsync(new IncidentId(1), uma))!, "bundle.zip", uma, "web");
    }

    private async Task<int> CountAsync(AuditFilter filter) => (await AllAsync(filter)).Count;

    private async Task<IReadOnlyList<int>> AllAsync(AuditFilter filter)
    {
        var numbers = new List<int>();
        await foreach (var entry in Book.AllAsync(filter, default)) numbers.Add(entry.Number);
        Assert.That((await Book.ReadAsync(filter, null, 500, default)).Entries.Select(entry => entry.Number), Is.EqualTo(numbers));
        return numbers;
    }
}

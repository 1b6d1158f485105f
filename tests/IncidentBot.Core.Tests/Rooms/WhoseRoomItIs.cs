using IncidentBot.Ports;
using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

public sealed class WhoseRoomItIs
{
    private readonly InMemoryTimelineStore store = new(new StandingClock(Story.Begin));

    [Test]
    public async Task An_incident_at_hand_is_known_by_its_room()
    {
        var shelf = new Shelf(store);
        await OpenAsync(7, "slack:T1/C7", shelf);
        var book = new RoomBook(store, shelf);
        Assert.That(await book.FindAsync("slack:T1/C7"), Is.EqualTo((IncidentId?)new IncidentId(7)));
        Assert.That(await book.FindAsync("slack:T1/C8"), Is.Null);
        Assert.That(await book.FindAsync("slack:T2/C7"), Is.Null, "another workspace's channel is another channel");
    }

    [Test]
    public async Task A_room_that_an_incident_had_is_still_its_room()
    {
        var shelf = new Shelf(store);
        await OpenAsync(7, "slack:T1/C7", shelf);
        await OpenAsync(7, "slack:T1/C9", shelf);
        var book = new RoomBook(store, shelf);
        Assert.That(await book.FindAsync("slack:T1/C9"), Is.EqualTo((IncidentId?)new IncidentId(7)));
        Assert.That(await book.FindAsync("slack:T1/C7"), Is.EqualTo((IncidentId?)new IncidentId(7)), "its row tells");
    }

    [Test]
    public async Task An_incident_that_is_not_at_hand_is_found_by_its_row()
    {
        await OpenAsync(7, "slack:T1/C7", new Shelf(store));
        Assert.That(await new RoomBook(store, new Shelf(store)).FindAsync("slack:T1/C7"), Is.EqualTo((IncidentId?)new IncidentId(7)));
    }

    [Test]
    public async Task A_room_that_is_opened_later_is_found_then()
    {
        var shelf = new Shelf(store);
        var book = new RoomBook(store, shelf);
        Assert.That(await book.FindAsync("slack:T1/C7"), Is.Null);
        await OpenAsync(7, "slack:T1/C7", shelf);
        Assert.That(await book.FindAsync("slack:T1/C7"), Is.EqualTo((IncidentId?)new IncidentId(7)));
    }

    private async Task OpenAsync(int number, string room, Shelf shelf)
    {
        var id = new IncidentId(number);
        IReadOnlyList<IncidentEvent> events = (await shelf.GetAsync(id, default)).Exists ? [new RoomOpened("Slack", room)] : [new IncidentDeclared("x", new Severity(3), default, false, [], null), new RoomOpened("Slack", room)];
        var entries = Recording.Of(Incident.None(id), events, Ana, "web", Story.Begin, Story.Begin, DefaultPolicy.Create());
        var appended = (AppendOutcome.Appended)await store.AppendAsync(new AppendRequest(number, null, entries, null));
        await shelf.TakeInAsync([.. appended.Entries.Select(StoredEvents.Read)], default);
        await using var lease = (await store.TryAcquireLeaseAsync("workers"))!;
        var last = appended.Entries[^1];
        await lease.SaveAsync(new ProjectionChanges("rooms", last.Position, [RoomBook.Row(StoredEvents.Read(last))!], []));
    }
}

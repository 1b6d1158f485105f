using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

/// <summary>What an incident knows of its rooms.</summary>
public sealed class KnowingRooms
{
    private static Story Roomy() => Story.Declared().Given(Person.Bot, new RoomOpened("Slack", "slack:T1/C1", "#inc-1"));

    [Test]
    public void A_room_has_its_address_and_its_name() =>
        Assert.That((Roomy().Incident.Rooms["Slack"], Roomy().Incident.RoomNames["Slack"]), Is.EqualTo(("slack:T1/C1", "#inc-1")));

    [TestCase(RoomFate.Archived)]
    [TestCase(RoomFate.BotRemoved)]
    [TestCase(RoomFate.Gone)]
    public void What_became_of_it_holds_until_it_is_undone(RoomFate fate)
    {
        var story = Roomy().Given(Ana, Changed(fate));
        Assert.That(story.Incident.RoomFates["Slack"], Is.EqualTo(fate));
        Assert.That(story.Given(Ana, Changed(fate == RoomFate.Archived ? RoomFate.Unarchived : RoomFate.BotReturned)).Incident.RoomFates, Is.Empty);
    }

    [Test]
    public void Another_name_is_no_fate()
    {
        var incident = Roomy().Given(Ana, Changed(RoomFate.Renamed, "#pay")).Incident;
        Assert.That((incident.RoomNames["Slack"], incident.RoomFates.Count), Is.EqualTo(("#pay", 0)));
    }

    [Test]
    public void Another_room_takes_its_place_and_what_becomes_of_the_old_one_is_its_own_affair()
    {
        var incident = Roomy().Given(Ana, Changed(RoomFate.Archived)).Given(Person.Bot, new RoomOpened("Slack", "slack:T1/C2")).Given(Ana, Changed(RoomFate.Gone)).Incident;
        Assert.That((incident.Rooms["Slack"], incident.RoomFates.Count, incident.RoomNames.Count), Is.EqualTo(("slack:T1/C2", 0, 0)));
    }

    [Test]
    public void A_card_has_its_place()
    {
        var incident = Roomy().Given(Person.Bot, new CardPlaced("Slack", "card", "slack:T1/C1/1.1"), new CardPlaced("Slack", "announcement", "slack:T1/C0/1.1"), new CardPlaced("Slack", "card", "slack:T1/C1/1.2")).Incident;
        Assert.That((incident.Cards["Slack/card"], incident.Cards["Slack/announcement"]), Is.EqualTo(("slack:T1/C1/1.2", "slack:T1/C0/1.1")));
    }

    [Test]
    public void What_was_told_is_known_by_its_message_there()
    {
        var story = Roomy().Given(Ben, new MessagePosted("hello")).Given(Person.Bot, new EntryTold("Slack", 3, "slack:T1/C1/1.1"));
        Assert.That(story.Incident.EntryOf("slack:T1/C1/1.1"), Is.EqualTo(3));
        Assert.That(story.Incident.EntryOf("slack:T1/C1/1.2"), Is.Null);
    }

    [Test]
    public void A_message_of_files_alone_is_known_by_the_first_of_them()
    {
        var story = Roomy().Given(Ben, new FileShared("a", "text/plain", 1, "", Identity: "slack:T1/C1/1.1/F1"), new FileShared("b", "text/plain", 1, "", Identity: "slack:T1/C1/1.1/F2"));
        Assert.That(story.Incident.EntryOf("slack:T1/C1/1.1"), Is.EqualTo(3));
        Assert.That(story.Incident.EntryOf("slack:T1/C1/1"), Is.Null);
    }

    [Test]
    public void What_comes_twice_is_folded_once()
    {
        var message = new MessagePosted("hello", null, "slack:T1/C1/1.1");
        var edit = new MessageEdited(3, "hello!", "slack:T1/C1/1.1@1.5");
        var once = Roomy().Given(Ben, message, edit).Incident;
        var twice = Roomy().Given(Ben, message, edit, message, edit).Incident;
        Assert.That((twice.Messages, twice.KnownMessages.Count, twice.EditedMessages[3]), Is.EqualTo((once.Messages, once.KnownMessages.Count, once.EditedMessages[3])));
    }

    [Test]
    public void That_rooms_lapsed_is_known_and_that_somebody_could_not_come_changes_nothing()
    {
        var story = Roomy();
        var before = story.Incident;
        var after = story.Given(Person.Bot, new RoomInviteFailed("Slack", Cleo, "guests cannot be invited"), new CopyForgotten("Slack", 1), new CopyLeft("Slack", 1, null, "Ana must.")).Incident;
        Assert.That(after with { Number = before.Number, LastNews = before.LastNews, LastNewsAt = before.LastNewsAt, LastTurn = before.LastTurn }, Is.EqualTo(before).UsingPropertiesComparer());
        Assert.That(story.Given(Person.Bot, new RoomsLapsed(TimeSpan.FromDays(7))).Incident.RoomsLapsedAt, Is.EqualTo(Story.Begin));
    }

    private static RoomChanged Changed(RoomFate fate, string? name = null) => new("Slack", "slack:T1/C1", fate, name);
}

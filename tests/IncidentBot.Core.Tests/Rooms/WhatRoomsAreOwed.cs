using IncidentBot.Ports;
using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

/// <summary>What a chat's room is owed by an event that came by one way or another; two chats, so that what is said in one is told in the other.</summary>
public sealed class WhatRoomsAreOwed
{
    private static readonly Policy Mirrored = DefaultPolicy.Create() with { Mirrors = ["Slack", "Teams"] };

    private static readonly TestCaseData<IncidentEvent, string, string>[] Table =
    [
        new(new MessagePosted("hello"), "web", "tell the room in Slack, tell the room in Teams"),
        new(new MessagePosted("hello", null, "slack:T1/C1/1.1"), "slack", "tell the room in Teams"),
        new(new MessagePosted("hello", null, "teams:1"), "teams", "tell the room in Slack"),
        new(new MessagePosted("deployed", null, "slack:T1/C1/1.1", FromBot: true), "slack", "tell the room in Teams"),
        new(new MessageEdited(1, "hello!"), "slack", "tell the room in Teams"),
        new(new MessageDeleted(1), "slack", "tell the room in Teams"),
        new(new FileShared("a.txt", "text/plain", 1, "", Identity: "slack:T1/C1/1.1/F1"), "slack", "tell the room in Teams"),
        new(new DecisionRecorded("roll back", null, []), "slack", "tell the room in Slack, tell the room in Teams"),
        new(new NoteAdded("found it"), "web", "tell the room in Slack, tell the room in Teams"),
        new(new EntryHighlighted(1, true, "hello"), "web", ""),
        new(new EntryTold("Slack", 1, "slack:T1/C1/1.1"), "worker", ""),
        new(new CardPlaced("Slack", "card", "slack:T1/C1/1.1"), "worker", ""),
        new(new PromiseKept(1, 0, "tell the room in Slack"), "worker", ""),
        new(new RoomOpened("Slack", "slack:T1/C2", "#inc-1-2"), "worker", ""),
        new(new RoomChanged("Slack", "slack:T1/C1", RoomFate.Renamed, "#x"), "slack", "tell the room in Teams"),
        new(new RoomChanged("Slack", "slack:T1/C1", RoomFate.BotRemoved), "slack", "tell the room in Teams"),
        new(new PromiseBroken(1, 0, "tell the room in Slack", "no", 8, "Slack"), "worker", "tell the room in Teams"),
        new(new PromiseBroken(1, 0, "open a ticket", "no", 8, "Jira"), "worker", "tell the room in Slack, tell the room in Teams"),
        new(new MemberAdded(Cleo), "web", "invite Cleo to the room in Slack, tell the room in Slack, invite Cleo to the room in Teams, tell the room in Teams"),
        new(new MemberRemoved(Ben), "web", "tell the room in Slack, take Ben out of the room in Slack, tell the room in Teams, take Ben out of the room in Teams"),
        new(new EntryRedacted([new RedactedEntry(1, "00")], "a secret was pasted"), "web", "tell the room in Slack, remove redacted words from Slack, tell the room in Teams, remove redacted words from Teams"),
        new(new RoomsLapsed(TimeSpan.FromDays(7)), "clock", "archive the room in Slack, archive the room in Teams"),
        new(new PrivacyChanged(true), "web", "open a room in Slack, tell the room in Slack, open a room in Teams, tell the room in Teams"),
        new(new PrivacyChanged(false), "web", "tell the room in Slack, tell the room in Teams"),
    ];

    [TestCaseSource(nameof(Table))]
    public void By_event_and_way(IncidentEvent happened, string via, string promises) => Assert.That(Owed(Running().Incident, happened, via), Is.EqualTo(promises));

    [Test]
    public void Who_speaks_elsewhere_is_invited_here_and_nobody_is_invited_to_where_they_speak() => Assert.That(
        Owed(Running().Incident, new MessagePosted("hello", null, "slack:T1/C1/1.1"), "slack", Cleo), Is.EqualTo("invite Cleo to the room in Teams, tell the room in Teams"));

    [Test]
    public void Who_takes_a_role_is_invited_once()
    {
        var role = new RoleAssigned("commander", "Incident commander", Cleo);
        var story = Running();
        Assert.That(Owed(story.Incident, role, "web"), Does.StartWith("invite Cleo to the room in Slack, tell the room in Slack"));
        Assert.That(Owed(story.Given(Ana, role).Incident, new RoleAssigned("scribe", "Scribe", Cleo), "web"), Does.Not.Contain("invite"));
    }

    [TestCase(RoomFate.Archived)]
    [TestCase(RoomFate.BotRemoved)]
    [TestCase(RoomFate.Gone)]
    public void A_room_that_hears_nothing_is_told_nothing(RoomFate fate) => Assert.That(
        Owed(Running().Given(Ana, new RoomChanged("Slack", "slack:T1/C1", fate)).Incident, new NoteAdded("x"), "web"), Is.EqualTo("tell the room in Teams"));

    [Test]
    public void A_room_that_came_back_is_told_again() => Assert.That(
        Owed(Running().Given(Ana, new RoomChanged("Slack", "slack:T1/C1", RoomFate.Archived), new RoomChanged("Slack", "slack:T1/C1", RoomFate.Unarchived)).Incident, new NoteAdded("x"), "web"),
        Is.EqualTo("tell the room in Slack, tell the room in Teams"));

    [TestCase(true, "open a room in Slack, tell the room in Teams")]
    [TestCase(false, "tell the room in Slack, tell the room in Teams")]
    public void A_reopened_incident_gets_another_room_where_its_own_was_archived(bool archived, string promises)
    {
        var story = Running().Given(Ana, new StageChanged(Stage.Identification, Stage.Cancelled, Move.Cancel, "false alarm"));
        if (archived) story.Given(Ana, new RoomChanged("Slack", "slack:T1/C1", RoomFate.Archived));
        Assert.That(Owed(story.Incident, new StageChanged(Stage.Cancelled, Stage.Triage, Move.Reopen, "it is back"), "web"), Is.EqualTo(promises));
    }

    [Test]
    public void Without_a_chat_nothing_is_owed() => Assert.That(Promises(Running().Incident, new NoteAdded("x"), "web", Ben, DefaultPolicy.Create()), Is.Empty);

    [Test]
    public void A_drill_is_told_in_its_rooms_as_well()
    {
        var drill = new Story().Given(Ana, new IncidentDeclared("Fail over", new Severity(2), default, false, [], null, Drill: true), new RoomOpened("Slack", "slack:T1/C1")).Incident;
        Assert.That(Owed(drill, new NoteAdded("x"), "web", Ana), Is.EqualTo("tell the room in Slack, tell the room in Teams"));
    }

    [Test]
    public void Of_the_house_the_general_rooms_hear_of_proposed_alerts_alone()
    {
        var house = Incident.None(IncidentId.House);
        Assert.That(Owed(house, EventSamples.All.OfType<AlertProposed>().First(), "alert"), Is.EqualTo("tell the room in Slack, tell the room in Teams"));
        Assert.That(Owed(house, new MessagePosted("hello all"), "web"), Is.Empty);
    }

    [Test]
    public void Nothing_that_a_chats_own_hands_record_is_told_in_it_so_that_nothing_goes_round()
    {
        var outcomes = EventSamples.All.Where(sample => sample is EntryTold or CardPlaced or PromiseKept or RoomOpened or PromiseBroken { Destination: "Slack" });
        foreach (var outcome in outcomes) Assert.That(Owed(Running().Incident, outcome, "worker"), Does.Not.Contain("tell the room in Slack"), outcome.Sentence);
    }

    private static Story Running() => Story.Declared().Given(Person.Bot, new RoomOpened("Slack", "slack:T1/C1", "#inc-1"), new RoomOpened("Teams", "teams:1")).Given(Ben, new MessagePosted("here"));

    private static string Owed(Incident incident, IncidentEvent happened, string via, Person? by = null) =>
        string.Join(", ", Promises(incident, happened, via, by ?? Ben, Mirrored).Where(effect => effect.Destination is "Slack" or "Teams").Select(effect => effect.Purpose));

    private static IReadOnlyList<Effect> Promises(Incident incident, IncidentEvent happened, string via, Person by, Policy policy)
    {
        var entry = Recording.Of(incident, [happened], by, via, Story.Begin, Story.Begin, policy).Single();
        return StoredEvents.Read(new TimelineEntry(1, 1, 1, Story.Begin, entry.OccurredAt, entry.By, entry.Via, entry.Kind, "", default, entry.Body, EntryHash.Zero, EntryHash.Zero)).Promises;
    }
}

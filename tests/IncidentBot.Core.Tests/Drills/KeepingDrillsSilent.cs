using IncidentBot.Ports;
using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

public sealed class KeepingDrillsSilent
{
    private static readonly Policy Policy = DefaultPolicy.Create() with { Chats = ["war room", "slack"] };

    [TestCase(false, "open a room in war room, open a room in slack, announce the incident in war room, announce the incident in slack")]
    [TestCase(true, "open a room in war room, open a room in slack")]
    public void A_drill_gets_its_rooms_and_is_announced_nowhere(bool drill, string promises)
    {
        var declared = new IncidentDeclared("Fail over", new Severity(2), default, false, [], null, drill);
        var entries = Recording.Of(Incident.None(new IncidentId(1)), [declared], Ana, "test", Story.Begin, Story.Begin, Policy);
        Assert.That(string.Join(", ", Effects(entries.Single()).Select(effect => effect.Purpose)), Is.EqualTo(promises));
    }

    [Test]
    public void No_effect_that_reaches_beyond_rooms_follows_from_anything_that_happens_in_a_drill()
    {
        var drill = new Story().Given(Ana, new IncidentDeclared("Fail over", new Severity(2), default, false, [], null, Drill: true)).Incident;
        foreach (var happened in EventSamples.All.Where(sample => sample is not IncidentDeclared))
        {
            var entry = Recording.Of(drill, [happened], Ana, "test", Story.Begin, Story.Begin, Policy).Single();
            Assert.That(Effects(entry), Has.None.Matches<Effect>(effect => effect is { ReachesBeyondRooms: true }), happened.Sentence);
        }
    }

    [TestCase(true, false, "INC-1 is a drill and INC-2 is not: what counts cannot go on where nothing counts. Cancel the drill, or name another incident.")]
    [TestCase(false, true, "INC-2 is a drill and INC-1 is not: what counts cannot go on where nothing counts. Cancel the drill, or name another incident.")]
    [TestCase(true, true, null)]
    public void A_drill_goes_on_in_no_real_incident_and_no_real_incident_in_a_drill(bool drill, bool other, string? refusal)
    {
        var story = new Story { House = House.Empty with { Open = [Incident.None(new IncidentId(2)) with { Number = 1, IsDrill = other }] } }
            .Given(Ana, new IncidentDeclared("Fail over", new Severity(2), default, false, [], null, drill));
        Assert.That((story.When(Ana, new MergeInto(new IncidentId(2))) as Decision.Refused)?.Because, Is.EqualTo(refusal));
    }

    private static IReadOnlyList<Effect> Effects(NewEntry entry) => StoredEvents.Read(new TimelineEntry(
        1, 1, 1, Story.Begin, entry.OccurredAt, entry.By, entry.Via, entry.Kind, "", default, entry.Body, EntryHash.Zero, EntryHash.Zero)).Promises;
}

using System.Text;
using System.Text.Json;
using IncidentBot.Ports;
using IncidentBot.TestKit;

namespace IncidentBot.Core.Tests;

/// <summary>What is stored once must be readable for ever.</summary>
public sealed class EventsAreForEver
{
    private static IEnumerable<Type> Kinds<T>() => typeof(T).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract);

    [Test]
    public void Every_kind_has_a_sample_and_a_stored_name()
    {
        var kinds = Kinds<IncidentEvent>().Where(type => type != typeof(UnknownEvent)).ToList();
        Assert.That(EventSamples.All.Select(sample => sample.GetType()).Distinct(), Is.EquivalentTo(kinds));
        Assert.That(StoredEvents.Kinds, Is.EquivalentTo(kinds.Select(kind => kind.Name)));
        Assert.That(EventSamples.Promises.Select(sample => sample.GetType()), Is.EquivalentTo(Kinds<Effect>().Where(type => type != typeof(UnknownEffect))));
    }

    [TestCaseSource(typeof(EventSamples), nameof(EventSamples.All))]
    public void Every_event_comes_back_as_it_was_stored(IncidentEvent sample)
    {
        var read = StoredEvents.Read(Entry(StoredEvents.KindOf(sample), StoredEvents.Write(sample, EventSamples.Promises)));
        Assert.That(Text(read.Event), Is.EqualTo(Text(sample)));
        Assert.That(read.Event.GetType(), Is.EqualTo(sample.GetType()));
        Assert.That(read.Promises, Is.EqualTo(EventSamples.Promises));
    }

    [Test]
    public void The_stored_form_of_every_event_is_the_approved_one()
    {
        var stored = EventSamples.All.Select(sample => $"{StoredEvents.KindOf(sample)} {Encoding.UTF8.GetString(StoredEvents.Write(sample, []))}");
        Assert.That(Approve.Difference(string.Join('\n', stored) + "\n" + Encoding.UTF8.GetString(StoredEvents.Write(new NoteAdded("x"), EventSamples.Promises)), "StoredEvents.approved.txt"), Is.Null);
    }

    [Test]
    public void Everything_that_was_ever_stored_can_still_be_read()
    {
        foreach (var line in File.ReadLines(Path.Combine(TestContext.CurrentContext.TestDirectory, "GoldenEvents.txt")))
        {
            var (kind, json) = (line[..line.IndexOf(' ')], line[(line.IndexOf(' ') + 1)..]);
            var read = StoredEvents.Read(Entry(kind, Encoding.UTF8.GetBytes(json)));
            Assert.That(read.Event, Is.Not.InstanceOf<UnknownEvent>(), line);
            Assert.That(read.Event.Sentence, Is.Not.Empty, line);
            var stored = JsonDocument.Parse(json).RootElement.GetProperty("event");
            var again = StoredEvents.Data(read.Event);
            foreach (var field in stored.EnumerateObject())
                Assert.That(again.GetProperty(field.Name).ToString(), Is.EqualTo(field.Value.ToString()), line);
        }
    }

    [Test]
    public void A_kind_of_a_newer_version_is_kept_and_told()
    {
        var bytes = Encoding.UTF8.GetBytes("""{"event":{"future":1},"promises":[{"kind":"Teleport","effect":{"to":"mars"}}]}""");
        var read = StoredEvents.Read(Entry("TimeTravelled", bytes));
        Assert.That(read.Event.Sentence, Is.EqualTo("did something that this version cannot tell (TimeTravelled, from a newer version)"));
        Assert.That(Encoding.UTF8.GetString(StoredEvents.Write(read.Event, [])), Is.EqualTo("""{"event":{"future":1}}"""));
        Assert.That(read.Promises.Single().Purpose, Does.Contain("Teleport"));
    }

    [Test]
    public void Every_event_has_the_sentence_that_was_approved()
    {
        var sentences = EventSamples.All.Select(sample => $"{sample.GetType().Name}: Ana {sample.Sentence}");
        Assert.That(Approve.Difference(string.Join('\n', sentences), "Sentences.approved.txt"), Is.Null);
    }

    [Test]
    public void What_is_for_admins_makes_no_noise_in_rooms() =>
        Assert.That(EventSamples.All.Where(sample => sample.IsForAdmins).Select(sample => sample.Prominence), Is.Not.Empty.And.All.EqualTo(Prominence.Housekeeping));

    private static string Text(IncidentEvent happened) => JsonSerializer.Serialize(StoredEvents.Data(happened));

    private static TimelineEntry Entry(string kind, byte[] body) => new(
        1, 1, 1, Story.Begin, Story.Begin, Cast.Ana, "test", kind, "", new byte[16], body, EntryHash.Zero, EntryHash.Zero);
}

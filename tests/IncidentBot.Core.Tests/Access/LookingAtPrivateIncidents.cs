using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

public sealed class LookingAtPrivateIncidents
{
    private DeskFixture at = null!;

    [SetUp]
    public async Task Declare()
    {
        at = new DeskFixture();
        await at.Hear(Ana, "declare stolen keys --private");
        await at.Hear(Ana, "declare checkout is down");
        await at.WriteLooksAsync();
    }

    [TestCase("INC-1 info")]
    [TestCase("INC-1 note \"let me in\"")]
    [TestCase("INC-1 nonsense")]
    [TestCase("INC-2 merge INC-1")]
    public async Task A_refused_look_is_on_the_incidents_own_timeline(string line)
    {
        await at.Hear(Outsider, line);
        await at.WriteLooksAsync();
        var entry = (await at.EntriesAsync(1))[^1];
        Assert.That((entry.Sentence, entry.Event.Prominence), Is.EqualTo(("IncidentBot noted that Otto Outsider (web:otto-outsider) looked for this incident by test and was not let in", Prominence.Housekeeping)));
        Assert.That((await at.EntriesAsync(0)).Count, Is.Zero);
    }

    [Test]
    public async Task Also_one_by_a_page_or_by_talking()
    {
        await at.Desk.FindAsync(new IncidentId(1), Outsider, "api");
        await at.Say(Ben, "hello?", 1);
        await at.WriteLooksAsync();
        Assert.That((await at.EntriesAsync(1)).Select(entry => entry.Event).OfType<LookRefused>().Select(look => (look.Person.Name, look.Via)), Is.EqualTo(new[] { ("Otto Outsider", "api"), ("Ben", "test") }));
    }

    [Test]
    public async Task Many_looks_of_one_person_are_one_in_ten_minutes()
    {
        await at.LinkAsync(Ben, Linking.AnaInChat);
        for (var look = 0; look < 5; look++) await at.Hear(look % 2 == 0 ? Ben : Linking.AnaInChat, "INC-1 info");
        at.Clock.Now += TimeSpan.FromMinutes(10);
        await at.Hear(Ben, "INC-1 info");
        await at.WriteLooksAsync();
        Assert.That((await at.EntriesAsync(1)).Count(entry => entry.Event is LookRefused), Is.EqualTo(2));
    }

    [Test]
    public async Task An_allowed_look_is_the_houses_audit_once_an_hour()
    {
        for (var look = 0; look < 3; look++) await at.Hear(Ana, "info", 1);
        at.Clock.Now += TimeSpan.FromHours(1);
        await at.Hear(Ana, "info", 1);
        await at.WriteLooksAsync();
        var looks = (await at.EntriesAsync(0)).Where(entry => entry.Event is PrivateLooked).ToList();
        Assert.That(looks.Select(entry => entry.Sentence), Is.EqualTo(Enumerable.Repeat("IncidentBot noted that Ana (web:ana) looked at INC-1 by test", 2)));
        Assert.That(looks.TrueForAll(entry => entry.Event.IsForAdmins), Is.True);
    }

    [TestCase("list")]
    [TestCase("search keys")]
    [TestCase("metrics")]
    [TestCase("INC-2 info")]
    [TestCase("INC-99 info")]
    public async Task Lists_are_no_looks_and_neither_is_what_is_public_or_not_there(string line)
    {
        await at.Hear(Outsider, line);
        await at.Desk.GlimpseAsync(new IncidentId(1), Outsider);
        Assert.That(at.Looks.Noted.TryRead(out _), Is.False);
    }

    [Test]
    public async Task A_flood_of_looks_is_let_go_of()
    {
        for (var who = 0; who < 2_000; who++) await at.Desk.FindAsync(new IncidentId(1), Person.WhoSays($"guest {who}"));
        await at.WriteLooksAsync();
        Assert.That((await at.Store.HeadAsync(1)).Number, Is.EqualTo(1 + 1_000));
    }

    [Test]
    public async Task A_key_that_was_used_names_no_incident_that_one_may_not_see_any_more()
    {
        await at.Hear(Ana, "member add @ben", 1);
        await at.Hear(Ben, "note \"I was here\"", 1, key: "k");
        Assert.That((await at.Hear(Ben, "list", key: "k")).Text, Does.StartWith("That key was used before for something else (on INC-1)."));
        await at.Hear(Ana, "member remove @ben", 1);
        Assert.That((await at.Hear(Ben, "list", key: "k")).Text, Does.StartWith("That key was used before for something else. Nothing was done"));
        Assert.That((await at.Hear(Ben, "note \"I was here\"", 1, key: "k")).Text, Is.EqualTo("There is no INC-1. Look at the list of incidents."));
    }

    [Test]
    public async Task Neither_of_two_merged_incidents_tells_what_the_other_is_about()
    {
        await at.Hear(Ana, "declare payments are slow");
        await at.Hear(Ana, "INC-2 merge INC-3 \"the same cause\"");
        Assert.That((await at.EntriesAsync(2))[^1].Sentence, Is.EqualTo("Ana merged the incident into INC-3, because the same cause"));
        Assert.That((await at.EntriesAsync(2))[^1].Promises.OfType<PointToAbsorbed>().Single().Title, Is.Empty);
    }
}

using System.Text;
using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

public sealed class HoldingAndRetiring
{
    private static readonly IncidentRetired Bundle = new("INC-1-20271125.zip", new string('a', 64));

    [Test]
    public async Task Nothing_is_redacted_while_a_hold_lies_on_it()
    {
        var house = await EndedAsync();
        await house.Hear(Ana, "hold \"a court asks for it\"", 1);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await house.Hear(Ana, "redact 2 \"a password\"", 1)).Text, Is.EqualTo("INC-1 is on legal hold since entry 4: nothing of it may be taken away. Lift the hold first."));
            Assert.That((await house.Hear(Ana, "hold again", 1)).Text, Is.EqualTo("INC-1 is on legal hold already, since entry 4."));
            Assert.That(await house.Desk.RetireAsync(new IncidentId(1), Bundle), Is.False);
            Assert.That(await TextAsync(house), Does.Contain("hunter2"));
        }
        await house.Hear(Ana, "unhold \"the case is closed\"", 1);
        Assert.That((await house.Hear(Ana, "redact 2 \"a password\"", 1)).Refused, Is.False);
    }

    [TestCase("hold", "Legal hold on INC-1")]
    [TestCase("unhold", "Lift the legal hold on INC-1")]
    public async Task Why_is_asked_when_it_was_not_said(string line, string title)
    {
        var house = await EndedAsync();
        Assert.That((await house.Hear(Ana, line, 1)).Form!.Title, Is.EqualTo(title));
    }

    [Test]
    public async Task What_is_not_held_cannot_be_lifted()
    {
        var house = await EndedAsync();
        Assert.That((await house.Hear(Ana, "unhold \"why not\"", 1)).Text, Is.EqualTo("INC-1 is not on legal hold."));
    }

    [Test]
    public async Task A_retired_incident_has_no_words_left_and_its_chain_verifies()
    {
        var house = await EndedAsync();

        Assert.That(await house.Desk.RetireAsync(new IncidentId(1), Bundle), Is.True);

        var incident = await house.Desk.FindAsync(new IncidentId(1), Ana);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await TextAsync(house), Does.Not.Contain("hunter2").And.Not.Contain("Checkout").And.Not.Contain("false alarm"));
            Assert.That((incident!.WordsGone, incident.Title, incident.Stage), Is.EqualTo((true, Redaction.Mark, Stage.Cancelled)));
            Assert.That((await house.Hear(Ana, "verify", 1)).Refused, Is.False);
            Assert.That((await house.Hear(Ana, "verify", 1)).Text, Does.Contain("intact"));
            Assert.That((await house.Hear(Ana, "hold late", 1)).Text, Is.EqualTo("The words of INC-1 are gone from here already; they are in the bundle that its timeline names."));
        }
    }

    [Test]
    public async Task What_was_broken_off_is_gone_on_with()
    {
        var house = await EndedAsync();
        await house.Desk.RecordAsync(new IncidentId(1), [Bundle], Person.Bot, "worker", key: null);
        Assert.That(await house.Desk.RetireAsync(new IncidentId(1), null), Is.True);
        Assert.That(await TextAsync(house), Does.Not.Contain("hunter2"));
    }

    [Test]
    public async Task An_incident_that_is_open_again_keeps_its_words()
    {
        var house = await EndedAsync();
        await house.Hear(Ana, "reopen \"it came back\"", 1);
        Assert.That(await house.Desk.RetireAsync(new IncidentId(1), Bundle), Is.False);
        Assert.That(await TextAsync(house), Does.Contain("hunter2"));
    }

    private static async Task<DeskFixture> EndedAsync()
    {
        var house = new DeskFixture();
        await house.Hear(Ana, "declare \"Checkout is down\"");
        await house.Say(Ben, "the password is hunter2-hunter2", 1);
        await house.Hear(Ana, "cancel \"a false alarm\"", 1);
        return house;
    }

    private static async Task<string> TextAsync(DeskFixture house) =>
        string.Concat((await house.Store.ReadStreamAsync(1, 0, 500)).Select(entry => Encoding.UTF8.GetString(entry.Body.Span)));
}

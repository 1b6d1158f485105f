using System.Text;
using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;
using static IncidentBot.TestKit.Linking;

namespace IncidentBot.Core.Tests;

public sealed class LinkingByCode
{
    private readonly DeskFixture at = new();

    [Test]
    public async Task A_code_is_told_once_and_links_whoever_says_it()
    {
        var told = await at.Hear(Ana, "me link");
        Assert.That(told.Text, Does.Match(@"^Your code is \d{4} \d{4}\. Say “/incident me link \d{4} \d{4}” from your other identity within 10 min; it counts once\. Without sign-in nothing is proven by it: whoever says your name is you\.$"));
        var code = told.Text[13..22];
        Assert.That((await at.Hear(AnaInChat, $"me link {code}")).Text, Is.EqualTo("web:ana and slack:T1/U1 are one person now. Nothing is proven by it: one of them is a name that was merely said."));
        Assert.That((await at.Hear(AnaInChat, "me")).Text, Is.EqualTo(
            "You are Ana Ruiz: you may do everything, as everybody may on this machine while nobody signs in.\nslack:T1/U1: Slack vouches for it, and you speak as it now\nweb:ana: a name that was merely said; nobody vouches for it"));
        Assert.That((await at.Hear(Ben, $"me link {code}")).Refused, Is.True, "it counts once");
    }

    [Test]
    public async Task The_code_itself_is_kept_nowhere()
    {
        var code = (await at.CodeAsync(Ana)).Replace(" ", "");
        var kept = string.Concat((await at.Store.ReadStreamAsync(0, 0, 500)).Select(entry => Encoding.UTF8.GetString(entry.Body.Span)));
        Assert.That(kept, Does.Contain("IdentityLinkOffered").Or.Contain("digest").And.Not.Contain(code));
    }

    [TestCase("me link 12", "“12” is no code; a code has eight digits, like 1234 5678. Type: me [link [<code>] | unlink <identity>]")]
    [TestCase("me link 0000 0000", "No code that still counts reads so. Check the digits, or ask for a new one from your other identity: me link.")]
    [TestCase("me unlink web:ana", "Nothing is linked with web:ben.")]
    [TestCase("me unlink", "Which identity? Type: me [link [<code>] | unlink <identity>]")]
    [TestCase("me dance", "“dance” is nothing that I can do about you. Type: me [link [<code>] | unlink <identity>]")]
    public async Task What_cannot_be_done_is_said(string line, string sentence)
    {
        var reply = await at.Hear(Ben, line);
        Assert.That((reply.Text, reply.Refused), Is.EqualTo((sentence, true)));
    }

    [Test]
    public async Task A_code_lapses_after_ten_minutes()
    {
        var code = await at.CodeAsync(Ana);
        at.Clock.Now += TimeSpan.FromMinutes(10);
        Assert.That((await at.Hear(AnaInChat, $"me link {code}")).Text, Does.StartWith("No code that still counts"));
    }

    [Test]
    public async Task A_new_code_takes_the_place_of_the_old_one()
    {
        var (old, anew) = (await at.CodeAsync(Ana), await at.CodeAsync(Ana));
        Assert.That((await at.Hear(AnaInChat, $"me link {old}")).Refused, Is.True);
        Assert.That((await at.Hear(AnaInChat, $"me link {anew}")).Refused, Is.False);
    }

    [Test]
    public async Task Ones_own_code_links_nothing_and_costs_nothing() => Assert.That(
        (await at.Hear(Ana, $"me link {await at.CodeAsync(Ana)}")).Text, Is.EqualTo("That is your own code. Say it from the identity that shall be linked with this one."));

    [Test]
    public async Task What_is_linked_is_not_linked_again()
    {
        await at.LinkAsync(Ana, AnaInChat);
        Assert.That((await at.Hear(AnaInChat, $"me link {await at.CodeAsync(Ana)}")).Text, Is.EqualTo("web:ana and slack:T1/U1 are linked already."));
    }

    [Test]
    public async Task Five_wrong_codes_close_the_door_for_a_while_for_all_of_ones_identities()
    {
        await at.LinkAsync(Ana, AnaInChat);
        var code = await at.CodeAsync(Ben);
        for (var wrong = 0; wrong < 5; wrong++) await at.Hear(wrong % 2 == 0 ? Ana : AnaInChat, "me link 0000 0000");
        Assert.That((await at.Hear(AnaInChat, $"me link {code}")).Text, Is.EqualTo("That were 5 wrong codes within 10 min. Try again after 2026-11-23 09:10 UTC."));
        at.Clock.Now += TimeSpan.FromMinutes(10);
        Assert.That((await at.Hear(AnaInChat, $"me link {await at.CodeAsync(Ben)}")).Refused, Is.False);
    }

    [Test]
    public async Task The_same_press_twice_tells_the_code_once()
    {
        await at.Hear(Ana, "me link", key: "k");
        Assert.That((await at.Hear(Ana, "me link", key: "k")).Text, Is.EqualTo("Ana asked for a code to link another identity with web:ana."));
    }

    [Test]
    public async Task It_is_of_the_house_wherever_it_is_said_and_for_its_admins()
    {
        await at.Hear(Ana, "declare checkout");
        var code = (await at.Hear(Ana, "me link", 1)).Text[13..22];
        await at.Hear(AnaInChat, $"me link {code}", 1);
        Assert.That((await at.EntriesAsync(1)).Count, Is.EqualTo(1));
        Assert.That((await at.EntriesAsync(0)).Select(entry => (entry.Event.GetType(), entry.Event.IsForAdmins)), Is.EqualTo(new[] { (typeof(IdentityLinkOffered), true), (typeof(IdentitiesLinked), true) }));
    }

    [TestCase("api:deploy-bot", "A token is a program's, not a person's: it cannot be linked.")]
    [TestCase("cli:ana", "The machine's operator is whoever can read the data directory: that cannot be linked.")]
    public async Task Only_people_are_linked(string id, string sentence) =>
        Assert.That((await at.Hear(new Person(new PersonId(id), "X"), "me link")).Text, Is.EqualTo(sentence));
}

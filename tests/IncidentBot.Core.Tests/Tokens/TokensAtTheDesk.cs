using System.Text;
using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class TokensAtTheDesk
{
    private const string Make = "token make deploy-bot --scope read, lines --for 90d --speaks-for @ana,@ben";

    private static readonly Person Root = new(new PersonId("cli:root"), "root");

    private readonly DeskFixture at = new();
    private readonly DeskFixture closed = new(DefaultPolicy.Create() with { Access = new AccessPolicy() });

    [Test]
    public async Task The_token_is_told_once_to_who_asked_and_kept_nowhere()
    {
        var reply = await at.Hear(Ana, Make, key: "k");
        Assert.That(reply.Text, Is.EqualTo("Ana made the token deploy-bot, which opens read and lines until 2027-02-21 09:00 UTC and speaks for @ana and @ben."));
        Assert.That(reply.InFull(), Is.EqualTo($"{reply.Text} It is told this once; keep it where only its program finds it:\n{CountingMint.Text("t1")}"));
        var again = await at.Hear(Ana, Make, key: "k");
        Assert.That((again.Token, again.InFull()), Is.EqualTo(((Ports.MintedToken?)null, $"{reply.Text} It was told once, then; if it is lost, revoke it and make another.")));
        foreach (var entry in await at.Store.ReadFeedAsync(0, 500))
            Assert.That(Encoding.UTF8.GetString(entry.Body.Span) + entry.Key, Does.Not.Contain("sss"));
    }

    [Test]
    public async Task It_is_the_houses_also_when_it_is_made_in_an_incidents_room()
    {
        await at.Hear(Ana, "declare Checkout is down");
        var reply = await at.Hear(Ana, Make, room: 1);
        Assert.That((reply.Incident, reply.Token is null), Is.EqualTo(((IncidentId?)null, false)));
        Assert.That((await at.Desk.HouseAsync()).Room.People.Tokens.ById.Keys, Is.EqualTo(new[] { "t1" }));
        Assert.That((await at.Store.ReadStreamAsync(1, 0, 500)).Select(entry => entry.Kind), Has.None.EqualTo(nameof(TokenMade)));
    }

    [TestCase("token dance", "“dance” is nothing that I can do with tokens.")]
    [TestCase("token revoke", "Which token? Give its name or its id.")]
    [TestCase("token make x --scope read,kitchen", "“kitchen” is no scope. There are read, lines, alerts, gate and admin.")]
    [TestCase("token make x y --scope read", "A token's name is one word; “x y” is more.")]
    [TestCase("token make x --scope read --for whenever", "“whenever” is no time span that I can read behind --for. Use 30m, 2h or 3d.")]
    [TestCase("token make x --scope read --speaks-for @ana,@!", "“@!” names nobody. Mention people like @ana,@ben, or say * for everybody.")]
    public async Task What_cannot_be_read_is_a_sentence(string line, string sentence)
    {
        var reply = await at.Hear(Ana, line);
        Assert.That((reply.Refused, reply.Text), Is.EqualTo((true, $"{sentence} Type: {new TokenVerb().HelpLine}")));
    }

    [TestCase("token make")]
    [TestCase("token make deploy-bot")]
    public async Task What_is_missing_is_asked_for_by_a_form_whose_line_makes_it(string line)
    {
        var form = (await at.Hear(Ana, line)).Form!;
        var filled = form.Complete(form.Blanks.ToDictionary(blank => blank.Name, blank => blank.Value.Length > 0 ? blank.Value : blank.Name == "name" ? "deploy-bot" : ""));
        Assert.That(filled, Is.EqualTo("token make \"deploy-bot\" --scope \"read\" --for \"90d\""));
        Assert.That((await at.Hear(Ana, filled)).Token, Is.Not.Null);
    }

    [Test]
    public async Task The_list_tells_all_but_the_token()
    {
        Assert.That((await at.Hear(Ana, "token")).Text, Is.EqualTo("There are no tokens."));
        await at.Hear(Ana, Make);
        await at.Hear(Ben, "token make pager --scope alerts");
        at.Clock.Now = Story.Begin.AddDays(100);
        Assert.That((await at.Hear(Ana, "token list")).Text, Is.EqualTo(
            "deploy-bot (t1) opens read and lines and speaks for @ana and @ben. Made by Ana on 2026-11-23 09:00 UTC, over since 2027-02-21 09:00 UTC.\n"
            + "pager (t2) opens alerts. Made by Ben on 2026-11-23 09:00 UTC, without an end."));
    }

    [TestCase("slack:T1/U1", "token list")]
    [TestCase("slack:T1/U1", "token make x --scope read")]
    [TestCase("slack:T1/U1", "token revoke x")]
    [TestCase("slack:T1/U1", "token make")]
    public async Task Tokens_are_for_admins(string who, string line)
    {
        await closed.Hear(Root, "token make x --scope read");
        var reply = await closed.Hear(new Person(new PersonId(who), "Uma"), line);
        Assert.That((reply.Refused, reply.Text), Is.EqualTo((true, "That is for admins of IncidentBot. Ask one of them, or have your rights changed where people sign in.")));
    }

    [Test]
    public async Task A_bearer_sees_what_is_public_and_may_what_its_token_opens()
    {
        await closed.Hear(Root, "token make reader --scope read");
        await closed.Hear(Root, "token make speaker --scope lines");
        await closed.Hear(Root, "declare Checkout is down");
        await closed.Hear(Root, "declare Stolen laptop --private");
        var (reader, speaker) = (new Person(new PersonId("api:reader"), "reader"), new Person(new PersonId("api:speaker"), "speaker"));
        Assert.That((await closed.Hear(reader, "list all")).Text, Does.Contain("INC-1").And.Not.Contain("INC-2"));
        Assert.That((await closed.Hear(reader, "INC-1 note x")).Text, Does.StartWith("You may read everything here, but not take part"));
        Assert.That((await closed.Hear(speaker, "INC-1 note x")).Refused, Is.False);
        Assert.That((await closed.Hear(speaker, "token list")).Text, Does.StartWith("That is for admins"));
        Assert.That((await closed.Hear(speaker, "INC-2 note x")).Text, Is.EqualTo(IncidentDesk.NoSuchIncident(new IncidentId(2)).Text));
        await closed.Hear(speaker, "declare Leaked key --private");
        Assert.That((await closed.Hear(speaker, "INC-3 note x")).Refused, Is.False);
        Assert.That((await closed.Hear(reader, "INC-3")).Missing, Is.True);
    }

    [Test]
    public async Task A_token_lends_nobodys_right_beyond_its_own()
    {
        await closed.Hear(Root, "token make speaker --scope lines --speaks-for *");
        var bearer = TokenBearer.Of((await closed.Desk.HouseAsync()).Room.People.Tokens.Named("speaker")!);
        Assert.That((await closed.Hear(bearer.Lend(Root), "declare Checkout is down")).Refused, Is.False);
        Assert.That((await closed.Hear(bearer.Lend(Root), "token make mine --scope admin")).Text, Does.StartWith("That is for admins"));
        Assert.That((await closed.Hear(Root, "token make mine --scope admin")).Refused, Is.False);
    }

    [Test]
    public async Task The_door_knows_who_comes_and_when_they_came_last()
    {
        var door = new TokenDoor(at.Desk, at.Clock);
        var token = (await at.Hear(Ana, "token make pager --scope alerts")).Token!;
        Assert.That((door.LastUsed(token.Id), await door.IsAnyForAsync(TokenScope.Alerts), await door.IsAnyForAsync(TokenScope.Gate)), Is.EqualTo(((DateTimeOffset?)null, true, false)));
        Assert.That(await door.FindAsync(token.Text + "x"), Is.Null);
        Assert.That(door.LastUsed(token.Id), Is.Null);
        Assert.That((await door.FindAsync(TokenDoor.Presented($"bearer {token.Text} ")!))!.Name, Is.EqualTo("pager"));
        Assert.That(door.LastUsed(token.Id), Is.EqualTo(Story.Begin));
        await at.Hear(Ana, "token revoke pager");
        Assert.That((await door.FindAsync(token.Text), await door.IsAnyForAsync(TokenScope.Alerts), TokenDoor.Presented("Basic eA=="), TokenDoor.Presented(null)), Is.EqualTo(((ApiToken?)null, false, (string?)null, (string?)null)));
    }
}

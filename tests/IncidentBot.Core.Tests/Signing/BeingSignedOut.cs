using IncidentBot.TestKit;
using static IncidentBot.TestKit.SignedInHouse;

namespace IncidentBot.Core.Tests;

public sealed class BeingSignedOut
{
    private readonly SignedInHouse house = new();

    [Test]
    public async Task A_session_ends_when_its_time_is_over()
    {
        var (session, _) = await house.EnterAsync("Ana");
        house.At.Clock.Now += Access.SessionFor - TimeSpan.FromSeconds(1);
        Assert.That(await house.At.Desk.BearerAsync(session), Is.Not.Null);
        house.At.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.That(await house.At.Desk.BearerAsync(session), Is.Null);
    }

    [Test]
    public async Task Who_is_shut_out_is_out_at_once_and_stays_out_until_let_in()
    {
        var (_, boss) = await house.EnterAsync("Boss", "leads");
        var (session, ben) = await house.EnterAsync("Ben");
        Assert.That((await house.At.Hear(boss, "people shut-out @ben his laptop was stolen")).Text, Is.EqualTo("Boss shut out Ben (@ben), because his laptop was stolen."));
        Assert.That(await house.At.Desk.BearerAsync(session), Is.Null);
        Assert.That((await house.At.Hear(ben, "list")).Text, Is.EqualTo("You have no right to do anything here. Ask an admin of IncidentBot."));
        Assert.That(await house.RefusalAsync(Newcomer("ben", "Ben")), Is.EqualTo("You have been shut out of IncidentBot. Ask one of its admins to let you in again."));

        Assert.That((await house.At.Hear(boss, "people let-in @ben")).Text, Is.EqualTo("Boss let Ben (@ben) in again."));
        Assert.That(await house.At.Desk.BearerAsync(session), Is.Null, "the old session stays over");
        Assert.That((await house.EnterAsync("Ben")).Person.Right, Is.EqualTo(Right.Responder));
    }

    [Test]
    public async Task Ended_sessions_are_over_and_a_new_one_begins()
    {
        var (_, boss) = await house.EnterAsync("Boss", "leads");
        var (session, _) = await house.EnterAsync("Ben");
        Assert.That((await house.At.Hear(boss, "people sign-out @ben")).Text, Is.EqualTo("Boss signed Ben (@ben) out everywhere."));
        Assert.That(await house.At.Desk.BearerAsync(session), Is.Null);
        Assert.That(await house.At.Desk.BearerAsync((await house.EnterAsync("Ben")).Session), Is.Not.Null);
    }

    [Test]
    public async Task A_reader_can_sign_out_everywhere()
    {
        var (session, guest) = await house.EnterAsync("Gus", "guests");
        await house.At.Desk.SignOutEverywhereAsync(guest);
        Assert.That(await house.At.Desk.BearerAsync(session), Is.Null);
        Assert.That((await house.ToldAsync())[^1], Is.EqualTo("Gus signed out everywhere"));
    }

    [Test]
    public async Task Groups_that_one_left_are_gone_with_the_next_sign_in()
    {
        var (session, _) = await house.EnterAsync("Ana", "leads");
        await house.EnterAsync("Ana");
        Assert.That((await house.At.Desk.BearerAsync(session))!.Right, Is.EqualTo(Right.Responder), "also in the browser that signed in before");
    }

    [TestCase("people shut-out @boss x", "You cannot shut yourself out. Ask another admin.")]
    [TestCase("people shut-out me x", "You cannot shut yourself out. Ask another admin.")]
    [TestCase("people let-in @boss", "Boss is not shut out.")]
    [TestCase("people shut-out", "Who is meant? Type: people [list] | shut-out @person <why> | let-in @person | sign-out @person")]
    [TestCase("people let-in @nobody", "Nobody who has signed in is called @nobody. Say people to see them all. Type: people [list] | shut-out @person <why> | let-in @person | sign-out @person")]
    [TestCase("people promote @boss", "“promote” is nothing that I can do with people. Type: people [list] | shut-out @person <why> | let-in @person | sign-out @person")]
    public async Task What_makes_no_sense_is_refused_in_words(string line, string sentence)
    {
        var (_, boss) = await house.EnterAsync("Boss", "leads");
        var reply = await house.At.Hear(boss, line);
        Assert.That((reply.Refused, reply.Text), Is.EqualTo((true, sentence)));
    }

    [Test]
    public async Task Shutting_out_asks_why_and_twice_is_once()
    {
        var (_, boss) = await house.EnterAsync("Boss", "leads");
        await house.EnterAsync("Ben");
        Assert.That((await house.At.Hear(boss, "people shut-out @ben")).Form!.Blanks.Single().Label, Is.EqualTo("Why?"));
        await house.At.Hear(boss, "people shut-out @ben stolen");
        Assert.That((await house.At.Hear(boss, "people shut-out @ben stolen")).Text, Is.EqualTo("Ben is shut out already."));
    }

    [Test]
    public async Task The_list_is_for_admins_and_tells_rights()
    {
        var (_, boss) = await house.EnterAsync("Boss", "leads");
        var (_, gus) = await house.EnterAsync("Gus", "guests");
        Assert.That((await house.At.Hear(boss, "people")).Text, Is.EqualTo("2 people have signed in.\nBoss (@boss): admin, sees private incidents\nGus (@gus): reader"));
        Assert.That((await house.At.Hear(gus, "people")).Text, Does.StartWith("That is for admins of IncidentBot."));
    }

    [Test]
    public async Task Without_sign_in_there_is_nobody_to_list() =>
        Assert.That((await new DeskFixture().Hear(Cast.Ana, "people")).Text, Does.StartWith("Nobody signs in here: sign-in is not set up").And.Contain("SignIn:Authority turns it on."));
}

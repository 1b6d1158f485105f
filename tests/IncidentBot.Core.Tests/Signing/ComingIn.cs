using IncidentBot.TestKit;

namespace IncidentBot.Core.Tests;

public sealed class ComingIn
{
    private readonly SignedInHouse house = new();

    [Test]
    public async Task The_first_time_opens_an_account_and_makes_one_known()
    {
        var (session, ana) = await house.EnterAsync("Ana");
        Assert.That((session.Account.Value, ana.Name, ana.Right, ana.Claimed), Is.EqualTo(("sso:ana", "Ana", Right.Responder, false)));
        Assert.That(await house.ToldAsync(), Is.EqualTo(new[] { "Ana came for the first time and is @ana; https://login.example vouches for them", "Ana signed in" }));
        Assert.That((await house.At.Hear(ana, "declare Down")).Refused, Is.False);
        Assert.That((await house.At.Desk.HouseAsync()).PersonBy("@ana", Incident.None(IncidentId.House), house.At.Policy), Is.EqualTo(ana));
    }

    [Test]
    public async Task Later_only_what_changed_is_told()
    {
        await house.At.Desk.SignInAsync(SignedInHouse.Newcomer("1", "Ana", null, "dev"));
        await house.At.Desk.SignInAsync(SignedInHouse.Newcomer("1", "Ana", null, "dev"));
        await house.At.Desk.SignInAsync(SignedInHouse.Newcomer("1", "Ana Ruiz", "ana@example.com", "sre"));
        Assert.That((await house.ToldAsync())[^2..], Is.EqualTo(new[] { "Ana signed in", "Ana Ruiz signed in; the name was Ana; the address was unknown and is ana@example.com; joined sre; left dev" }));
        Assert.That((await house.At.Desk.HouseAsync()).Room.People.Accounts.ById["sso:ana"].Name, Is.EqualTo("Ana Ruiz"));
    }

    [Test]
    public async Task Nobody_gets_the_handle_of_another()
    {
        await house.EnterAsync("Ana");
        var same = SignedInHouse.Newcomer("other", "Ana");
        var elsewhere = same with { Issuer = "https://other.example", Subject = "ana" };
        Assert.That(((SignInAnswer.Admitted)await house.At.Desk.SignInAsync(same)).Session.Account.Value, Is.EqualTo("sso:ana-2"));
        Assert.That(((SignInAnswer.Admitted)await house.At.Desk.SignInAsync(elsewhere)).Session.Account.Value, Is.EqualTo("sso:ana-3"), "two providers, two people");
    }

    [TestCase("Ana.Ruiz@example.com", null, "Ana", "sso:ana.ruiz")]
    [TestCase(null, "a.ruiz@example.com", "Ana", "sso:a.ruiz")]
    [TestCase("…", null, "Åsa Öberg", "sso:åsa-öberg")]
    [TestCase("me", null, "Ana", "sso:me-2")]
    [TestCase(null, null, "…", "sso:person")]
    public void A_handle_is_made_from_what_the_provider_tells(string? nickname, string? email, string name, string identity) =>
        Assert.That((SignedInHouse.Newcomer("1", name, email) with { Nickname = nickname }).IdentityIn(Accounts.None).Value, Is.EqualTo(identity));

    [Test]
    public async Task Many_who_come_at_once_with_one_name_are_all_let_in_under_handles_of_their_own()
    {
        var came = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => house.At.Desk.SignInAsync(SignedInHouse.Newcomer($"{number}", "Ana")).AsTask()));
        Assert.That(came.OfType<SignInAnswer.Admitted>().Select(admitted => admitted.Session.Account).Distinct().Count(), Is.EqualTo(12));
    }

    [TestCase("leads", null, Right.Admin, true)]
    [TestCase("other", "BOSS@example.com", Right.Admin, false)]
    [TestCase("guests", null, Right.Reader, false)]
    [TestCase("other", null, Right.Responder, false)]
    public async Task Groups_and_addresses_give_rights(string group, string? email, Right right, bool seesPrivate)
    {
        var session = ((SignInAnswer.Admitted)await house.At.Desk.SignInAsync(SignedInHouse.Newcomer("1", "Ana", email, group))).Session;
        var ana = (await house.At.Desk.BearerAsync(session))!;
        Assert.That((ana.Right, ana.SeesPrivate), Is.EqualTo((right, seesPrivate)));
    }

    [Test]
    public async Task What_happens_at_the_door_cannot_be_marked_for_everybody_to_read()
    {
        var (_, ana) = await house.EnterAsync("Ana", "leads");
        Assert.That((await house.At.Hear(ana, "pin 1")).Text, Is.EqualTo("There is no entry 1 on this timeline."));
    }
}

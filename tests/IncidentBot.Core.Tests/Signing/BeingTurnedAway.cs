using IncidentBot.TestKit;
using static IncidentBot.TestKit.SignedInHouse;

namespace IncidentBot.Core.Tests;

public sealed class BeingTurnedAway
{
    [TestCase("eve@evil.example", "Only people with an e-mail address of example.com may come in, and yours is eve@evil.example. Sign in with another account, or ask an admin of IncidentBot.")]
    [TestCase("eve@sub.example.com", "Only people with an e-mail address of example.com may come in, and yours is eve@sub.example.com.")]
    [TestCase(null, "Only people with a verified e-mail address of example.com may come in, and your provider has verified none for you.")]
    public async Task Only_verified_addresses_of_the_domains_come_in(string? email, string sentence)
    {
        var house = new SignedInHouse(Access with { EmailDomains = ["example.com"] });
        Assert.That(await house.RefusalAsync(Newcomer("1", "Eve", email)), Does.StartWith(sentence));
        Assert.That(await house.At.Desk.SignInAsync(Newcomer("2", "Ana", "ana@EXAMPLE.com")), Is.InstanceOf<SignInAnswer.Admitted>());
    }

    [Test]
    public async Task Who_has_no_right_is_told_whom_to_ask()
    {
        var house = new SignedInHouse(Access with { Others = Right.None });
        Assert.That(await house.RefusalAsync(Newcomer("1", "Eve")), Does.Contain("neither you nor one of your groups has a right in IncidentBot. Ask one of its admins"));
        Assert.That((await house.At.Desk.HouseAsync()).Room.People.Accounts.ById, Is.Empty);
    }

    [Test]
    public async Task It_is_noted_once_in_ten_minutes_for_one_person()
    {
        var house = new SignedInHouse(Access with { Others = Right.None });
        for (var minute = 0; minute < 21; minute++, house.At.Clock.Now += TimeSpan.FromMinutes(1)) await house.RefusalAsync(Newcomer("1", "Eve", "eve@evil.example"));
        Assert.That(await house.ToldAsync(), Has.Length.EqualTo(3).And.All.EqualTo("IncidentBot turned Eve (eve@evil.example) away, for whom https://login.example vouches: none of their groups has a right here"));
    }

    [Test]
    public async Task A_flood_of_strangers_does_not_flood_the_house()
    {
        var house = new SignedInHouse(Access with { Others = Right.None });
        for (var stranger = 0; stranger < RefuseSignIn.Most + 50; stranger++) await house.RefusalAsync(Newcomer($"{stranger}", "Eve"));
        Assert.That((await house.ToldAsync()).Length, Is.EqualTo(RefuseSignIn.Most));
        house.At.Clock.Now += RefuseSignIn.Quiet;
        await house.RefusalAsync(Newcomer("late", "Eve"));
        Assert.That((await house.At.Desk.HouseAsync()).Room.People.Accounts.Refused, Has.Count.EqualTo(1), "what is old is forgotten");
    }
}

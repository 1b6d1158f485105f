using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

/// <summary>What links mean in a house where people sign in.</summary>
public sealed class WhereTheySignIn
{
    private static readonly AccessPolicy Access = new() { Admins = ["leads"], PrivateAdmins = ["leads"], Others = Right.Reader, Chats = Right.None };
    private static readonly Policy Rules = DefaultPolicy.Create() with { Access = Access };
    private static readonly Account Boss = new(new PersonId("sso:ana"), "Ana Ruiz", "https://one.example", "1") { Groups = ["leads"], Email = "ana@example.com" };
    private static readonly Account Twin = new(new PersonId("sso:ana-2"), "Ana R.", "https://two.example", "9") { Email = "Ana@Example.com" };
    private static readonly Person InChat = Linking.AnaInChat;
    private static readonly PeopleBook People = PeopleBook.Empty with { Accounts = Accounts.None.With(Boss).With(Twin) };

    [Test]
    public void A_link_with_a_proven_identity_brings_the_accounts_right()
    {
        var linked = People with { Identities = Identities.None.With(Boss.Id, InChat.Id) };
        Assert.That(People.Recognise(InChat, Access).Right, Is.EqualTo(Right.None));
        Assert.That(linked.Recognise(InChat, Access), Has.Property("Right").EqualTo(Right.Admin).And.Property("SeesPrivate").True);
    }

    [Test]
    public void A_link_with_a_name_that_was_merely_said_brings_nothing_and_bridges_nothing()
    {
        var linked = People with { Identities = Identities.None.With(Boss.Id, Ana.Id).With(Ana.Id, InChat.Id) };
        Assert.That(linked.Recognise(Ana, Access), Has.Property("Right").EqualTo(Right.None).And.Property("SeesPrivate").False);
        Assert.That(linked.Recognise(InChat, Access), Has.Property("Right").EqualTo(Right.None));
        Assert.That(linked.Recognise(Boss.Person, Access).Is(Ana), Is.False);
        Assert.That(linked.Recognise(Ana, AccessPolicy.Open).Is(InChat.Id), Is.True, "without sign-in it counts");
    }

    [Test]
    public void Who_is_shut_out_is_shut_out_as_whoever_they_come()
    {
        var linked = (People with { Accounts = People.Accounts.With(Twin with { IsShutOut = true }) }) with { Identities = Identities.None.With(Boss.Id, Twin.Id) };
        Assert.That(linked.Recognise(Boss.Person, Access).Right, Is.EqualTo(Right.None));
    }

    [Test]
    public async Task A_merely_said_name_can_be_linked_with_nothing() => Assert.That(
        (await new DeskFixture(Rules).Hear(Ana, "me link")).Text, Is.EqualTo("A name that is merely said proves nothing where people sign in: it cannot be linked."));

    [Test]
    public async Task Whoever_has_no_right_still_learns_who_they_are_and_can_be_linked()
    {
        var at = new DeskFixture(Rules);
        Assert.That((await at.Hear(InChat, "me")).Text, Is.EqualTo("You are Ana Ruiz: no right here, not even to look.\nslack:T1/U1: Slack vouches for it, and you speak as it now"));
        Assert.That((await at.Hear(InChat, "me link")).Text, Does.StartWith("Your code is "));
        Assert.That((await at.Hear(InChat, "list")).Text, Is.EqualTo("You have no right to do anything here. Ask an admin of IncidentBot."));
    }

    [Test]
    public void The_same_verified_address_links_by_itself()
    {
        Assert.That(Meet(Twin.Person, Twin.Email!), Is.EqualTo(new IdentitiesLinked(Boss.Person, Twin.Person, LinkProof.VerifiedEmail)));
        Assert.That(Meet(InChat, "ANA@example.com", People with { Accounts = Accounts.None.With(Boss) }), Is.EqualTo(new IdentitiesLinked(Boss.Person, InChat, LinkProof.VerifiedEmail)));
    }

    [Test]
    public void Two_accounts_of_one_provider_stay_two() =>
        Assert.That(Meet(Twin.Person, Twin.Email!, People with { Accounts = People.Accounts.With(Boss with { Issuer = Twin.Issuer }) }), Is.Null);

    [Test]
    public async Task Whoever_signs_in_is_met_and_keeps_the_right_of_their_own_account()
    {
        var at = new DeskFixture(Rules);
        await at.Desk.SignInAsync(new Newcomer("https://one.example", "1", new Profile("Ana Ruiz", "ana@example.com", ["leads"])));
        var second = (SignInAnswer.Admitted)await at.Desk.SignInAsync(new Newcomer("https://two.example", "9", new Profile("Ana R.", "Ana@example.com", [])));
        var person = (await at.Desk.BearerAsync(second.Session))!;
        Assert.That(person.AlsoKnownAs.Select(id => id.Value), Is.EqualTo(new[] { "sso:ana" }));
        Assert.That(person.Right, Is.EqualTo(Right.Reader), "that of the account they came with");
        Assert.That((await at.EntriesAsync(0))[^1].Sentence, Is.EqualTo($"IncidentBot linked sso:ana and {person.Id}: both have the same verified e-mail address"));
    }

    [Test]
    public void It_does_not_for_another_address_a_said_name_or_what_was_taken_apart()
    {
        var apart = Incident.None(IncidentId.House) with { People = People with { Identities = Identities.None.With(Boss.Id, Twin.Id) } };
        apart = new IdentityUnlinked(Twin.Id).ApplyTo(apart, null!);
        Assert.That(Meet(InChat, "ben@example.com"), Is.Null);
        Assert.That(Meet(Ana, "ana@example.com"), Is.Null);
        Assert.That(Meet(Twin.Person, Twin.Email!, apart.People), Is.Null);
        Assert.That(apart.People.Identities.Of(Boss.Id), Is.EqualTo(new[] { Boss.Id }));
    }

    [Test]
    public async Task Whoever_is_met_without_a_verified_address_is_left_alone()
    {
        var at = new DeskFixture(Rules);
        await at.Desk.MeetAsync(InChat, null);
        await at.Desk.MeetAsync(InChat, "ana@example.com");
        Assert.That(await at.EntriesAsync(0), Is.Empty);
    }

    [Test]
    public void A_mention_means_who_signed_in_before_who_merely_said_the_name()
    {
        var house = new House(Incident.None(IncidentId.House).WithResponder(Ana).WithResponder(Cleo) with { People = People }, []) { Access = Access };
        var incident = Incident.None(new IncidentId(1)).WithResponder(Ana).WithResponder(Ben);
        Assert.That(house.PersonBy("@ana", incident, Rules)!.Id, Is.EqualTo(Boss.Id));
        Assert.That(house.PersonBy("@ben", incident, Rules)!.Id, Is.EqualTo(Ben.Id));
        Assert.That(house.PersonBy("@cleo", incident, Rules)!.Id, Is.EqualTo(Cleo.Id));
        Assert.That(house.PersonBy("@zoe", incident, Rules), Is.Null);
        Assert.That(house.PersonBy("@zoe", incident, DefaultPolicy.Create())!.Id.Value, Is.EqualTo("web:zoe"));
    }

    [Test]
    public void Everybody_who_is_known_is_known_once()
    {
        var room = Incident.None(IncidentId.House).WithResponder(Boss.Person).WithResponder(InChat).WithResponder(Ben) with { People = People with { Identities = Identities.None.With(Boss.Id, InChat.Id).With(Boss.Id, Twin.Id) } };
        Assert.That(new House(room, []) { Access = Access }.People.Select(person => person.Id.Value), Is.EqualTo(new[] { "sso:ana", "web:ben" }));
    }

    private static IdentitiesLinked? Meet(Person who, string email, PeopleBook? people = null)
    {
        var house = Incident.None(IncidentId.House) with { People = people ?? People };
        var decision = new LinkByEmail(who, email).Decide(house, new Circumstances(Person.Bot, Story.Begin, Rules, House.Empty));
        return (decision as Decision.Accepted)?.Events.OfType<IdentitiesLinked>().Single();
    }
}

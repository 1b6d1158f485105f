using IncidentBot.Chat.Slack.Api;
using IncidentBot.TestKit;

namespace IncidentBot.Adapters.Tests.Slack.Naming;

/// <summary>Who is who: by Slack's word first, by the house's second, and nobody waits long.</summary>
internal sealed class KnowingPeople : NamedBySlack
{
    private static readonly Person Ana = new(new PersonId("slack:T1/U1"), "Ana");

    [Test]
    public async Task A_name_is_asked_once_in_a_while()
    {
        Assert.That(await People.PersonAsync("U1"), Is.EqualTo(Ana));
        Name("U1", "Ana Maria");
        Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.That((await People.PersonAsync("U1")).Name, Is.EqualTo("Ana"));
        Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.That((await People.PersonAsync("U1")).Name, Is.EqualTo("Ana Maria"));
        Assert.That(Asked.Where(question => question == "U1"), Has.Exactly(2).Items);
    }

    [Test]
    public async Task Many_who_ask_at_once_ask_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => People.PersonAsync("U1").AsTask()));
        Assert.That(Asked.Where(question => question == "U1"), Has.Exactly(1).Items);
    }

    [Test]
    public async Task Nobody_waits_long_for_a_name_and_an_answer_that_comes_late_serves_the_next()
    {
        await People.PersonAsync("U2");
        var slow = new TaskCompletionSource();
        Hindrance = () => slow.Task;
        var waiting = People.PersonAsync("U1").AsTask();
        await EventuallyAsync(() => Asked.Contains("U1"));
        Assert.That(waiting.IsCompleted, Is.False);
        Clock.Advance(TimeSpan.FromSeconds(1.6));
        Assert.That((await waiting).Name, Is.EqualTo("U1"));
        Assert.That((await People.PersonAsync("U1")).Name, Is.EqualTo("U1"), "whoever comes after that does not wait again");
        slow.SetResult();
        await EventuallyAsync(async () => (await People.PersonAsync("U1")).Name == "Ana");
        Assert.That(Asked.Where(question => question == "U1"), Has.Exactly(1).Items);
    }

    [Test]
    public async Task While_Slack_is_away_the_name_stays_and_it_is_not_asked_for_every_message()
    {
        await People.PersonAsync("U1");
        Clock.Advance(TimeSpan.FromMinutes(16));
        Hindrance = () => throw new SlackAwayException("Slack is away.");
        for (var message = 0; message < 5; message++) Assert.That(await People.PersonAsync("U1"), Is.EqualTo(Ana));
        Assert.That(Asked.Where(question => question == "U1"), Has.Exactly(2).Items);
        Hindrance = () => Task.CompletedTask;
        Name("U1", "Ana Maria");
        Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.That((await People.PersonAsync("U1")).Name, Is.EqualTo("Ana Maria"));
    }

    [Test]
    public async Task Whom_Slack_does_not_name_goes_by_the_name_that_the_house_knows()
    {
        Hindrance = () => throw new SlackAwayException("Slack is away.");
        await House.Desk.RecordAsync(new IncidentId(1), [new IncidentDeclared("Checkout is down", new Severity(3), IncidentType.Reliability, Private: false, [], null)], Ana, "slack", key: null);
        Assert.That(await Restart().PersonAsync("U1"), Is.EqualTo(Ana), "also of which workspace they are is known from there");
        Assert.That(await Restart().BotAsync("B7", name: null), Is.EqualTo(new Person(new PersonId("slack:T1/B7"), "B7")));
    }

    [Test]
    public async Task The_workspace_may_be_known_from_what_came()
    {
        Hindrance = () => throw new SlackAwayException("Slack is away.");
        var people = Restart();
        people.NoteTeam("T7");
        Assert.That((await people.PersonAsync("U1")).Id.Value, Is.EqualTo("slack:T7/U1"));
    }

    [Test]
    public async Task Whoever_is_deactivated_keeps_their_name()
    {
        Name("U3", "Cleo", "cleo@example.com", deactivated: true);
        Assert.That((await People.PersonAsync("U3")).Name, Is.EqualTo("Cleo"));
    }

    [Test]
    public async Task A_bot_goes_by_the_name_under_which_it_posts() =>
        Assert.That(await People.BotAsync("B7", "Deploys"), Is.EqualTo(new Person(new PersonId("slack:T1/B7"), "Deploys")));

    [Test]
    public async Task Whom_Slack_names_the_house_meets_and_knows_who_they_are()
    {
        await House.Desk.SignInAsync(SignedInHouse.Newcomer("ana", "Ana Arndt", "ana@example.com"));
        Name("U1", "Ana", "ana@example.com");
        await People.PersonAsync("U1");
        await People.PersonAsync("U1");
        var house = await House.Desk.HouseAsync();
        Assert.That(house.Room.People.Identities.Of(Ana.Id), Has.Count.EqualTo(2));
        Assert.That((await House.EntriesAsync(0)).Count(entry => entry.Event is IdentitiesLinked), Is.EqualTo(1));
    }

    [Test]
    public async Task An_address_that_Slack_has_not_verified_proves_nothing()
    {
        await House.Desk.SignInAsync(SignedInHouse.Newcomer("ana", "Ana Arndt", "ana@example.com"));
        Name("U1", "Ana", "ana@example.com", confirmed: false);
        await People.PersonAsync("U1");
        var account = (await House.Desk.HouseAsync()).Room.People.Accounts.ById.Values.Single().Person;
        Assert.That((await House.EntriesAsync(0)).Count(entry => entry.Event is IdentitiesLinked), Is.Zero);
        Assert.That(await People.UserAsync(account), Is.Null);
    }

    [Test]
    public async Task Who_is_of_Slack_is_known_there()
    {
        Assert.That(await People.UserAsync(Ana), Is.EqualTo("U1"));
        Assert.That(await People.UserAsync(Cast.Ana with { AlsoKnownAs = [Ana.Id] }), Is.EqualTo("U1"));
        Assert.That(await People.UserAsync(Cast.Ana), Is.Null);
        Assert.That(Asked, Is.Empty);
    }

    [Test]
    public async Task Who_signed_in_is_found_in_Slack_by_their_verified_address_and_not_asked_for_again()
    {
        await House.Desk.SignInAsync(SignedInHouse.Newcomer("ben", "Ben", "Ben@example.com"));
        await House.Desk.SignInAsync(SignedInHouse.Newcomer("cleo", "Cleo", "cleo@example.com"));
        Name("U2", "Ben", "ben@example.com");
        var (ben, cleo) = (await AccountAsync("Ben"), await AccountAsync("Cleo"));
        for (var time = 0; time < 3; time++)
        {
            Assert.That(await People.UserAsync(ben), Is.EqualTo("U2"));
            Assert.That(await People.UserAsync(cleo), Is.Null);
        }
        Assert.That(Asked, Is.EqualTo(["ben@example.com", "cleo@example.com"]));
    }

    [TestCase(true, false)]
    [TestCase(false, true)]
    public async Task An_account_that_is_shut_or_a_program_is_nobody_to_invite(bool deactivated, bool bot)
    {
        await House.Desk.SignInAsync(SignedInHouse.Newcomer("ben", "Ben", "ben@example.com"));
        Name("U2", "Ben", "ben@example.com", deactivated: deactivated, bot: bot);
        Assert.That(await People.UserAsync(await AccountAsync("Ben")), Is.Null);
    }

    [Test]
    public async Task A_user_group_is_its_people()
    {
        Assert.That((await People.GroupAsync("S1")).Select(person => person.Name), Is.EqualTo(["Ana", "Ben Ångström"]));
        Assert.That(await People.GroupAsync("S2"), Is.Empty);
        Assert.That(Asked.Where(question => question == "groups"), Has.Exactly(1).Items);
        Hindrance = () => throw new SlackFaultException("usergroups.list", "missing_scope", "It may not.");
        Assert.That(await Restart().GroupAsync("S1"), Is.Empty);
    }

    private async Task<Person> AccountAsync(string name) => (await House.Desk.HouseAsync()).Room.People.Accounts.ById.Values.Single(account => account.Name == name).Person;

    private static Task EventuallyAsync(Func<bool> so) => EventuallyAsync(() => Task.FromResult(so()));

    private static async Task EventuallyAsync(Func<Task<bool>> so)
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await so()) await Task.Delay(5, enough.Token);
    }
}

using IncidentBot.Ports;
using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

public sealed class GivingTokens
{
    private static readonly MakeToken DeployBot = new("Deploy-Bot", [TokenScope.Lines, TokenScope.Read], TimeSpan.FromDays(90), ["ben", "ana"]) { Print = Print("t1") };

    [Test]
    public void A_token_is_known_by_its_digest_and_opens_what_was_said_until_its_time_is_over()
    {
        var story = new Story().Does(Ana, DeployBot);
        Assert.That(story.Entries[^1].Sentence, Is.EqualTo("Ana made the token deploy-bot, which opens read and lines until 2027-02-21 09:00 UTC and speaks for @ana and @ben"));
        var tokens = story.Incident.People.Tokens;
        var found = tokens.Find(CountingMint.Text("t1"), story.Now)!;
        Assert.That((found.Bearer.Id.Value, found.MadeBy, found.MadeAt), Is.EqualTo(("api:deploy-bot", Ana, story.Now)));
        Assert.That(Enum.GetValues<TokenScope>().Where(found.Opens), Is.EqualTo(new[] { TokenScope.Read, TokenScope.Lines }));
        Assert.That(tokens.Find(CountingMint.Text("t1"), story.Now.AddDays(90).AddTicks(-1)), Is.Not.Null);
        Assert.That(tokens.Find(CountingMint.Text("t1"), story.Now.AddDays(90)), Is.Null);
    }

    [TestCase("")]
    [TestCase("ib_")]
    [TestCase("ib_t1_")]
    [TestCase("ib_t1_sssssssssssssssssssssssssssssssssssssssssss ")]
    [TestCase("IB_t1_sssssssssssssssssssssssssssssssssssssssssss")]
    [TestCase("ib_t2_sssssssssssssssssssssssssssssssssssssssssss")]
    [TestCase("ib_t1_ssssssssssssssssssssssssssssssssssssssssss\ud800")]
    public void Nothing_else_opens_it(string presented) =>
        Assert.That(new Story().Does(Ana, DeployBot).Incident.People.Tokens.Find(presented, Story.Begin), Is.Null);

    [Test]
    public void A_revoked_one_opens_nothing_and_its_bearer_may_nothing()
    {
        var story = new Story().Does(Ana, DeployBot);
        Assert.That(story.Incident.People.Tokens.RightOf(new PersonId("api:deploy-bot")), Is.EqualTo(Right.Responder));
        story.After(TimeSpan.FromHours(1)).Does(Ben, new RevokeToken("deploy-bot", "the pipeline is gone."));
        Assert.That(story.Entries[^1].Sentence, Is.EqualTo("Ben revoked the token deploy-bot, because the pipeline is gone"));
        Assert.That(story.Incident.People.Tokens.Find(CountingMint.Text("t1"), story.Now), Is.Null);
        Assert.That(story.Incident.People.Tokens.RightOf(new PersonId("api:deploy-bot")), Is.EqualTo(Right.None));
        Assert.That(story.Refusal(Ana, new RevokeToken("t1", null)), Is.EqualTo("The token deploy-bot was revoked on 2026-11-23 10:00 UTC already."));
    }

    [Test]
    public void A_name_has_one_live_token()
    {
        var story = new Story().Does(Ana, DeployBot);
        Assert.That(story.Refusal(Ben, DeployBot with { Print = Print("t2") }),
            Is.EqualTo("There is a token deploy-bot already; Ana made it on 2026-11-23 09:00 UTC. Take another name, or revoke that one first."));
        Assert.That(story.Does(Ana, new RevokeToken("t1", null)).When(Ben, DeployBot with { Print = Print("t2") }), Is.InstanceOf<Decision.Accepted>());
    }

    [Test]
    public void Who_gets_the_name_of_one_whose_time_is_over_gets_none_of_its_right()
    {
        var story = new Story().Does(Ana, DeployBot with { Scopes = [TokenScope.Admin] }).After(TimeSpan.FromDays(91)).Does(Ben, DeployBot with { Scopes = [TokenScope.Read], Print = Print("t2") });
        Assert.That(story.Entries.Select(entry => entry.Event.GetType()), Is.EqualTo(new[] { typeof(TokenMade), typeof(TokenRevoked), typeof(TokenMade) }));
        Assert.That(story.Incident.People.Tokens.RightOf(new PersonId("api:deploy-bot")), Is.EqualTo(Right.Reader));
    }

    [TestCase("", "“” is no name for a token. Take up to 40 letters, digits, dots, dashes and underscores, like deploy-bot.")]
    [TestCase("-x", "“-x” is no name for a token. Take up to 40 letters, digits, dots, dashes and underscores, like deploy-bot.")]
    [TestCase("Größe", "“Größe” is no name for a token. Take up to 40 letters, digits, dots, dashes and underscores, like deploy-bot.")]
    [TestCase("a/b", "“a/b” is no name for a token. Take up to 40 letters, digits, dots, dashes and underscores, like deploy-bot.")]
    [TestCase("x\n", "“x” is no name for a token. Take up to 40 letters, digits, dots, dashes and underscores, like deploy-bot.")]
    public void A_name_is_what_fits_into_an_identity(string name, string sentence) =>
        Assert.That(new Story().Refusal(Ana, DeployBot with { Name = name }), Is.EqualTo(sentence));

    [Test]
    public void What_opens_nothing_is_not_made()
    {
        Assert.That(new Story().Refusal(Ana, DeployBot with { Scopes = [] }), Is.EqualTo("Say what the token shall open: --scope read,lines. There are read, lines, alerts, gate and admin."));
        Assert.That(new Story().Refusal(Ana, DeployBot with { For = TimeSpan.Zero }), Is.EqualTo("A token that lives for no time opens nothing. Say --for 90d, or leave it out for a token without an end."));
    }

    [Test]
    public void Revoking_names_one_that_is_there_and_a_reason_that_fits()
    {
        Assert.That(new Story().Refusal(Ana, new RevokeToken("kitchen", null)), Is.EqualTo("There is no token “kitchen”."));
        Assert.That(new Story().Does(Ana, DeployBot).Refusal(Ana, new RevokeToken("deploy-bot", new string('x', 1001))), Does.StartWith("The reason has 1,001 characters; 1,000 are allowed."));
    }

    [Test]
    public void What_is_printed_by_accident_gives_nothing_away()
    {
        var minted = new CountingMint().Mint();
        Assert.That(new[] { $"{minted}", $"{new Reply("x") { Token = minted }}", $"{DeployBot with { Print = minted.Print }}" }, Has.None.Contains("sss"));
    }

    private static TokenPrint Print(string id) => new(id, ApiTokens.Digest(CountingMint.Text(id)));
}

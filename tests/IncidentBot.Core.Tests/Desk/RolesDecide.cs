using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

/// <summary>Which roles may do what, and when.</summary>
public sealed class RolesDecide
{
    private static readonly Severity All = new(9);

    [Test]
    public async Task A_rule_holds_in_the_stages_that_it_names()
    {
        var at = await OpenAsync(new AuthorityRule(["note"], ["commander"], All) { Stages = [Stage.Triage, Stage.Containment] });
        Assert.That((await at.Hear(Ben, "note \"early\"", 1)).Refused, Is.False, "in identification");
        await at.Hear(Ana, "triage", 1);
        Assert.That((await at.Hear(Ben, "note \"later\"", 1)).Text, Is.EqualTo("While a SEV3 is in triage, note is for the incident commander: ask Ana."));
        await at.Hear(Ana, "contain --override \"no time\"", 1);
        Assert.That((await at.Hear(Ben, "note \"later\"", 1)).Text, Is.EqualTo("While a SEV3 is in containment, note is for the incident commander: ask Ana."));
        await at.Hear(Ana, "remediate", 1);
        Assert.That((await at.Hear(Ben, "note \"at last\"", 1)).Refused, Is.False, "in remediation");
    }

    [TestCase("resolve \"it is fine\"")]
    [TestCase("stage resolve \"it is fine\"")]
    [TestCase("stage fixed \"it is fine\"")]
    [TestCase("status resolved \"it is fine\"")]
    public async Task Whichever_word_leads_to_a_deed_the_rule_for_the_deed_counts(string line)
    {
        var at = await OpenAsync(new AuthorityRule(["resolve"], ["commander"], All));
        await at.Hear(Ana, "triage", 1);
        Assert.That((await at.Hear(Ben, line, 1)).Text, Is.EqualTo("On a SEV3, resolve is for the incident commander: ask Ana."));
    }

    [TestCase("lead", "role")]
    [TestCase("role claim deputy", "role")]
    [TestCase("DECISION: roll back", "decision")]
    [TestCase("TODO: alert earlier", "followup")]
    [TestCase("IMPACT: nobody can pay", "impact")]
    public async Task Shortcuts_go_round_no_rule(string words, string deed)
    {
        var at = await OpenAsync(new AuthorityRule([deed], ["commander"], All));
        var reply = words.Contains(':') ? await at.Say(Ben, words, 1) : await at.Hear(Ben, words, 1);
        Assert.That(reply.Text, Does.EndWith($"On a SEV3, {deed} is for the incident commander: ask Ana."));
        Assert.That((await at.EntriesAsync(1)).Where(entry => entry.By.Id == Ben.Id).Select(entry => entry.Event), Is.All.InstanceOf<MessagePosted>());
    }

    [Test]
    public async Task A_rule_for_a_word_counts_for_all_that_the_word_leads_to()
    {
        var at = await OpenAsync(new AuthorityRule(["stage"], ["commander"], All));
        Assert.That((await at.Hear(Ben, "stage triage", 1)).Text, Is.EqualTo("On a SEV3, stage is for the incident commander: ask Ana."));
    }

    [Test]
    public void Admins_may_too_where_a_rule_says_so_and_alone_where_it_names_no_role()
    {
        var incident = Story.Declared().Given(Ana, new RoleAssigned("commander", "Incident commander", Ana)).Incident;
        var (admin, responder) = (new Person(new PersonId("sso:eve"), "Eve") { Right = Right.Admin }, new Person(new PersonId("sso:ben"), "Ben"));
        Assert.That(Refusal(new AuthorityRule(["note"], ["commander"], All) { Admins = true }, incident, admin), Is.Null);
        Assert.That(Refusal(new AuthorityRule(["note"], ["commander"], All) { Admins = true }, incident, responder), Is.EqualTo("On a SEV3, note is for the incident commander or admins of IncidentBot: ask Ana."));
        Assert.That(Refusal(new AuthorityRule(["note"], [], All) { Admins = true }, incident, admin), Is.Null);
        Assert.That(Refusal(new AuthorityRule(["note"], [], All) { Admins = true }, incident, responder), Is.EqualTo("On a SEV3, note is for admins of IncidentBot."));
    }

    [Test]
    public async Task A_card_offers_nothing_that_would_be_refused()
    {
        var at = await OpenAsync(new AuthorityRule(["severity", "triage", "update"], ["commander"], All));
        var (anas, bens) = (await CardAsync(at, Ana), await CardAsync(at, Ben));
        Assert.That(anas, Is.SupersetOf(new[] { "Severity", "Start triage", "Post update" }));
        Assert.That(bens, Has.None.AnyOf("Severity", "Start triage", "Post update").And.Contain("Record decision"));
    }

    [Test]
    public async Task A_card_of_what_has_ended_offers_reopening_to_those_who_may()
    {
        var at = new DeskFixture();
        await at.Hear(Ana, "declare sev1 nobody can pay");
        await at.Hear(Ana, "lead", 1);
        await at.Hear(Ana, "cancel \"a false alarm\"", 1);
        Assert.That(await CardAsync(at, Ana), Is.EqualTo(new[] { "Review", "Reopen", "Add follow-up" }));
        Assert.That(await CardAsync(at, Ben), Is.EqualTo(new[] { "Review", "Add follow-up" }));
    }

    private static string? Refusal(AuthorityRule rule, Incident incident, Person by) =>
        IncidentDesk.WhyNot("note", by, incident, DefaultPolicy.Create() with { Authority = [rule], Access = new AccessPolicy() })?.Text;

    private static async Task<DeskFixture> OpenAsync(AuthorityRule rule)
    {
        var at = new DeskFixture(DefaultPolicy.Create() with { Authority = [rule] });
        await at.Hear(Ana, "declare sev3 slow pages");
        await at.Hear(Ana, "role claim commander", 1);
        return at;
    }

    private static async Task<IEnumerable<string>> CardAsync(DeskFixture at, Person viewer) => (await at.Hear(viewer, "info", 1)).Card!.Controls.Select(control => control.Label);
}

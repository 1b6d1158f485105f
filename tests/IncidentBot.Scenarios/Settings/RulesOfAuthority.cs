namespace IncidentBot.Scenarios.Settings;

public sealed class RulesOfAuthority
{
    [Test]
    public void A_rule_names_stages_and_admins()
    {
        var rule = RuleOf("""{ "note": { "Roles": ["ic"], "Stages": ["triage", "Containment"], "Admins": true } }""", "note")!;
        Assert.That((rule.Roles.Single(), rule.Stages, rule.Admins, rule.From), Is.EqualTo(("commander", new[] { Stage.Triage, Stage.Containment }, true, new Severity(9))));
    }

    [Test]
    public void Admins_alone_are_enough() => Assert.That(RuleOf("""{ "export": { "Admins": true } }""", "export"), Has.Property("Roles").Empty.And.Property("Admins").True);

    [Test]
    public void What_is_left_out_stays_as_it_is_by_default()
    {
        var rule = RuleOf("""{ "private": { "From": "SEV1" } }""", "private")!;
        Assert.That((rule.From, rule.Admins, rule.Roles), Is.EqualTo((new Severity(1), true, new[] { "commander", "security-lead" })));
        Assert.That(RuleOf("""{ "private": { "Admins": false } }""", "private")!.Admins, Is.False);
    }

    [Test]
    public void Never_takes_a_rule_away() => Assert.That(RuleOf("""{ "close": { "From": "never" } }""", "close"), Is.Null);

    private static AuthorityRule? RuleOf(string authority, string verb) =>
        SettingsFile.Read($$"""{ "Response": { "Authority": {{authority}} } }""").Policy.Authority.SingleOrDefault(rule => rule.Verbs.Contains(verb));
}

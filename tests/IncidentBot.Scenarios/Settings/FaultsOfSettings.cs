using System.Text.Json;

namespace IncidentBot.Scenarios.Settings;

public sealed class FaultsOfSettings
{
    [TestCase("""{ "Stor": {} }""", "Stor", "There is no such setting. The nearest is Store.")]
    [TestCase("""{ "Store": { "Pat": "x" } }""", "Store:Pat", "There is no such setting. The nearest is Store:Path.")]
    [TestCase("""{ "Store": "x" }""", "Store", "This is a group of settings, not a value: Provider and Path.")]
    [TestCase("""{ "Store": { "Path": "" } }""", "Store:Path", "This must not be empty.")]
    [TestCase("""{ "Store": { "Path": { "a": 1 } } }""", "Store:Path", "This is one value, not a group of settings.")]
    [TestCase("""{ "Store": { "Provider": "Oracle" } }""", "Store:Provider", "“Oracle” is not known here. There is LiteDb.")]
    [TestCase("""{ "WarRoom": { "LargestFileMegabytes": 0 } }""", "WarRoom:LargestFileMegabytes", "0 is not possible. Write 1 to 2000.")]
    [TestCase("""{ "WarRoom": { "LargestFileMegabytes": "lots" } }""", "WarRoom:LargestFileMegabytes", "“lots” is not a whole number.")]
    [TestCase("""{ "Backup": { "Every": "1s" } }""", "Backup:Every", "1s is not possible. Write 1m to 365d.")]
    [TestCase("""{ "Backup": { "Keep": 0 } }""", "Backup:Keep", "0 is not possible. Write 1 to 1000.")]
    [TestCase("""{ "Backup": { "Where": "/mnt" } }""", "Backup:Where", "There is no such setting. The nearest is Backup:")]
    [TestCase("""{ "Store": { "Path": "/data" }, "Backup": { "Directory": "/data/../data/backups" } }""", "Backup:Directory", "/data/backups lies in the data directory /data: what harms one would harm the other. Name a directory outside of it, on another disk.")]
    [TestCase("""{ "Backup": { "Directory": "/dev/null" } }""", "Backup:Directory", "/dev/null is a file. Name a directory for backups.")]
    [TestCase("""{ "Seals": { "Every": "1s" } }""", "Seals:Every", "1s is not possible. Write 10s to 30d.")]
    [TestCase("""{ "Promises": { "TryFor": "soon" } }""", "Promises:TryFor", "“soon” is not a length of time. Write 20m, 2h, 3d or 1h30m.")]
    [TestCase("""{ "Response": { "Command": "/Incident" } }""", "Response:Command", "“/Incident” cannot be a command. Write a word of small letters, digits and dashes, without the slash.")]
    [TestCase("""{ "Response": { "DefaultSeverity": "SEV9" } }""", "Response:DefaultSeverity", "SEV9 is not in use. There is SEV1, SEV2, SEV3, SEV4 and SEV5.")]
    [TestCase("""{ "Response": { "DefaultSeverity": "bad" } }""", "Response:DefaultSeverity", "“bad” is not a severity. Write SEV1 to SEV9.")]
    [TestCase("""{ "Response": { "Severities": { "SEV1": { "UpdateEvery": "20 bananas" } } } }""", "Response:Severities:SEV1:UpdateEvery", "“20 bananas” is not a length of time. Write 20m, 2h, 3d or 1h30m.")]
    [TestCase("""{ "Response": { "Severities": { "SEV1": { "UpdateEvery": "0m" } } } }""", "Response:Severities:SEV1:UpdateEvery", "This must be longer than no time at all. Write 20m, 2h or 3d.")]
    [TestCase("""{ "Response": { "Severities": { "SEV1": { "NeedsReview": "maybe" } } } }""", "Response:Severities:SEV1:NeedsReview", "“maybe” is not true or false.")]
    [TestCase("""{ "Response": { "Severities": { "bad": {} } } }""", "Response:Severities:bad", "This is not a severity. Write SEV1 to SEV9; SEV1 is the worst.")]
    [TestCase("""{ "Response": { "Severities": { "SEV6": { "Name": "odd" } } } }""", "Response:Severities:SEV6:Description", "A severity of your own needs a description, so that people recognise it.")]
    [TestCase("""{ "Response": { "Templates": { "Public": "{titel}" } } }""", "Response:Templates:Public", "{titel} cannot be filled in. There is {title}, {severity} and {impact}.")]
    [TestCase("""{ "Response": { "Templates": { "Publik": "x" } } }""", "Response:Templates:Publik", "There is no such setting. The nearest is Response:Templates:Public.")]
    [TestCase("""{ "Response": { "Roles": { "commander": { "Enabled": false } } } }""", "Response:Roles:commander:Enabled", "The commander cannot be done without.")]
    [TestCase("""{ "Response": { "Roles": { "commander": { "Many": true } } } }""", "Response:Roles:commander:Many", "An incident has one commander at a time.")]
    [TestCase("""{ "Response": { "Roles": { "driver": { "Duties": "Drives." } } } }""", "Response:Roles:driver:Title", "A role of your own needs a title.")]
    [TestCase("""{ "Response": { "Roles": { "scribe": { "Aliases": ["ic"] } } } }""", "Response:Roles:scribe:Aliases", "“ic” already means commander. A word can mean one role only.")]
    [TestCase("""{ "Response": { "Roles": { "scribe": { "Aliases": "pen" } } } }""", "Response:Roles:scribe:Aliases", "This is a list: write [\"…\"], also for one.")]
    [TestCase("""{ "Response": { "Roles": { "scribe": { "Aliases": ["two words"] } } } }""", "Response:Roles:scribe:Aliases", "“two words” cannot be typed as one word. Use small letters, digits and dashes.")]
    [TestCase("""{ "Response": { "Roles": { "deputy": { "Enabled": false } } } }""", "Response:Authority:resolve:Roles", "There is no role “deputy”.")]
    [TestCase("""{ "Response": { "Exits": { "Triage": { "Commandr": "SEV1" } } } }""", "Response:Exits:Triage:Commandr", "There is no such setting. The nearest is Response:Exits:Triage:Commander.")]
    [TestCase("""{ "Response": { "Exits": { "Triage": { "Impact": "often" } } } }""", "Response:Exits:Triage:Impact", "“often” is not a severity. Write from which one on this holds (SEV2: for SEV2 and worse), or never.")]
    [TestCase("""{ "Response": { "Authority": { "closee": { "Roles": ["commander"] } } } }""", "Response:Authority:closee", "There is no verb “closee”. The nearest is close.")]
    [TestCase("""{ "Response": { "Authority": { "close": { "Roles": ["comander"] } } } }""", "Response:Authority:close:Roles", "There is no role “comander”. The nearest is commander.")]
    [TestCase("""{ "Response": { "Authority": { "note": { "From": "SEV1" } } } }""", "Response:Authority:note:Roles", "No role is named. Name the roles that may, or write \"From\": \"never\" to let everybody.")]
    [TestCase("""{ "Response": { "Authority": { "note": { "Roles": ["commander"], "Stages": ["containmnt"] } } } }""", "Response:Authority:note:Stages", "There is no stage “containmnt”. The nearest is Containment.")]
    [TestCase("""{ "Response": { "Authority": { "note": { "Roles": ["commander"], "Stages": "Triage" } } } }""", "Response:Authority:note:Stages", "This is a list: write [\"…\"], also for one.")]
    [TestCase("""{ "Response": { "Authority": { "note": { "Roles": ["commander"], "Stages": ["2"] } } } }""", "Response:Authority:note:Stages", "There is no stage “2”. The nearest is ")]
    [TestCase("""{ "Response": { "Authority": { "note": { "Admins": "perhaps" } } } }""", "Response:Authority:note:Admins", "“perhaps” is not true or false.")]
    [TestCase("""{ "Response": { "Authority": { "note": { "Admins": false } } } }""", "Response:Authority:note:Roles", "No role is named. Name the roles that may, or write \"From\": \"never\" to let everybody.")]
    [TestCase("""{ "Response": { "Reminders": { "Most": 0 } } }""", "Response:Reminders:Most", "0 reminders are none. Write 1 or more; people can snooze them.")]
    [TestCase("""{ "Response": { "HandoffAnswerWithin": "-5m" } }""", "Response:HandoffAnswerWithin", "“-5m” is not a length of time. Write 20m, 2h, 3d or 1h30m.")]
    [TestCase("""{ "Alerts": { "Token": "short" } }""", "Alerts:Token", "A token has 16 to 200 letters, digits and signs, without spaces. Make one: openssl rand -hex 20.")]
    [TestCase("""{ "Alerts": { "ProposeOthers": "sometimes" } }""", "Alerts:ProposeOthers", "“sometimes” is not true or false.")]
    [TestCase("""{ "Secrets": { "ours": { "Name": "a key of ours" } } }""", "Secrets:ours:Pattern", "What does it look like? Write a regular expression.")]
    [TestCase("""{ "Retention": { "After": "365d" } }""", "Retention:Directory", "Where do the bundles of retired incidents go? Name a directory outside the data directory.")]
    [TestCase("""{ "Retention": { "After": "365d", "Directory": "./data/old" } }""", "Retention:Directory", "This lies in the data directory, so that the words would not leave it. Name a directory outside.")]
    [TestCase("""{ "Retention": { "After": "1d", "Directory": "/old" } }""", "Retention:After", "1d is not possible. Write 30d to 36500d.")]
    [TestCase("""{ "Alerts": { "Rule": {} } }""", "Alerts:Rule", "There is no such setting. The nearest is Alerts:Rules.")]
    [TestCase("""{ "Alerts": { "Rules": { "all": { "Severity": "SEV2" } } } }""", "Alerts:Rules:all:Match", "Without a match the rule would declare an incident for every alert. Write { \"alertname\": \"*\" } if that is meant.")]
    [TestCase("""{ "Alerts": { "Rules": { "x": { "Match": { "team": "" } } } } }""", "Alerts:Rules:x:Match:team", "An empty text matches nothing that is worth a rule. Write * for any value.")]
    [TestCase("""{ "Alerts": { "Rules": { "x": { "Match": { "team": "*" }, "Severity": "SEV9" } } } }""", "Alerts:Rules:x:Severity", "SEV9 is not in use. There is SEV1, SEV2, SEV3, SEV4 and SEV5.")]
    [TestCase("""{ "Alerts": { "Rules": { "x": { "Match": { "team": "*" }, "Type": "Weather" } } } }""", "Alerts:Rules:x:Type", "“Weather” is not known here. There is Reliability, Security.")]
    [TestCase("""{ "Alerts": { "Rules": { "x": { "Match": { "team": "*" }, "Title": "{summary" } } } }""", "Alerts:Rules:x:Title", "“{summary” has a brace that holds no label's name. Write {service}, {summary} or another label's name.")]
    [TestCase("""{ "Alerts": { "Rules": { "x": { "Match": { "team": "*" }, "Service": "{ }" } } } }""", "Alerts:Rules:x:Service", "“{ }” has a brace that holds no label's name. Write {service}, {summary} or another label's name.")]
    [TestCase("""{ "Alerts": { "Rules": { "a name that is much longer than any name that a rule ought to have": { "Match": { "team": "*" } } } } }""", "Alerts:Rules:a name that is much longer than any name that a rule ought to have", "The rule's name has 66 characters; 60 are allowed.")]
    [TestCase("""{ "Kestrel": { "Endpoints": { "a": { "Url": "http://0.0.0.0:80" } } } }""", "Kestrel", "The web server is not set up this way. Use Listen.")]
    public void A_fault_is_told_under_the_settings_full_name(string json, string setting, string sentence) =>
        Assert.That(SettingsFile.Faults(json), Does.Contain($"\n  {setting}\n    {sentence}"));

    [TestCase("http://0.0.0.0:5080")]
    [TestCase("http://*:5080")]
    [TestCase("http://+:80")]
    [TestCase("http://[::]:5080")]
    [TestCase("http://192.168.1.20:5080")]
    [TestCase("http://bot.example:5080")]
    [TestCase("http://127.0.0.1:5080;http://10.0.0.1:5080")]
    public void An_address_that_the_network_could_reach_is_refused_with_the_reason(string address) =>
        Assert.That(SettingsFile.Faults($$"""{ "Listen": "{{address}}" }"""), Does.Contain("would open IncidentBot to the network, and it could not ask who is there: sign-in is not set up. Set SignIn:Authority and PublicUrl, or listen on http://127.0.0.1:5080"));

    [TestCase("ftp://127.0.0.1")]
    [TestCase("http://unix:/tmp/x.sock")]
    [TestCase("5080")]
    [TestCase("http://127.0.0.1:99999")]
    public void What_is_no_address_is_refused(string address) =>
        Assert.That(SettingsFile.Faults($$"""{ "Listen": "{{address}}" }"""), Does.Contain("is not an address that can be listened on. Write http://127.0.0.1:5080."));

    [Test]
    public void No_severity_left_is_a_fault() =>
        Assert.That(
            SettingsFile.Faults("""{ "Response": { "Severities": { "SEV1": {"Enabled": false}, "SEV2": {"Enabled": false}, "SEV3": {"Enabled": false}, "SEV4": {"Enabled": false}, "SEV5": {"Enabled": false} } } }"""),
            Does.Contain("No severity is left in use. Leave at least one enabled."));

    [Test]
    public void All_faults_are_told_at_once()
    {
        var page = SettingsFile.Faults("""{ "Listn": 1, "Seals": { "Every": "x" }, "Response": { "Reminders": { "Most": 0 } } }""");
        Assert.That(page, Does.StartWith("IncidentBot did not start: 3 settings are wrong.").And.Contains("appsettings.example.json shows every setting"));
    }

    [Test]
    public void An_empty_file_is_the_default_policy()
    {
        var policy = SettingsFile.Read("{}").Policy;
        var defaults = DefaultPolicy.Create();
        Assert.That(JsonSerializer.Serialize(policy.Severities), Is.EqualTo(JsonSerializer.Serialize(defaults.Severities)));
        Assert.That(JsonSerializer.Serialize(policy.Roles), Is.EqualTo(JsonSerializer.Serialize(defaults.Roles)));
        Assert.That(policy.Exits, Is.EquivalentTo(defaults.Exits));
        Assert.That(policy.Authority.SelectMany(rule => rule.Verbs), Is.EquivalentTo(defaults.Authority.SelectMany(rule => rule.Verbs)));
    }

    [Test]
    public void Settings_change_what_they_name_and_nothing_else()
    {
        var policy = SettingsFile.Read("""
            { "Response": {
                "Severities": { "SEV1": { "UpdateEvery": "10m" }, "SEV5": { "Enabled": false } },
                "Exits": { "Triage": { "Impact": "never" } },
                "Authority": { "close": { "Roles": ["ic"], "From": "SEV5" }, "merge": { "From": "never" } },
                "Services": { "pay": { "Owner": "payments", "RevenueCritical": true } } } }
            """).Policy;

        Assert.That(policy.RuleOf(new Severity(1)).UpdateEvery, Is.EqualTo(TimeSpan.FromMinutes(10)));
        Assert.That(policy.RuleOf(new Severity(1)).TriageWithin, Is.EqualTo(TimeSpan.FromMinutes(15)));
        Assert.That(policy.Severities, Has.Count.EqualTo(4));
        Assert.That(policy.Exits.Where(rule => rule.Leaving == Exit.Triage).Select(rule => rule.Criterion), Is.EquivalentTo(new[] { CriterionName.Commander, CriterionName.FirstUpdate }));
        Assert.That(policy.Authority.Single(rule => rule.Verbs.Contains("close")).Roles, Is.EqualTo(new[] { "commander" }));
        Assert.That(policy.Authority.Any(rule => rule.Verbs.Contains("merge")), Is.False);
        Assert.That(policy.Services, Is.EqualTo(new[] { new ServiceRule("pay", "payments", true) }));
    }
}

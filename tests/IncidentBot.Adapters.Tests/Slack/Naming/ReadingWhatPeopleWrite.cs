using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Naming;

namespace IncidentBot.Adapters.Tests.Slack.Naming;

/// <summary>Text as Slack writes it, in plain words and as a line.</summary>
internal sealed class ReadingWhatPeopleWrite : NamedBySlack
{
    [TestCase("hello", "hello")]
    [TestCase("<@U1> look", "@Ana look")]
    [TestCase("<@U2|bob> look", "@Ben Ångström look")]
    [TestCase("<@U7|carl>", "@carl", Description = "whom Slack does not name goes by what stands beside the id")]
    [TestCase("<@U7>", "@U7")]
    [TestCase("in <#C1|help>", "in #help")]
    [TestCase("in <#C1>", "in #help")]
    [TestCase("in <#C1|>", "in #help")]
    [TestCase("in <#C9|>", "in #private-channel", Description = "the name of a private channel is not for whoever reads along")]
    [TestCase("<!here> <!channel> <!everyone|everyone>", "@here @channel @everyone")]
    [TestCase("<!subteam^S1|@sre> <!subteam^S1> <!subteam^S9>", "@sre @sre @S9")]
    [TestCase("<!date^1700000000^{date} at {time}|Nov 14, 22:13>", "Nov 14, 22:13")]
    [TestCase("<!date^1700000000^{date}>", "2023-11-14 22:13 UTC")]
    [TestCase("<!date^99999999999999^{date}>", "!date^99999999999999^{date}")]
    [TestCase("<https://x.example/a?b=1&amp;c=2>", "https://x.example/a?b=1&c=2")]
    [TestCase("<https://x.example/|the page>", "the page (https://x.example/)")]
    [TestCase("<http://x.example|x.example>", "x.example")]
    [TestCase("<https://x.example/|x.example>", "x.example")]
    [TestCase("<https://x.example|https://x.example>", "https://x.example")]
    [TestCase("<mailto:a@b.example|a@b.example>", "a@b.example")]
    [TestCase("<mailto:a@b.example>", "a@b.example")]
    [TestCase("<tel:+4912345|+4912345>", "+4912345")]
    [TestCase("1 &lt; 2 &amp;&amp; 3 &gt; 2", "1 < 2 && 3 > 2")]
    [TestCase("&amp;lt;", "&lt;", Description = "undone once")]
    [TestCase("a &lt;@U1&gt; typed by hand", "a <@U1> typed by hand")]
    [TestCase("<nothing of Slack's> <", "<nothing of Slack's> <")]
    [TestCase("<@U1", "<@U1")]
    [TestCase("<@U1><@U2>", "@Ana@Ben Ångström")]
    [TestCase("“quoted” – and\u00a0kept", "“quoted” – and\u00a0kept")]
    public async Task It_reads_as_it_was_meant(string text, string plain) => Assert.That(await People.PlainAsync(text), Is.EqualTo(plain));

    [TestCase("assign commander <@U1>", "assign commander @ana")]
    [TestCase("assign commander <@U2|bob>", "assign commander @ben-ångström")]
    [TestCase("declare “checkout is down” —severity sev1", "declare \"checkout is down\" --severity sev1")]
    [TestCase("note it’s –owner <@U1>", "note it's --owner @ana")]
    [TestCase("note a — b and sev1–sev2", "note a — b and sev1–sev2", Description = "a dash between words is one")]
    [TestCase("  note\u00a0 two   spaces ", "note two spaces")]
    [TestCase("note one\ntwo", "note one\ntwo")]
    [TestCase("note 1 &lt; 2 in <#C1|help> at <https://x.example>", "note 1 < 2 in #help at https://x.example")]
    public async Task A_line_is_as_it_was_typed(string text, string line) => Assert.That((await People.LineAsync(text)).Text, Is.EqualTo(line));

    [Test]
    public async Task Each_handle_means_one_person()
    {
        Name("U3", "Ana");
        Name("U4", "Ana 2");
        Name("U5", "me");
        Name("U6", "🦊");
        var line = await People.LineAsync("<@U1> <@U3> <@U4> <@U1> <@U5> <@U6>");
        Assert.Multiple(() =>
        {
            Assert.That(line.Text, Is.EqualTo("@ana @ana-2 @ana-2-2 @ana @u5 @u6"));
            Assert.That(line.Mentioned.ToDictionary(known => known.Key, known => known.Value.Id.Value), Is.EqualTo(new Dictionary<string, string>
            {
                ["ana"] = "slack:T1/U1", ["ana-2"] = "slack:T1/U3", ["ana-2-2"] = "slack:T1/U4", ["u5"] = "slack:T1/U5", ["u6"] = "slack:T1/U6",
            }));
        });
    }

    [Test]
    public async Task The_desk_finds_whom_a_line_mentions()
    {
        var boss = new Person(new PersonId("slack:T1/U1"), "Ana") { Right = Right.Responder };
        await House.Desk.RecordAsync(new IncidentId(1), [new IncidentDeclared("Checkout is down", new Severity(3), IncidentType.Reliability, Private: false, [], null)], boss, "slack", key: null);
        var line = await People.LineAsync("assign scribe <@U2>");
        var reply = await House.Desk.HearAsync(new Heard(line.Text, Person.Bot, "slack", new IncidentId(1)) { Mentioned = line.Mentioned });
        Assert.That((reply.Refused, reply.Text), Is.EqualTo((false, reply.Text)), reply.Text);
        Assert.That((await House.EntriesAsync(1)).Select(entry => entry.Event).OfType<RoleAssigned>().Single().To.Id.Value, Is.EqualTo("slack:T1/U2"));
    }

    [Test]
    public async Task While_Slack_is_away_words_come_without_names()
    {
        Hindrance = () => throw new SlackAwayException("Slack is away.");
        Assert.That(await Restart().PlainAsync("<@U1|ana> in <#C1>, <!subteam^S1>"), Is.EqualTo("@ana in #C1, @S1"));
    }

    [TestCase("<@U0> status", "status")]
    [TestCase("  <@U0|incidentbot>: status", "status")]
    [TestCase("<@U0>", "")]
    [TestCase("hey <@U0> status", null)]
    [TestCase("<@U1> status", null)]
    [TestCase("status", null)]
    public void What_stands_behind_a_mention_is_what_is_meant(string text, string? rest) => Assert.That(SlackMarkup.After(text, "U0"), Is.EqualTo(rest));
}

using System.Text.Json;
using IncidentBot.Chat.Slack.Rooms;

namespace IncidentBot.Adapters.Tests.Slack.Rooms;

/// <summary>What a message says, from its text, its blocks or what a program attached to it.</summary>
public sealed class ReadingWords
{
    [TestCase("""{"text":"hello"}""", "hello")]
    [TestCase("""{}""", "")]
    [TestCase("""{"text":null,"blocks":"no","attachments":7}""", "")]
    [TestCase("""{"text":"","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"*Disk* full"},"fields":[{"type":"plain_text","text":"a < b"}]},{"type":"divider"},{"type":"table"}]}""", "*Disk* full\na &lt; b")]
    [TestCase("""{"text":"","blocks":[{"type":"header","text":{"type":"plain_text","text":"Deploy"}},{"type":"context","elements":[{"type":"mrkdwn","text":"by"},{"type":"plain_text","text":"Ana"},{"type":"image","alt_text":"graph"}]},{"type":"image","alt_text":"CPU"},{"type":"markdown","text":"# done"}]}""", "Deploy\nby Ana graph\nCPU\n# done")]
    [TestCase("""{"text":"","blocks":[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"ask "},{"type":"user","user_id":"U1"},{"type":"text","text":" in "},{"type":"channel","channel_id":"C2"},{"type":"text","text":" & "},{"type":"link","url":"https://a.example","text":"see"},{"type":"emoji","name":"fire"},{"type":"broadcast","range":"here"},{"type":"usergroup","usergroup_id":"S1"},{"type":"color","value":"#fff"}]},{"type":"rich_text_list","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"one"}]},{"type":"rich_text_section","elements":[{"type":"text","text":"two"}]}]},{"type":"rich_text_quote","elements":[{"type":"text","text":"so\nit is"}]},{"type":"rich_text_preformatted","elements":[{"type":"text","text":"x > y"}]}]}]}""",
        "ask <@U1> in <#C2> &amp; <https://a.example|see>:fire:@here<!subteam^S1>\n• one\n• two\n&gt; so\n&gt; it is\nx &gt; y")]
    [TestCase("""{"bot_id":"B1","text":"","attachments":[{"fallback":"f","pretext":"Alert","title":"Disk full","text":"db-1","fields":[{"title":"Host","value":"db-1"}]}]}""", "Alert\nDisk full\ndb-1\nHost: db-1")]
    [TestCase("""{"bot_id":"B1","text":"Alert","attachments":[{"fallback":"Disk full on db-1"}]}""", "Alert\nDisk full on db-1")]
    [TestCase("""{"bot_id":"B1","text":"Alert","attachments":[{"fallback":"Alert"}]}""", "Alert")]
    [TestCase("""{"user":"U1","text":"see https://a.example","attachments":[{"from_url":"https://a.example","title":"A","text":"preview"}]}""", "see https://a.example")]
    [TestCase("""{"user":"U1","text":"","attachments":[{"is_share":true,"from_url":"https://acme.slack.com/p1","text":"what Ana said"}]}""", "what Ana said")]
    public void In_whatever_form_it_comes(string json, string words) => Assert.That(MessageWords.Of(JsonDocument.Parse(json).RootElement), Is.EqualTo(words));

    [TestCase("1795424400.000100", "2026-11-23 09:00:00.000100")]
    [TestCase("1.1", "1970-01-01 00:00:01.100000")]
    [TestCase("1", "1970-01-01 00:00:01.000000")]
    [TestCase("soon", null)]
    [TestCase("", null)]
    [TestCase(null, null)]
    [TestCase("1.2.3", null)]
    [TestCase("99999999999999.1", null)]
    public void A_ts_is_a_time(string? ts, string? time) => Assert.That(SlackTime.Read(ts)?.ToString("yyyy-MM-dd HH:mm:ss.ffffff"), Is.EqualTo(time));

    [Test]
    public void A_time_is_written_as_Slack_writes_it_and_orders_as_numbers_do()
    {
        Assert.That(SlackTime.Write(SlackTime.Read("1795424400.000100")!.Value), Is.EqualTo("1795424400.000100"));
        Assert.That(SlackTime.IsAfter("1795424400.000100", "999.9"), Is.True);
        Assert.That(SlackTime.IsAfter("1795424400.000100", "1795424400.000100"), Is.False);
    }
}

using IncidentBot.Chat.Slack;
using IncidentBot.Chat.Slack.Blocks;
using IncidentBot.Chat.Slack.Drawing;
using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Adapters.Tests.Slack.Drawing;

public sealed class WhatPeopleWriteStaysWords
{
    private const string Hostile = "<!channel> <@U1> *bold* <http://evil.example|click>";

    [Test]
    public async Task A_title_a_service_and_a_name_are_markup_nowhere()
    {
        var at = new DeskFixture();
        var mallory = Person.WhoSays("*Mallory* <!here>");
        await at.Hear(mallory, $"declare {LineWriter.Quote(Hostile)} --service \"*pay*\"");
        await at.Hear(mallory, "lead", 1);
        var incident = (await at.Desk.FindAsync(new IncidentId(1), Person.Bot))!;
        foreach (var blocks in new[] { Drawings.Hand.Announcement(incident, DefaultPolicy.Create()).Blocks, Drawings.Hand.Home([IncidentSummary.Of(incident)], []).Blocks })
        {
            var json = BlockJson.Of(blocks).GetRawText();
            Assert.That(json, Does.Contain("*bold*").Or.Contain("\\u003C!channel"));
            Assert.That(json, Does.Not.Contain("mrkdwn"), "nothing that people wrote stands where Slack looks for markup");
        }
    }

    [Test]
    public void The_words_for_notifications_escape_and_tell_moments_in_the_readers_zone() => Assert.That(
        SlackText.Marked($"{Hostile} & at 2026-11-23 10:42 UTC", 500),
        Is.EqualTo("&lt;!channel&gt; &lt;@U1&gt; *bold* &lt;http://evil.example|click&gt; &amp; at <!date^1795430520^{date_short_pretty} {time}|2026-11-23 10:42 UTC>"));

    [Test]
    public void Cutting_leaves_no_half_of_an_escape_or_a_moment([Range(10, 120)] int longest)
    {
        var marked = SlackText.Marked("a & b < c > d & 👩‍👩‍👧‍👦 2026-11-23 10:42 UTC & 👩‍👩‍👧‍👦 again & again & again & again", longest);
        Assert.That(marked, Has.Length.LessThanOrEqualTo(longest).And.EndWith("…"));
        Assert.That(marked, Does.Match("^(?:[^&<>]|&amp;|&lt;|&gt;|<!date[^>]+>)*$"));
        Assert.That(marked.Count(char.IsHighSurrogate), Is.EqualTo(4 * marked.Split("👩‍👩‍👧‍👦").Skip(1).Count()));
    }

    [Test]
    public void A_topic_mentions_nobody() => Assert.That(
        SlackDrawing.Topic(new Incident(new IncidentId(42)) { Title = Hostile, Severity = new Severity(2), Stage = Stage.Containment }),
        Is.EqualTo("SEV2 · Containment · no commander yet · INC-42 ‹!channel› ‹@U1› *bold* ‹http://evil.example|click›"));

    [Test]
    public async Task What_became_private_is_announced_no_more()
    {
        var at = new DeskFixture();
        await at.Hear(Ana, "declare \"Checkout is down\" --private");
        var drawn = Drawings.Hand.Announcement((await at.Desk.FindAsync(new IncidentId(1), Person.Bot))!, DefaultPolicy.Create());
        Assert.That(drawn.Text, Is.EqualTo("INC-1 is not public any more."));
        Assert.That(BlockJson.Of(drawn.Blocks).GetRawText(), Does.Not.Contain("Checkout").And.Not.Contain("Join"));
    }

    [Test]
    public async Task A_line_with_a_gap_is_typed_and_never_pressed()
    {
        var at = new DeskFixture();
        await at.Hear(Ana, "declare \"Checkout is down\" sev2");
        await at.Hear(Ana, "lead", 1);
        await at.Hear(Ana, "triage", 1);
        var reply = await at.Hear(Ana, "contain", 1);
        Assert.That(reply.Instead, Has.Some.Contains("…"), "the refusal asks to fill something in");
        var drawn = Drawings.Hand.Of(reply);
        var pressed = drawn.Blocks.OfType<Actions>().SelectMany(row => row.Elements).OfType<ButtonElement>().Select(button => button.Value);
        Assert.That(pressed, Has.None.Contains("…"));
        Assert.That(drawn.Text, Does.Contain("/incident INC-1 contain --override \"…\""));
    }

    [Test]
    public void Words_that_would_come_back_cut_are_not_given_to_be_changed()
    {
        var form = new Form("State the impact", "INC-1 impact", [new Blank("text", "Who is hurt, and how?") { Kind = BlankKind.Paragraph, Value = new string('x', 3_001) }], "State");
        var view = SlackForm.Draw(form, new FormMemory(form, new IncidentId(1), "C1"));
        Assert.That((view.Submit, view.CallbackId), Is.EqualTo(((Plain?)null, (string?)null)));
        Assert.That(BlockJson.Of(view).GetProperty("blocks")[0].GetProperty("elements")[0].GetProperty("elements")[0].GetProperty("text").GetString(), Is.EqualTo(
            "“Who is hurt, and how?” holds 3,001 characters; Slack lets one change 3,000. Change it in the war room, where there is room for all of it."));
    }

    [Test]
    public void A_home_takes_what_there_is_room_for()
    {
        var view = Drawings.Hand.Home(Drawings.Many(60, 1), Drawings.Many(60, 100));
        Assert.That(view.Blocks, Has.Count.LessThanOrEqualTo(100));
        Assert.That(BlockJson.Of(view).GetRawText(), Does.Contain("and 40 more"));
    }

    [Test]
    public void A_long_list_counts_what_it_leaves_out()
    {
        var drawn = Drawings.Hand.Of(new Message("Many") { Items = [.. Enumerable.Range(1, 100).Select(number => $"{number} {new string('x', 200)}")] });
        Assert.That(BlockJson.Of(drawn.Blocks).GetRawText(), Does.Match(@"and \d+ more"));
    }

    [Test]
    public void What_there_is_no_room_for_is_on_the_page()
    {
        var long_ = new Message("Long") { About = new IncidentId(1), Text = new string('x', 20_000) };
        Assert.That(BlockJson.Of(Drawings.Hand.Of(long_).Blocks).GetRawText(), Does.Contain("https://incidents.example/incidents/INC-1").And.Contain("the whole of it"));
        Assert.That(new SlackDrawing(new SlackPages(null), new PolicyBook(DefaultPolicy.Create())).Of(long_).Blocks, Is.Not.Empty);
    }
}

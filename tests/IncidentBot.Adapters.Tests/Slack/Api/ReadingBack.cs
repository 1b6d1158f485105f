using System.Text.Json;
using IncidentBot.Chat.Slack;
using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Api.Reading;

namespace IncidentBot.Adapters.Tests.Slack.Api;

/// <summary>Messages read back: all of them, in the order of time, whatever Slack lets a page hold.</summary>
internal sealed class ReadingBack : SlackOnLoopback
{
    private List<string> said = [];
    private int largestPage = 999;

    [SetUp]
    public void Say()
    {
        largestPage = 999;
        said = [.. Enumerable.Range(1, 40).Select(Ts)];
        Far.Always("conversations.history", Page);
    }

    [Test]
    public async Task A_gap_comes_back_whole_oldest_first()
    {
        var history = await Slack.HistoryAsync("C1", Ts(3));
        Assert.Multiple(() =>
        {
            Assert.That(history.Messages.Select(SlackTs.Of), Is.EqualTo(said.Skip(3)), "what is older, and the message itself, is known");
            Assert.That(history.Cursor, Is.Null);
            Assert.That(Far.CallsOf("conversations.history").Single()["oldest"], Is.EqualTo(Ts(3)));
        });
    }

    [Test]
    public async Task Fifteen_to_a_page_is_enough()
    {
        largestPage = 15;
        Assert.That((await Slack.HistoryAsync("C1", "0")).Messages.Select(SlackTs.Of), Is.EqualTo(said));
        Assert.That(Far.CallsOf("conversations.history"), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_walk_that_must_wait_goes_on_where_it_was_and_brings_what_was_said_meanwhile()
    {
        largestPage = 15;
        Far.Next("conversations.history", Page).Next("conversations.history", """{"ok":false,"error":"ratelimited"}""", status: 429, retryAfter: "60");
        await ThrownAsync<SlackBusyException>(async () => await Slack.HistoryAsync("C1", "0"));
        said.Add(Ts(41));
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That((await Slack.HistoryAsync("C1", "0")).Messages.Select(SlackTs.Of), Is.EqualTo(said));
        Assert.That(Far.CallsOf("conversations.history").Select(call => call["cursor"]), Is.EqualTo(new[] { null, Ts(25), Ts(25), Ts(10), null }));
    }

    [Test]
    public async Task At_one_page_a_minute_it_comes_to_an_end()
    {
        largestPage = 15;
        var last = DateTimeOffset.MinValue;
        for (var minute = 0; minute < 12; minute++)
        {
            Far.Next("conversations.history", Page).Next("conversations.history", "", status: 429, retryAfter: "60");
            try
            {
                Assert.That((await Slack.HistoryAsync("C1", "0")).Messages.Select(SlackTs.Of), Is.EqualTo(said));
                return;
            }
            catch (SlackBusyException busy)
            {
                last = Clock.GetUtcNow();
                Clock.Advance(busy.Wait);
            }
        }
        Assert.Fail($"It did not: {last:T}.");
    }

    [Test]
    public async Task A_place_that_Slack_has_forgotten_begins_anew()
    {
        largestPage = 15;
        Far.Next("conversations.history", Page).Next("conversations.history", """{"ok":false,"error":"invalid_cursor"}""");
        Assert.That((await Slack.HistoryAsync("C1", "0")).Messages.Select(SlackTs.Of), Is.EqualTo(said));
    }

    [Test]
    public async Task A_page_may_be_empty_and_a_cursor_may_lead_nowhere()
    {
        Far.Next("conversations.history", """{"ok":true,"messages":[],"response_metadata":{"next_cursor":"x"}}""").Next("conversations.history", """{"ok":true,"messages":[{"ts":"5.1"},{"no":"ts"}],"response_metadata":{"next_cursor":"x"}}""");
        Assert.That((await Slack.HistoryAsync("C1", "0")).Messages.Select(SlackTs.Of), Is.EqualTo(["5.1"]));
    }

    [Test]
    public async Task Answers_in_a_thread_come_page_by_page_without_its_first_message()
    {
        Far.Next("conversations.replies", """{"ok":true,"messages":[{"ts":"1.1","thread_ts":"1.1"},{"ts":"1.2"},{"ts":"1.3"}],"response_metadata":{"next_cursor":"two"}}""").Next("conversations.replies", """{"ok":true,"messages":[{"ts":"1.1"},{"ts":"1.5"},{"ts":"1.4"}]}""");
        var first = await Slack.RepliesAsync("C1", "1.1", oldest: "1.2");
        var second = await Slack.RepliesAsync("C1", "1.1", oldest: "1.2", first.Cursor);
        Assert.Multiple(() =>
        {
            Assert.That(first.Messages.Concat(second.Messages).Select(SlackTs.Of), Is.EqualTo(["1.3", "1.4", "1.5"]));
            Assert.That((first.Cursor, second.Cursor), Is.EqualTo(("two", (string?)null)));
            Assert.That(Far.CallsOf("conversations.replies")[1]["cursor"], Is.EqualTo("two"));
        });
    }

    [Test]
    public async Task One_message_is_found_in_its_channel_or_in_its_thread()
    {
        Far.Next("conversations.history", """{"ok":true,"messages":[{"ts":"1.1","text":"here"}]}""");
        Assert.That((await Slack.MessageAsync(new SlackPlace("C1", "1.1")))!.Value.GetProperty("text").GetString(), Is.EqualTo("here"));
        Far.Next("conversations.history", """{"ok":true,"messages":[]}""").Next("conversations.replies", """{"ok":true,"messages":[{"ts":"1.2","text":"an answer"}]}""");
        Assert.That((await Slack.MessageAsync(new SlackPlace("C1", "1.2")))!.Value.GetProperty("text").GetString(), Is.EqualTo("an answer"));
        Far.Next("conversations.replies", """{"ok":true,"messages":[{"ts":"1.1"},{"ts":"1.2","text":"in the thread"}]}""");
        Assert.That((await Slack.MessageAsync(new SlackPlace("C1", "1.2"), threadTs: "1.1"))!.Value.GetProperty("text").GetString(), Is.EqualTo("in the thread"));
        Far.Next("conversations.history", """{"ok":true,"messages":[{"ts":"1.0"}]}""").Next("conversations.replies", """{"ok":false,"error":"thread_not_found"}""");
        Assert.That(await Slack.MessageAsync(new SlackPlace("C1", "1.9")), Is.Null);
    }

    [TestCase("2.1", "1.9", true)]
    [TestCase("10.1", "9.9", true)]
    [TestCase("1700000000.000100", "1700000000.000099", true)]
    [TestCase("1700000000.000100", "1700000000.000100", false)]
    [TestCase("1700000000.0001", "1700000000.000100", false)]
    [TestCase("1", "0", true)]
    [TestCase("1.1", null, true)]
    public void The_order_is_that_of_time(string one, string? other, bool later) => Assert.That(SlackTs.IsLater(one, other), Is.EqualTo(later));

    [Test]
    public void A_moment_keeps_its_microseconds() => Assert.That(SlackTs.At(DateTimeOffset.UnixEpoch.AddSeconds(1_700_000_000).AddMicroseconds(1_020)), Is.EqualTo("1700000000.001020"));

    private static string Ts(int second) => $"{1_700_000_000 + second}.000100";

    // As Slack does: the latest first, and a cursor to what is older.
    private string Page(Asked call)
    {
        var fitting = said.Where(ts => SlackTs.IsLater(ts, call["oldest"])).Reverse().SkipWhile(ts => call["cursor"] is { } cursor && ts != cursor).ToList();
        var page = fitting.Take(Math.Min(largestPage, int.Parse(call["limit"]!))).ToList();
        return JsonSerializer.Serialize(new
        {
            ok = true, messages = page.Select(ts => new { ts, text = "said" }), has_more = fitting.Count > page.Count,
            response_metadata = new { next_cursor = fitting.ElementAtOrDefault(page.Count) ?? "" },
        });
    }
}

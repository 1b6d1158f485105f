using IncidentBot.Chat.Slack;
using IncidentBot.Chat.Slack.Api;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Adapters.Tests.Slack.Api;

/// <summary>What is posted under a key stands there once, however the first try ended.</summary>
internal sealed class PostingOnce : SlackOnLoopback
{
    private static readonly SlackPost Post = new("C1", Hello, Key: "promise/1");

    private readonly List<string> posted = [];

    [SetUp]
    public void Remember()
    {
        posted.Clear();
        Far.Always("chat.postMessage", Take).Always("conversations.history", _ => $$"""{"ok":true,"messages":[{{string.Join(',', posted)}}]}""").Always("conversations.replies", _ => $$"""{"ok":true,"messages":[{{string.Join(',', posted)}}]}""");
    }

    [Test]
    public async Task A_happy_post_is_not_looked_for()
    {
        await Slack.PostAsync(Post);
        Assert.That(Far.CallsOf("conversations.history"), Is.Empty);
    }

    [Test]
    public async Task Asked_again_the_bot_knows_where_it_stands()
    {
        var place = await Slack.PostAsync(Post);
        Assert.That(await Slack.PostAsync(Post), Is.EqualTo(place));
        Assert.That(Far.Calls.Count(call => call.Method.StartsWith('c')), Is.EqualTo(1), "one post, no look");
    }

    [Test]
    public async Task A_post_that_arrived_without_an_answer_is_found()
    {
        Far.Next("chat.postMessage", (call, http) =>
        {
            Take(call);
            http.Abort();
            return Task.CompletedTask;
        });
        await ThrownAsync<SlackAwayException>(async () => await Slack.PostAsync(Post));
        var place = await Slack.PostAsync(Post);
        var look = Far.CallsOf("conversations.history").Single();
        Assert.Multiple(() =>
        {
            Assert.That(posted, Has.Count.EqualTo(1));
            Assert.That(place, Is.EqualTo(new SlackPlace("C1", "1700.000001")));
            Assert.That(look["include_all_metadata"], Is.EqualTo("true"));
            Assert.That(look["oldest"], Is.EqualTo("1795430400.000000"), "two minutes before the first try");
        });
    }

    [Test]
    public async Task A_post_that_did_not_arrive_is_posted_after_a_look()
    {
        Far.Break("chat.postMessage");
        await ThrownAsync<SlackAwayException>(async () => await Slack.PostAsync(Post));
        await Slack.PostAsync(Post);
        Assert.That((posted.Count, Far.CallsOf("conversations.history").Count), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task In_a_thread_the_thread_is_looked_through()
    {
        Far.Next("chat.postMessage", (call, http) =>
        {
            Take(call);
            http.Abort();
            return Task.CompletedTask;
        });
        var answer = Post with { ThreadTs = "1699.000001" };
        await ThrownAsync<SlackAwayException>(async () => await Slack.PostAsync(answer));
        await Slack.PostAsync(answer);
        Assert.That((posted.Count, Far.CallsOf("conversations.replies").Single()["ts"]), Is.EqualTo((1, "1699.000001")));
    }

    [Test]
    public async Task What_Slack_refused_or_asked_to_wait_for_is_posted_without_a_look()
    {
        Far.Next("chat.postMessage", """{"ok":false,"error":"is_archived"}""").Next("chat.postMessage", "", status: 429, retryAfter: "60");
        await ThrownAsync<SlackFaultException>(async () => await Slack.PostAsync(Post));
        await ThrownAsync<SlackBusyException>(async () => await Slack.PostAsync(Post));
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Slack.PostAsync(Post);
        Assert.That((posted.Count, Far.CallsOf("conversations.history").Count), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task A_new_process_looks_when_it_is_told_to()
    {
        await Slack.PostAsync(Post);
        using var process = Process();
        var later = Post with { MayBeThere = true, Since = Clock.GetUtcNow().AddHours(-3) };
        Clock.Advance(TimeSpan.FromHours(1));
        var place = await process.GetRequiredService<ISlack>().PostAsync(later);
        Assert.Multiple(() =>
        {
            Assert.That(posted, Has.Count.EqualTo(1));
            Assert.That(place, Is.EqualTo(new SlackPlace("C1", "1700.000001")));
            Assert.That(Far.CallsOf("conversations.history").Single()["oldest"], Is.EqualTo("1795419600.000000"), "a little before the promise");
        });
    }

    [Test]
    public async Task Without_a_moment_a_day_is_looked_through()
    {
        await Slack.PostAsync(Post with { MayBeThere = true });
        Assert.That(Far.CallsOf("conversations.history").Single()["oldest"], Is.EqualTo("1795344000.000000"));
    }

    [Test]
    public async Task The_look_goes_on_over_pages_until_the_key_is_found()
    {
        Far.Next("conversations.history", """{"ok":true,"messages":[{"ts":"9.1","metadata":{"event_type":"others","event_payload":{"key":"promise/1"}}}],"response_metadata":{"next_cursor":"two"}}""")
            .Next("conversations.history", """{"ok":true,"messages":[],"response_metadata":{"next_cursor":"three"}}""")
            .Next("conversations.history", """{"ok":true,"messages":[{"ts":"8.1","metadata":{"event_type":"incidentbot","event_payload":{"key":"promise/1"}}}],"response_metadata":{"next_cursor":"four"}}""");
        var place = await Slack.PostAsync(Post with { MayBeThere = true });
        Assert.Multiple(() =>
        {
            Assert.That(place, Is.EqualTo(new SlackPlace("C1", "8.1")));
            Assert.That(Far.CallsOf("conversations.history").Select(call => call["cursor"]), Is.EqualTo(new[] { null, "two", "three" }));
            Assert.That(posted, Is.Empty);
        });
    }

    [Test]
    public async Task A_look_that_must_wait_goes_on_where_it_was()
    {
        Far.Next("conversations.history", """{"ok":true,"messages":[{"ts":"9.1"}],"response_metadata":{"next_cursor":"two"}}""").Next("conversations.history", "", status: 429, retryAfter: "60")
            .Next("conversations.history", """{"ok":true,"messages":[{"ts":"8.1","metadata":{"event_type":"incidentbot","event_payload":{"key":"promise/1"}}}]}""");
        var post = Post with { MayBeThere = true, Since = Clock.GetUtcNow() };
        Assert.That((await ThrownAsync<SlackBusyException>(async () => await Slack.PostAsync(post))).Wait, Is.EqualTo(TimeSpan.FromSeconds(60)));
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That(await Slack.PostAsync(post), Is.EqualTo(new SlackPlace("C1", "8.1")));
        Assert.That(Far.CallsOf("conversations.history").Select(call => call["cursor"]), Is.EqualTo(new[] { null, "two", "two" }));
    }

    [Test]
    public async Task Where_the_bot_may_not_look_it_posts()
    {
        Far.Next("conversations.history", """{"ok":false,"error":"missing_scope","needed":"channels:history"}""");
        await Slack.PostAsync(Post with { MayBeThere = true });
        Assert.That(posted, Has.Count.EqualTo(1));
        Assert.That(Logged, Has.Some.Contains("Whether a post is there already cannot be seen (missing_scope)"));
    }

    [Test]
    public async Task Two_who_post_under_one_key_at_once_post_once()
    {
        var places = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Slack.PostAsync(Post).AsTask()));
        Assert.That((posted.Count, places.Distinct().Count()), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task A_key_is_a_channels_own()
    {
        await Slack.PostAsync(Post);
        await Slack.PostAsync(Post with { Channel = "C2" });
        Assert.That(posted, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Without_a_key_a_message_carries_none_and_comes_each_time()
    {
        await Slack.PostAsync(Post with { Key = null });
        await Slack.PostAsync(Post with { Key = null });
        Assert.That((posted.Count, Far.CallsOf("chat.postMessage")[0]["metadata"]), Is.EqualTo((2, (string?)null)));
    }

    private string Take(Asked call)
    {
        lock (posted)
        {
            var ts = $"1700.{posted.Count + 1:000000}";
            posted.Add($$"""{"ts":"{{ts}}","metadata":{{call["metadata"] ?? "null"}}}""");
            return $$"""{"ok":true,"channel":"C1","ts":"{{ts}}"}""";
        }
    }
}

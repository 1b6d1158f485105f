using IncidentBot.Scenarios.Api;
using IncidentBot.Scenarios.WarRoom;
using IncidentBot.TestKit;

namespace IncidentBot.Scenarios.Slack;

/// <summary>Slack is away, busy or has thrown the bot out: the incident goes on in the war room, and afterwards Slack has everything, once, in order.</summary>
public sealed class SlackIsAway : SlackScenario
{
    private static readonly SlackTrouble[] Outages = [new SlackTrouble.Cut(), new SlackTrouble.Failing(), new SlackTrouble.No("token_revoked"), new SlackTrouble.Silent()];

    [TearDown]
    public void Mend()
    {
        foreach (var method in new[] { SlackTroubles.Everything, "chat.postMessage", "chat.update", "conversations.create" }) Slack.Troubles.End(method);
    }

    [TestCaseSource(nameof(Outages))]
    public async Task The_war_room_goes_on_and_everything_arrives_once_in_order(SlackTrouble outage)
    {
        var room = await Stage.DeclareAsync($"Slack is away: {outage.GetType().Name}");
        await room.CardAsync();
        await Stage.QuietAsync();
        Slack.Troubles.Begin(SlackTroubles.Everything, outage);
        using var dora = await Visitor.EnterAsync(Stage.Host, "Dora");
        var said = Enumerable.Range(1, 12).Select(number => $"said while Slack was away {number:00}").ToList();
        foreach (var text in said) await dora.SayAsync($"{room.Incident}", text);
        await Stage.Api.SayAsync("severity sev1", room: $"{room.Incident}");

        await Eventually.IsSoAsync(() => Stage.Waiting.Count > 0, "what waits is known");
        var page = await dora.PageAsync($"/rooms/{room.Incident}");
        Assert.That(page.Body!.TextContent, Does.Contain("Slack").And.Contain("wait").IgnoreCase);

        Slack.Troubles.End(SlackTroubles.Everything);
        await room.ReadAsync(said[^1]);
        await room.CardAsync("SEV1");
        await Stage.QuietAsync();
        var told = (await room.MessagesAsync()).Select(message => said.FirstOrDefault(text => message.Text.Contains(text, StringComparison.Ordinal) || message.Words.Contains(text, StringComparison.Ordinal))).OfType<string>();
        Assert.That(told, Is.EqualTo(said), "all of it, once, in the order of the war room");
        Assert.That(await room.EventsAsync<PromiseBroken>(), Is.Empty);
    }

    [Test]
    public async Task A_declaration_while_Slack_is_away_gets_its_channel_afterwards()
    {
        Slack.Troubles.Begin(SlackTroubles.Everything, new SlackTrouble.Failing());
        Assert.That(IncidentId.TryParse(await Stage.Api.DeclareAsync("Declared in the dark"), out var incident), Is.True);
        await Stage.Api.SayAsync("note found by torchlight", room: $"{incident}");
        await Eventually.IsSoAsync(() => Stage.Waiting.Count > 0, "what waits is known");
        Slack.Troubles.End(SlackTroubles.Everything);
        var room = await Stage.RoomAsync(incident);
        await room.ReadAsync("found by torchlight");
        await room.CardAsync("Declared in the dark");
        await Stage.QuietAsync();
        Assert.That(await room.ToldAsync("found by torchlight"), Has.Count.EqualTo(1));
        Assert.That((await Slack.ChannelsAsync()).Keys.Count(name => name.EndsWith("declared-in-the-dark", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task An_answer_that_is_lost_leads_to_no_second_post()
    {
        var room = await Stage.DeclareAsync("Answers get lost");
        await room.CardAsync();
        await Stage.QuietAsync();
        Slack.Troubles.Next("chat.postMessage", new SlackTrouble.Lost(), new SlackTrouble.Lost(), new SlackTrouble.Cut());
        foreach (var number in Enumerable.Range(1, 3)) await Stage.Api.SayAsync($"note ambiguous {number}", room: $"{room.Incident}");
        foreach (var number in Enumerable.Range(1, 3)) await room.ReadAsync($"ambiguous {number}");
        await Stage.QuietAsync();
        foreach (var number in Enumerable.Range(1, 3)) Assert.That(await room.ToldAsync($"ambiguous {number}"), Has.Count.EqualTo(1), $"note {number}");
    }

    [Test]
    public async Task A_busy_method_is_left_alone_as_long_as_Slack_says_and_no_other_waits_for_it()
    {
        var room = await Stage.DeclareAsync("A storm of 429");
        await room.CardAsync();
        await Stage.QuietAsync();
        Slack.Troubles.Next("chat.postMessage", new SlackTrouble.Busy(2), new SlackTrouble.Busy(1));
        var begun = DateTimeOffset.UtcNow;
        await Stage.Api.SayAsync("severity sev1", room: $"{room.Incident}");
        await room.CardAsync("SEV1");
        await room.ReadAsync("SEV1");
        var posts = Slack.CallsOf("chat.postMessage").Where(call => call.At >= begun).ToList();
        Assert.That(posts[1].At - posts[0].At, Is.GreaterThan(TimeSpan.FromSeconds(1.9)));
        Assert.That(posts[2].At - posts[1].At, Is.GreaterThan(TimeSpan.FromSeconds(0.9)));
        await Stage.QuietAsync();
        Assert.That((await room.ToldAsync("changed the severity")), Has.Count.LessThanOrEqualTo(1));
    }

    [Test]
    public async Task What_Slack_finds_wrong_with_the_drawing_is_said_in_plain_words()
    {
        var room = await Stage.DeclareAsync("Refused blocks");
        await room.CardAsync();
        await Stage.QuietAsync();
        Slack.Troubles.Next("chat.postMessage", new SlackTrouble.No("invalid_blocks"));
        await Stage.Api.SayAsync("note never silent", room: $"{room.Incident}");
        var told = await room.ReadAsync("never silent");
        Assert.That(told.Json["blocks"], Is.Null);
    }
}

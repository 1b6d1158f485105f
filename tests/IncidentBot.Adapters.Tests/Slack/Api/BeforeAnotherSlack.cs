using IncidentBot.Chat.Slack;
using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Api.Reading;
using IncidentBot.Chat.Slack.Blocks;
using IncidentBot.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Adapters.Tests.Slack.Api;

/// <summary>The client before a Slack that others wrote.</summary>
internal sealed class BeforeAnotherSlack
{
    private static readonly Drawn Hello = new("Hello.", [new Section(new Mrkdwn("*Hello.*"))]);

    private FakeSlack far = null!;
    private ServiceProvider services = null!;
    private ISlack slack = null!;
    private SlackChannel channel = null!;

    [SetUp]
    public async Task BeginAsync()
    {
        far = await FakeSlack.StartAsync();
        services = Process();
        slack = services.GetRequiredService<ISlack>();
        channel = await slack.CreateChannelAsync("inc-42-checkout", isPrivate: false);
    }

    [TearDown]
    public async Task EndAsync()
    {
        await services.DisposeAsync();
        await far.DisposeAsync();
    }

    [Test]
    public async Task It_knows_who_it_is_and_who_others_are()
    {
        var self = await slack.SelfAsync();
        await Assert.MultipleAsync(async () =>
        {
            Assert.That((self.Team, self.User), Is.EqualTo((FakeSlack.Team, FakeSlack.Bot)));
            Assert.That(self.Scopes, Is.EqualTo(far.Scopes));
            Assert.That((await slack.UserAsync("U0ANA"))!.Name, Is.EqualTo("Ana"));
            Assert.That((await slack.UserByEmailAsync("ana@example.com"))!.Id, Is.EqualTo("U0ANA"));
            Assert.That(await slack.UserAsync("U0NOBODY"), Is.Null);
            Assert.That((await slack.GroupsAsync()).Single().Users, Is.EqualTo(["U0BEN", "U0CLEO"]));
            Assert.That((await slack.SocketAddressAsync()).Scheme, Is.EqualTo("ws"));
        });
    }

    [Test]
    public async Task It_keeps_a_channel()
    {
        await slack.SetTopicAsync(channel.Id, "SEV1");
        await slack.BookmarkAsync(channel.Id, "Timeline", new Uri("https://example.com/"));
        var failures = await slack.InviteAsync(channel.Id, ["U0ANA", "U0GUEST", "U0BEN"]);
        await slack.RemoveAsync(channel.Id, "U0BEN");
        await slack.RemoveAsync(channel.Id, "U0BEN");
        await slack.JoinAsync(FakeSlack.General);
        await slack.ArchiveAsync(channel.Id);
        await slack.ArchiveAsync(channel.Id);
        Assert.That(failures, Is.EqualTo([new SlackInviteFailure("U0GUEST", "user_is_restricted")]));
        Assert.That((await slack.ChannelAsync(channel.Id)).IsArchived, Is.True);
    }

    [Test]
    public async Task It_speaks_and_reads_back_what_was_said()
    {
        far.HistoryLimit = 2;
        var card = await slack.PostAsync(new SlackPost(channel.Id, Hello, "card"));
        var answer = await slack.PostAsync(new SlackPost(channel.Id, Hello, "answer", card.Ts));
        var last = await slack.PostAsync(new SlackPost(channel.Id, Hello));
        await slack.UpdateAsync(card, Hello with { Text = "Anew." });
        await slack.PinAsync(card);
        await slack.PinAsync(card);
        await slack.WhisperAsync(channel.Id, FakeSlack.Bot, Hello);
        await Assert.MultipleAsync(async () =>
        {
            Assert.That((await slack.HistoryAsync(channel.Id, "0")).Messages.Select(SlackTs.Of), Is.EqualTo([card.Ts, last.Ts]));
            Assert.That((await slack.RepliesAsync(channel.Id, card.Ts, "0")).Messages.Select(SlackTs.Of), Is.EqualTo([answer.Ts]));
            Assert.That((await slack.MessageAsync(card))!.Value.GetProperty("text").GetString(), Is.EqualTo("Anew."));
            Assert.That(await slack.MessageAsync(answer), Is.Not.Null);
            Assert.That(await slack.PermalinkAsync(card), Is.Not.Null);
        });
        await slack.DeleteAsync(answer);
        await slack.DeleteAsync(answer);
        Assert.That(await slack.MessageAsync(answer), Is.Null);
    }

    [Test]
    public async Task A_new_process_finds_what_an_earlier_one_posted()
    {
        far.HistoryLimit = 2;
        var card = await slack.PostAsync(new SlackPost(channel.Id, Hello, "card"));
        var answer = await slack.PostAsync(new SlackPost(channel.Id, Hello, "answer", card.Ts));
        for (var post = 0; post < 3; post++) await slack.PostAsync(new SlackPost(channel.Id, Hello));
        await using var process = Process();
        var later = process.GetRequiredService<ISlack>();
        Assert.That(await later.PostAsync(new SlackPost(channel.Id, Hello, "card") { MayBeThere = true }), Is.EqualTo(card));
        Assert.That(await later.PostAsync(new SlackPost(channel.Id, Hello, "answer", card.Ts) { MayBeThere = true }), Is.EqualTo(answer));
        Assert.That(far.CallsOf("chat.postMessage"), Has.Count.EqualTo(5));
    }

    private ServiceProvider Process() => new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
        .AddSingleton(new SlackOptions { BotToken = FakeSlack.BotToken, AppToken = FakeSlack.AppToken, ApiUrl = far.Address }).AddSlackApi().BuildServiceProvider();
}

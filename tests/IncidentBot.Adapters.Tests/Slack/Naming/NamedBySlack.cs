using System.Collections.Concurrent;
using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Naming;
using IncidentBot.TestKit;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace IncidentBot.Adapters.Tests.Slack.Naming;

/// <summary>A Slack in which people have names, and a house that meets them.</summary>
internal abstract class NamedBySlack
{
    private readonly ConcurrentDictionary<string, SlackUser> users = new();
    private readonly ConcurrentQueue<string> asked = new();

    protected FakeTimeProvider Clock { get; private set; } = null!;

    protected DeskFixture House { get; private set; } = null!;

    protected ISlackPeople People { get; private set; } = null!;

    protected Mock<ISlack> Slack { get; private set; } = null!;

    /// <summary>What Slack was asked, in order.</summary>
    protected IReadOnlyList<string> Asked => [.. asked];

    /// <summary>What keeps Slack from answering; it answers at once while there is nothing.</summary>
    protected Func<Task> Hindrance { get; set; } = () => Task.CompletedTask;

    [SetUp]
    public void Begin()
    {
        users.Clear();
        asked.Clear();
        Hindrance = () => Task.CompletedTask;
        Clock = new FakeTimeProvider(Story.Begin);
        House = new SignedInHouse().At;
        Slack = new Mock<ISlack>(MockBehavior.Strict);
        Slack.Setup(slack => slack.SelfAsync(It.IsAny<CancellationToken>())).Returns(() => Answer("self", new SlackSelf("T1", "House", "U0", "B0", "A0", [])));
        Slack.Setup(slack => slack.UserAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).Returns((string user, CancellationToken _) => Answer(user, users.GetValueOrDefault(user)));
        Slack.Setup(slack => slack.UserByEmailAsync(It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Returns((string email, CancellationToken _) => Answer(email, users.Values.FirstOrDefault(user => user.Email == email)));
        Slack.Setup(slack => slack.GroupsAsync(It.IsAny<CancellationToken>())).Returns(() => Answer<IReadOnlyList<SlackGroup>>("groups", [new SlackGroup("S1", "sre", "SRE", ["U1", "U2"])]));
        Slack.Setup(slack => slack.ChannelAsync(It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Returns((string channel, CancellationToken _) => Answer(channel, new SlackChannel(channel, channel == "C9" ? "inc-7-secret" : "help", IsPrivate: channel == "C9", IsArchived: false, IsMember: true, IsShared: false)));
        People = Restart();
        Name("U1", "Ana");
        Name("U2", "Ben Ångström");
        Name("U0", "incidentbot");
    }

    /// <summary>The naming as a process has it that has just started.</summary>
    protected ISlackPeople Restart() => new SlackPeople(Slack.Object, House.Desk, Clock, NullLogger<SlackPeople>.Instance);

    /// <summary>Slack knows somebody by this name from now on.</summary>
    protected void Name(string user, string name, string? email = null, bool confirmed = true, bool deactivated = false, bool bot = false) =>
        users[user] = new SlackUser(user, "T1", name, email, confirmed, bot, deactivated);

    private async ValueTask<T> Answer<T>(string question, T answer)
    {
        asked.Enqueue(question);
        await Hindrance();
        return answer;
    }
}

using IncidentBot.Chat.Slack;
using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Blocks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Adapters.Tests.Slack.Api;

/// <summary>The client before a scripted Slack, at a clock that the test moves.</summary>
internal abstract class SlackOnLoopback
{
    protected static readonly Drawn Hello = new("Hello.", [new Section(new Mrkdwn("*Hello.*"))]);

    private ServiceProvider services = null!;

    protected ScriptedSlack Far { get; private set; } = null!;

    protected FakeTimeProvider Clock { get; private set; } = null!;

    protected SlackOptions Options { get; private set; } = null!;

    protected ISlack Slack { get; private set; } = null!;

    [SetUp]
    public async Task StartAsync()
    {
        Far = await ScriptedSlack.StartAsync();
        Clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 10, 42, 0, TimeSpan.Zero));
        Options = new SlackOptions { BotToken = "xoxb-bot", AppToken = "xapp-app", ApiUrl = Far.Address };
        services = Restart();
        Slack = services.GetRequiredService<ISlack>();
    }

    [TearDown]
    public async Task EndAsync()
    {
        await services.DisposeAsync();
        await Far.DisposeAsync();
    }

    /// <summary>The client as a new process has it: it remembers nothing.</summary>
    protected ServiceProvider Restart() => new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock).AddSingleton(Options).AddSlackApi().BuildServiceProvider();

    /// <summary>Moves the clock on until the call has ended.</summary>
    protected async Task<T> InTimeAsync<T>(ValueTask<T> call) => await InTimeAsync(call.AsTask());

    /// <summary>Moves the clock on until the call has ended.</summary>
    protected async Task InTimeAsync(ValueTask call) => await InTimeAsync(Ended(call));

    private async Task<T> InTimeAsync<T>(Task<T> call)
    {
        while (!call.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.WhenAny(call, Task.Delay(2));
        }
        return await call;
    }

    private static async Task<bool> Ended(ValueTask call)
    {
        await call;
        return true;
    }
}

using System.Collections.Concurrent;
using IncidentBot.Chat.Slack;
using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Blocks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Adapters.Tests.Slack.Api;

/// <summary>The client before a scripted Slack, at a clock that the test moves. Whatever it logs is read after every test: nothing secret may stand there.</summary>
internal abstract class SlackOnLoopback
{
    protected static readonly Drawn Hello = new("Hello.", [new Section(new Mrkdwn("*Hello.*"))]);

    private static readonly string[] Secrets = ["xoxb-bot", "xoxp-ana", "xapp-app", "Hello.", "/secret/"];

    private readonly Lines lines = new();
    private ServiceProvider services = null!;

    protected ScriptedSlack Far { get; private set; } = null!;

    protected FakeTimeProvider Clock { get; private set; } = null!;

    protected SlackOptions Options { get; private set; } = null!;

    protected ISlack Slack { get; private set; } = null!;

    /// <summary>What was logged.</summary>
    protected IReadOnlyCollection<string> Logged => lines.Said;

    [SetUp]
    public async Task StartAsync()
    {
        lines.Said.Clear();
        Far = await ScriptedSlack.StartAsync();
        Clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 10, 42, 0, TimeSpan.Zero));
        Options = new SlackOptions { BotToken = "xoxb-bot", AppToken = "xapp-app", ApiUrl = Far.Address };
        services = Process();
        Slack = services.GetRequiredService<ISlack>();
        // The first call of all takes long; time moves in no other.
        await Slack.FileAsync("F0");
    }

    [TearDown]
    public async Task EndAsync()
    {
        await services.DisposeAsync();
        await Far.DisposeAsync();
        Assert.That(Logged.Where(line => Secrets.Any(line.Contains)), Is.Empty);
    }

    /// <summary>The client as a process has it that has just started: it remembers nothing.</summary>
    protected ServiceProvider Process() => Services().BuildServiceProvider();

    /// <summary>The same on a machine whose way out is shut at times.</summary>
    protected ServiceProvider Process(Func<bool> isShut)
    {
        var built = Services();
        built.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new ShutDoor(isShut)));
        return built.BuildServiceProvider();
    }

    private IServiceCollection Services() => new ServiceCollection()
        .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(lines))
        .AddSingleton<TimeProvider>(Clock).AddSingleton(Options).AddSlackApi();

    /// <summary>Moves the clock on until the call has ended.</summary>
    protected async Task<T> InTimeAsync<T>(ValueTask<T> call)
    {
        var ending = call.AsTask();
        await PassAsync(ending);
        return await ending;
    }

    /// <summary>Moves the clock on until the call has ended.</summary>
    protected async Task InTimeAsync(ValueTask call)
    {
        var ending = call.AsTask();
        await PassAsync(ending);
        await ending;
    }

    /// <summary>How long a call took, by the clock that the test moves.</summary>
    protected async Task<TimeSpan> TimeOfAsync(Func<ValueTask> call)
    {
        var begin = Clock.GetUtcNow();
        await InTimeAsync(call());
        return Clock.GetUtcNow() - begin;
    }

    /// <summary>What a call throws.</summary>
    protected static async Task<T> ThrownAsync<T>(Func<Task> call) where T : Exception => (await Assert.ThrowsAsync<T>(call))!;

    /// <summary>Waits until Slack has been asked so often.</summary>
    protected async Task AskedAsync(string method, int times)
    {
        while (Far.CallsOf(method).Count < times) await Task.Delay(5);
    }

    // While Slack has not answered, no time passes.
    private async Task PassAsync(Task call)
    {
        while (!call.IsCompleted)
        {
            if (!Far.IsAnswering) Clock.Advance(TimeSpan.FromMilliseconds(20));
            await Task.WhenAny(call, Task.Delay(3));
        }
    }

    private sealed class ShutDoor(Func<bool> isShut) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            isShut() ? throw new HttpRequestException(HttpRequestError.ConnectionError) : base.SendAsync(request, cancellationToken);
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Said { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Said.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}

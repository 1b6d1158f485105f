using System.Net.Http.Json;
using System.Text.Json;
using IncidentBot.Benchmarks.Running;

namespace IncidentBot.Benchmarks.Programs;

/// <summary>The host with a Slack and one incident in it, and its connections from Slack.</summary>
internal sealed class SlackHouse : IAsyncDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly RunningProgram host;

    private SlackHouse(RunningProgram host, AnsweringSlack slack, SlackLoad load) => (this.host, Slack, Load) = (host, slack, load);

    /// <summary>The far side.</summary>
    public AnsweringSlack Slack { get; }

    /// <summary>What Slack sends to it.</summary>
    public SlackLoad Load { get; }

    /// <summary>Starts one, and waits until its incident has its channel.</summary>
    public static async Task<SlackHouse> OpenAsync(Lab lab, string name)
    {
        var slack = await AnsweringSlack.StartAsync();
        var started = (await lab.HostAsync()).Start(lab.NewDirectory(name), "--Slack:BotToken=xoxb-benchmark", $"--Slack:SigningSecrets:0={SlackSender.Secret}", $"--Slack:ApiUrl={slack.Address}");
        await started.FirstAnswerAsync(lab.Stopped);
        var incident = await started.DeclareAsync(lab.Stopped);
        await ChannelAsync(started, incident, lab.Stopped);
        return new SlackHouse(started, slack, await SlackLoad.OnAsync(started));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Load.Dispose();
        await Slack.DisposeAsync();
        await host.DisposeAsync();
    }

    private static async Task ChannelAsync(RunningProgram program, string incident, CancellationToken stopped)
    {
        using var client = new HttpClient { BaseAddress = program.Address };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopped);
        patience.CancelAfter(Patience);
        while (!(await client.GetStringAsync($"/api/incidents/{incident}/timeline", patience.Token)).Contains(AnsweringSlack.Channel, StringComparison.Ordinal))
            await Task.Delay(Between, patience.Token);
    }
}

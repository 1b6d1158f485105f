using System.Net.Http.Json;
using System.Text.Json;
using IncidentBot.TestKit;

namespace IncidentBot.Scenarios.Slack;

/// <summary>SIGKILL between the append and the post: after the restart it is posted, once.</summary>
[Category("Slack")]
public sealed class KilledBetween
{
    private FakeSlack slack = null!;
    private string directory = "";
    private int port;

    [SetUp]
    public async Task PrepareAsync()
    {
        slack = await FakeSlack.StartAsync();
        directory = Directory.CreateTempSubdirectory("incidentbot-slack-crash-").FullName;
        port = HostProcess.FreePort();
    }

    [TearDown]
    public async Task CleanUpAsync()
    {
        await slack.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    [TestCase(false, TestName = "A post that Slack never saw is made once after the restart")]
    [TestCase(true, TestName = "A post that Slack has made already is not made again after the restart")]
    public async Task It_is_posted_once_after_the_restart(bool slackHasDoneIt)
    {
        const string Note = "written down a moment before the end";
        string channel;
        using (var host = await ServeAsync())
        {
            using var client = new HttpClient { BaseAddress = host.Address };
            var incident = await SayAsync(client, "declare Killed in between");
            channel = await ChannelAsync();
            var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            void Kill()
            {
                host.Kill();
                gone.TrySetResult();
            }
            await SettledAsync();
            slack.Troubles.Next("chat.postMessage", slackHasDoneIt ? new SlackTrouble.Lost(Kill) : new SlackTrouble.Cut(Kill));
            await SayAsync(client, $"note {Note}", incident);
            await gone.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }
        Assert.That(await CountAsync(channel, Note), Is.EqualTo(slackHasDoneIt ? 1 : 0));
        using (await ServeAsync())
        {
            await Eventually.IsSoAsync(async () => await CountAsync(channel, Note) > 0, "it is posted");
            await SettledAsync();
            Assert.That(await CountAsync(channel, Note), Is.EqualTo(1));
        }
    }

    private Task<HostProcess> ServeAsync() =>
        HostProcess.ServeAsync(directory, port, [.. slack.Settings.Concat(SlackStage.Impatient).Select(setting => $"--{setting.Key}={setting.Value}")]);

    private async Task<string> ChannelAsync()
    {
        var channel = await Eventually.FindAsync(async () => (await slack.ChannelsAsync()).FirstOrDefault(one => one.Key.EndsWith("killed-in-between", StringComparison.Ordinal)).Value, "the channel is there");
        return (string)channel["id"]!;
    }

    // Nothing was asked for a second and a half.
    private async Task SettledAsync()
    {
        for (var before = -1; slack.Calls.Count != before; await Task.Delay(1_500)) before = slack.Calls.Count;
    }

    private async Task<int> CountAsync(string channel, string text) =>
        (await slack.MessagesAsync(channel)).Count(message => message.User == FakeSlack.Bot && (message.Text.Contains(text, StringComparison.Ordinal) || message.Words.Contains(text, StringComparison.Ordinal)));

    private static async Task<string> SayAsync(HttpClient client, string line, string? room = null)
    {
        using var answer = await client.PostAsJsonAsync("/api/lines", new { line, by = "ana", room });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("incident").GetString()!;
    }
}

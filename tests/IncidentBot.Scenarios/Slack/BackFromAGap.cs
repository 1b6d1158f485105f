using IncidentBot.TestKit;

namespace IncidentBot.Scenarios.Slack;

/// <summary>What was said while the bot was away is read back from Slack, and marked.</summary>
[Category("Slack")]
public sealed class BackFromAGap
{
    [TestCase(999)]
    [TestCase(15)]
    public async Task What_was_said_meanwhile_is_read_back_in_order_and_marked(int limit)
    {
        await using var stage = await SlackStage.OpenAsync();
        stage.Slack.HistoryLimit = limit;
        var room = await stage.DeclareAsync("The bot sleeps");
        var before = await stage.Ben.SayAsync(room.Channel, "before");
        await room.HeardAsync(before);
        await stage.QuietAsync();
        await stage.Host.StopAsync();

        stage.Slack.Deliveries.LosesEvents = true;
        var said = Enumerable.Range(1, 20).Select(number => $"said in the gap {number:00}").ToList();
        foreach (var text in said) await stage.Ben.SayAsync(room.Channel, text);
        await stage.Cleo.SayAsync(room.Channel, "answered in the gap", before);
        stage.Slack.Deliveries.LosesEvents = false;

        stage.Host.StartAgain();
        await room.RecordedAsync<MessagePosted>(posted => posted.Text == said[^1]);
        await room.RecordedAsync<MessagePosted>(posted => posted.Text == "answered in the gap");
        await room.HeardAsync(await stage.Ben.SayAsync(room.Channel, "after"));
        var entries = (await room.EntriesAsync()).Where(entry => entry.Event is MessagePosted).ToList();
        Assert.That(entries.Select(entry => ((MessagePosted)entry.Event).Text).Where(said.Contains), Is.EqualTo(said));
        foreach (var entry in entries.Where(entry => ((MessagePosted)entry.Event).Text.Contains("in the gap", StringComparison.Ordinal)))
            Assert.That((((MessagePosted)entry.Event).CaughtUp, entry.By.Name is "Ben" or "Cleo"), Is.EqualTo((true, true)));
        Assert.That(entries.Select(entry => (MessagePosted)entry.Event).Count(posted => posted.Text is "before" or "after"), Is.EqualTo(2));
        Assert.That(entries.Where(entry => ((MessagePosted)entry.Event).Text == "answered in the gap").Select(entry => ((MessagePosted)entry.Event).ReplyTo), Has.All.Not.Null);
    }
}

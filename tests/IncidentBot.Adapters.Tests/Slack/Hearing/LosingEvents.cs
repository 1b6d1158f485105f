using System.Text.Json;
using IncidentBot.Chat.Slack.Hearing;

namespace IncidentBot.Adapters.Tests.Slack.Hearing;

public sealed class LosingEvents
{
    [Test]
    public async Task When_Slack_leaves_events_out_what_was_said_is_read_back()
    {
        await using var at = new HearingHouse();
        var envelope = JsonDocument.Parse("""{"type":"app_rate_limited","team_id":"T1","minute_rate_limited":1518467820,"api_app_id":"A0BOT"}""").RootElement;
        Assert.That(await at.Ingress.TakeAsync(new SlackDelivery.Event(envelope)), Is.EqualTo(SlackAnswer.Received));
        Assert.That(at.CatchUp.Reasons, Is.EqualTo(new[] { "Slack left events out" }));
        Assert.That(at.Log.Warnings, Has.Some.Contains("Slack leaves events out: more than 30,000 came within an hour."));
    }
}

namespace IncidentBot.Chat.Slack.Hearing.Events;

/// <summary>Whoever opens the app's home finds the incidents there: their own, and all that they may see.</summary>
internal sealed class HomeOpened(Homes homes) : ISlackEvents
{
    public bool Hears(string type) => type == "app_home_opened";

    public ValueTask HearAsync(SlackEvent happened, CancellationToken cancellation)
    {
        if (happened.Body.Text("user") is { } user && happened.Body.Text("tab") == "home") homes.Draw(user);
        return ValueTask.CompletedTask;
    }
}

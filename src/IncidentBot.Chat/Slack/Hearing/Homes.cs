using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Drawing;
using IncidentBot.Chat.Slack.Naming;

namespace IncidentBot.Chat.Slack.Hearing;

/// <summary>Draws the app's home for people, each with what they may see.</summary>
internal sealed class Homes(ISlack slack, ISlackPeople people, IncidentCatalog catalog, SlackDrawing drawing, Afterwards afterwards)
{
    private const int Most = 25;

    /// <summary>Draws somebody's home soon.</summary>
    public void Draw(string user) => afterwards.Do(async later =>
    {
        var viewer = await people.PersonAsync(user, later);
        var open = new IncidentFilter { Open = true };
        var mine = await catalog.ListAsync(open with { With = viewer }, viewer, before: null, Most, later);
        var all = await catalog.ListAsync(open, viewer, before: null, Most, later);
        await slack.PublishHomeAsync(user, drawing.Home(mine, all), later);
    });
}

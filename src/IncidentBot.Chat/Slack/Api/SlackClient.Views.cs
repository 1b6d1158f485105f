using IncidentBot.Chat.Slack.Api.Calling;
using IncidentBot.Chat.Slack.Api.Web;
using IncidentBot.Chat.Slack.Blocks;

namespace IncidentBot.Chat.Slack.Api;

/// <summary>Slack's Web API, where views are shown.</summary>
internal sealed partial class SlackClient
{
    /// <inheritdoc/>
    public async ValueTask<string> OpenViewAsync(string triggerId, View view, CancellationToken cancellation = default) =>
        await views.OpenAsync(new ViewChange(BlockJson.Of(view)) { TriggerId = triggerId }, Bot, cancellation);

    /// <inheritdoc/>
    public async ValueTask UpdateViewAsync(string viewId, View view, CancellationToken cancellation = default)
    {
        var change = new ViewChange(BlockJson.Of(view)) { ViewId = viewId };
        await CallAsync(SlackAsk.Again("views.update"), (token, ending) => web.UpdateViewAsync(token, change, ending), cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask PublishHomeAsync(string user, View view, CancellationToken cancellation = default)
    {
        var change = new ViewChange(BlockJson.Of(view)) { UserId = user };
        await CallAsync(SlackAsk.Again("views.publish"), (token, ending) => web.PublishAsync(token, change, ending), cancellation);
    }
}

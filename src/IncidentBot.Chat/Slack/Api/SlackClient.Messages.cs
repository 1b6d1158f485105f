using IncidentBot.Chat.Slack.Api.Calling;
using IncidentBot.Chat.Slack.Api.Posting;
using IncidentBot.Chat.Slack.Api.Web;
using IncidentBot.Chat.Slack.Blocks;
using Refit;

namespace IncidentBot.Chat.Slack.Api;

/// <summary>Slack's Web API, where messages are spoken.</summary>
internal sealed partial class SlackClient
{
    /// <inheritdoc/>
    public async ValueTask<SlackPlace> PostAsync(SlackPost post, CancellationToken cancellation = default) => post.Key is null
        ? await PostNowAsync(post, cancellation)
        : await posts.OnceAsync(post, $"{post.Channel} {post.Key}", ending => PostNowAsync(post, ending), (since, ending) => FindAsync(post, post.Key, since, ending), cancellation);

    /// <inheritdoc/>
    public async ValueTask UpdateAsync(SlackPlace place, Drawn drawn, CancellationToken cancellation = default)
    {
        var message = Message(place.Channel, drawn) with { Ts = place.Ts };
        await SpeakAsync(SlackAsk.Again("chat.update"), message, web.UpdateAsync, cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask DeleteAsync(SlackPlace place, CancellationToken cancellation = default) => await UnlessAsync(
        () => CallAsync(SlackAsk.Again("chat.delete"), (token, ending) => web.DeleteAsync(token, new MessagePlace(place.Channel, place.Ts), ending), cancellation),
        "message_not_found");

    /// <inheritdoc/>
    public async ValueTask WhisperAsync(string channel, string user, Drawn drawn, string? threadTs = null, CancellationToken cancellation = default)
    {
        var message = Message(channel, drawn) with { User = user, ThreadTs = threadTs };
        await DrawnOrPlainAsync("chat.postEphemeral", message, words => CallAsync(SlackAsk.Once("chat.postEphemeral"), (token, ending) => web.WhisperAsync(token, words, ending), cancellation));
    }

    /// <inheritdoc/>
    public async ValueTask RespondAsync(Uri responseUrl, SlackResponse response, CancellationToken cancellation = default) => await responses.SendAsync(responseUrl, response, cancellation);

    /// <inheritdoc/>
    public async ValueTask<Uri?> PermalinkAsync(SlackPlace place, CancellationToken cancellation = default)
    {
        var form = new Dictionary<string, string> { ["channel"] = place.Channel, ["message_ts"] = place.Ts };
        return (await OrNullAsync(
            () => CallAsync(SlackAsk.Read("chat.getPermalink"), (token, ending) => web.PermalinkAsync(token, form, ending), cancellation),
            "message_not_found", "channel_not_found"))?.Permalink;
    }

    private async Task<SlackPlace> PostNowAsync(SlackPost post, CancellationToken cancellation)
    {
        var ask = SlackAsk.Once("chat.postMessage") with { Part = post.Channel };
        var message = Message(post.Channel, post.Drawn) with
        {
            ThreadTs = post.ThreadTs, UnfurlLinks = false, UnfurlMedia = false,
            Metadata = post.Key is null ? null : SlackKeys.Carrying(post.Key),
        };
        var posted = await SpeakAsync(ask, message, web.PostAsync, cancellation);
        return new SlackPlace(posted.Channel ?? post.Channel, posted.Ts ?? throw Incomplete(ask.Method));
    }

    private Task<T> SpeakAsync<T>(SlackAsk ask, ChatMessage message, Func<string, ChatMessage, CancellationToken, Task<IApiResponse<T>>> send, CancellationToken cancellation) where T : SlackResult =>
        DrawnOrPlainAsync(ask.Method, message, words => AsMemberAsync(message.Channel, () => CallAsync(ask, (token, ending) => send(token, words, ending), cancellation), cancellation));

    // An incident is never silent: what Slack does not take as it is drawn goes in plain words.
    private async Task<T> DrawnOrPlainAsync<T>(string method, ChatMessage message, Func<ChatMessage, Task<T>> say)
    {
        try
        {
            return await say(message);
        }
        catch (SlackFaultException fault) when (message.Blocks is not null && SlackCodes.IsAboutContent(fault.Code))
        {
            Log.Undrawn(logger, method, fault.Code, string.Join(' ', fault.Details));
            return await say(message with { Blocks = null });
        }
    }

    private static ChatMessage Message(string channel, Drawn drawn) => new(channel, SlackLength.Cut(drawn.Text, SlackLength.Message)) { Blocks = BlocksOf(drawn) };
}

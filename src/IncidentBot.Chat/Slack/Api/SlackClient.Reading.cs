using System.Text.Json;
using IncidentBot.Chat.Slack.Api.Calling;
using IncidentBot.Chat.Slack.Api.Posting;
using IncidentBot.Chat.Slack.Api.Reading;
using IncidentBot.Chat.Slack.Api.Web;
using Fields = System.Collections.Generic.Dictionary<string, string>;

namespace IncidentBot.Chat.Slack.Api;

/// <summary>Slack's Web API, where it is read.</summary>
internal sealed partial class SlackClient
{
    /// <inheritdoc/>
    public async ValueTask<SlackHistory> HistoryAsync(string channel, string oldest, string? cursor = null, CancellationToken cancellation = default) =>
        new(await gaps.ReadAsync(channel, oldest, (form, ending) => PageAsync(channel, form, ending), cancellation), Cursor: null);

    /// <inheritdoc/>
    public async ValueTask<SlackHistory> RepliesAsync(string channel, string threadTs, string oldest, string? cursor = null, CancellationToken cancellation = default)
    {
        var form = new Fields { ["channel"] = channel, ["ts"] = threadTs, ["oldest"] = oldest, ["limit"] = SlackGaps.PageSize, ["include_all_metadata"] = "true" };
        if (cursor is not null) form["cursor"] = cursor;
        var page = await PageAsync(channel, form, cancellation);
        // The thread's first message comes with every page, whatever was asked for.
        return new SlackHistory([.. page.Messages.Where(message => SlackTs.Of(message) is { } ts && ts != threadTs && SlackTs.IsLater(ts, oldest)).OrderBy(SlackTs.Of, SlackTs.InOrder)], page.NextCursor);
    }

    /// <inheritdoc/>
    public async ValueTask<JsonElement?> MessageAsync(SlackPlace place, string? threadTs = null, CancellationToken cancellation = default)
    {
        var form = new Fields { ["channel"] = place.Channel, ["oldest"] = place.Ts, ["latest"] = place.Ts, ["inclusive"] = "true", ["include_all_metadata"] = "true" };
        var found = threadTs is null ? await OneAsync(place, form, cancellation) : null;
        return found ?? await OneAsync(place, new Fields(form) { ["ts"] = threadTs ?? place.Ts }, cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask<SlackUser?> UserAsync(string user, CancellationToken cancellation = default) => (await OrNullAsync(
        () => CallAsync(SlackAsk.Read("users.info"), (token, ending) => web.UserAsync(token, new() { ["user"] = user }, ending), cancellation),
        "user_not_found", "user_not_visible"))?.User?.User;

    /// <inheritdoc/>
    public async ValueTask<SlackUser?> UserByEmailAsync(string email, CancellationToken cancellation = default) => (await OrNullAsync(
        () => CallAsync(SlackAsk.Read("users.lookupByEmail"), (token, ending) => web.UserByEmailAsync(token, new() { ["email"] = email }, ending), cancellation),
        "users_not_found", "user_not_found"))?.User?.User;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<SlackGroup>> GroupsAsync(CancellationToken cancellation = default) =>
        [.. (await CallAsync(SlackAsk.Read("usergroups.list"), (token, ending) => web.GroupsAsync(token, new() { ["include_users"] = "true" }, ending), cancellation)).Usergroups.Select(group => group.Group)];

    /// <inheritdoc/>
    public async ValueTask<JsonElement?> FileAsync(string file, CancellationToken cancellation = default) => (await OrNullAsync(
        () => CallAsync(SlackAsk.Read("files.info"), (token, ending) => web.FileAsync(token, new() { ["file"] = file }, ending), cancellation),
        "file_not_found", "file_deleted"))?.File;

    /// <inheritdoc/>
    public async ValueTask<Stream> DownloadAsync(Uri privateAddress, CancellationToken cancellation = default) => await downloads.OpenAsync(privateAddress, Bot, cancellation);

    // A thread's messages when the form names one, else the channel's.
    private async Task<MessagesResult> PageAsync(string channel, Fields form, CancellationToken cancellation) => await AsMemberAsync(channel, () => form.ContainsKey("ts")
        ? CallAsync(SlackAsk.Read("conversations.replies"), (token, ending) => web.RepliesAsync(token, form, ending), cancellation)
        : CallAsync(SlackAsk.Read("conversations.history"), (token, ending) => web.HistoryAsync(token, form, ending), cancellation), cancellation);

    private async Task<JsonElement?> OneAsync(SlackPlace place, Fields form, CancellationToken cancellation)
    {
        var page = await OrNullAsync(() => PageAsync(place.Channel, form, cancellation), "thread_not_found", "message_not_found");
        return page?.Messages.Where(message => SlackTs.Of(message) == place.Ts).Select(message => (JsonElement?)message).FirstOrDefault();
    }

    // The post under this key; null when the channel, or the thread, holds none since then.
    private async Task<SlackPlace?> FindAsync(SlackPost post, string key, DateTimeOffset since, CancellationToken cancellation)
    {
        var form = new Fields { ["channel"] = post.Channel };
        if (post.ThreadTs is { } thread) form["ts"] = thread;
        var found = await gaps.FindAsync(
            $"{post.Channel} {key}", form, SlackTs.At(since), message => SlackKeys.KeyOf(message) == key, (asked, ending) => PageAsync(post.Channel, asked, ending), cancellation);
        return found is { } message && SlackTs.Of(message) is { } ts ? new SlackPlace(post.Channel, ts) : null;
    }

    private static async Task<T?> OrNullAsync<T>(Func<Task<T>> ask, params string[] nothing) where T : class
    {
        try
        {
            return await ask();
        }
        catch (SlackFaultException fault) when (nothing.Contains(fault.Code))
        {
            return null;
        }
    }
}

using IncidentBot.Chat.Slack.Api.Calling;
using IncidentBot.Chat.Slack.Api.Web;

namespace IncidentBot.Chat.Slack.Api;

/// <summary>Slack's Web API, where channels are kept.</summary>
internal sealed partial class SlackClient
{
    private const int MostInvited = 100;

    /// <inheritdoc/>
    public async ValueTask<SlackChannel> CreateChannelAsync(string name, bool isPrivate, CancellationToken cancellation = default)
    {
        var ask = SlackAsk.Once("conversations.create");
        var created = await CallAsync(ask, (token, ending) => web.CreateAsync(token, new NewChannel(name, isPrivate), ending), cancellation);
        return created.Channel?.Channel ?? throw Incomplete(ask.Method);
    }

    /// <inheritdoc/>
    public async ValueTask<SlackChannel> ChannelAsync(string channel, CancellationToken cancellation = default)
    {
        var ask = SlackAsk.Read("conversations.info");
        var found = await CallAsync(ask, (token, ending) => web.ChannelAsync(token, new() { ["channel"] = channel }, ending), cancellation);
        return found.Channel?.Channel ?? throw Incomplete(ask.Method);
    }

    /// <inheritdoc/>
    public async ValueTask<SlackChannel?> OwnChannelAsync(string name, CancellationToken cancellation = default)
    {
        var own = (await SelfAsync(cancellation)).User;
        var form = new Dictionary<string, string> { ["types"] = "public_channel,private_channel", ["exclude_archived"] = "true", ["limit"] = "200" };
        while (true)
        {
            var page = await CallAsync(SlackAsk.Read("users.conversations"), (token, ending) => web.OwnChannelsAsync(token, form, ending), cancellation);
            if (page.Channels.FirstOrDefault(channel => channel.Name == name && channel.Creator == own) is { } found) return found.Channel with { IsMember = true };
            if (page.NextCursor is not { } next) return null;
            form = new(form) { ["cursor"] = next };
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<SlackInviteFailure>> InviteAsync(string channel, IReadOnlyList<string> users, CancellationToken cancellation = default)
    {
        var failures = new List<SlackInviteFailure>();
        foreach (var some in users.Distinct().Chunk(MostInvited)) failures.AddRange(await InviteSomeAsync(channel, some, cancellation));
        return failures;
    }

    /// <inheritdoc/>
    public async ValueTask RemoveAsync(string channel, string user, CancellationToken cancellation = default) =>
        await ChangeAsync("conversations.kick", new ChannelChange(channel) { User = user }, web.KickAsync, cancellation, "not_in_channel", "user_not_in_channel");

    /// <inheritdoc/>
    public async ValueTask JoinAsync(string channel, CancellationToken cancellation = default) =>
        await ChangeAsync("conversations.join", new ChannelChange(channel), web.JoinAsync, cancellation, "already_in_channel");

    /// <inheritdoc/>
    public async ValueTask SetTopicAsync(string channel, string topic, CancellationToken cancellation = default) => await AsMemberAsync(
        channel, () => CallAsync(SlackAsk.Again("conversations.setTopic"), (token, ending) => web.SetTopicAsync(token, new ChannelChange(channel) { Topic = SlackLength.Cut(topic, SlackLength.Topic) }, ending), cancellation), cancellation);

    /// <inheritdoc/>
    public async ValueTask ArchiveAsync(string channel, CancellationToken cancellation = default) => await UnlessAsync(
        () => AsMemberAsync(channel, () => CallAsync(SlackAsk.Again("conversations.archive"), (token, ending) => web.ArchiveAsync(token, new ChannelChange(channel), ending), cancellation), cancellation),
        "already_archived");

    /// <inheritdoc/>
    public async ValueTask UnarchiveAsync(string channel, CancellationToken cancellation = default)
    {
        var ask = new SlackAsk("conversations.unarchive", IsRepeatable: true, SlackToken.Person);
        if (options.UserToken is not { Length: > 0 } person)
            throw new SlackFaultException(ask.Method, "no_user_token", "A bot cannot bring a channel back from Slack's archive. Unarchive it in Slack, or set Slack:UserToken.");
        await UnlessAsync(() => caller.CallAsync(ask, ending => web.UnarchiveAsync(person, new ChannelChange(channel), ending), cancellation), "not_archived");
    }

    /// <inheritdoc/>
    public async ValueTask PinAsync(SlackPlace place, CancellationToken cancellation = default) => await UnlessAsync(
        () => AsMemberAsync(place.Channel, () => CallAsync(SlackAsk.Again("pins.add"), (token, ending) => web.PinAsync(token, new PinnedMessage(place.Channel, place.Ts), ending), cancellation), cancellation),
        "already_pinned");

    /// <inheritdoc/>
    public async ValueTask BookmarkAsync(string channel, string title, Uri address, string? emoji = null, CancellationToken cancellation = default)
    {
        var bookmark = new Bookmark(channel, title, "link", address.AbsoluteUri, emoji);
        await AsMemberAsync(channel, () => CallAsync(SlackAsk.Once("bookmarks.add"), (token, ending) => web.BookmarkAsync(token, bookmark, ending), cancellation), cancellation);
    }

    private async Task ChangeAsync(
        string method, ChannelChange change, Func<string, ChannelChange, CancellationToken, Task<Refit.IApiResponse<SlackResult>>> send, CancellationToken cancellation, params string[] soAlready) =>
        await UnlessAsync(() => CallAsync(SlackAsk.Again(method), (token, ending) => send(token, change, ending), cancellation), soAlready);

    // All at once, and one by one when Slack lets nobody in because of some.
    private async Task<IReadOnlyList<SlackInviteFailure>> InviteSomeAsync(string channel, IReadOnlyList<string> users, CancellationToken cancellation)
    {
        try
        {
            var invitation = new Invitation(channel, string.Join(',', users), Force: true);
            var answer = await AsMemberAsync(channel, () => CallAsync(SlackAsk.Again("conversations.invite"), (token, ending) => web.InviteAsync(token, invitation, ending), cancellation), cancellation);
            return [.. SlackInvited.FailuresIn(answer.Errors)];
        }
        catch (SlackFaultException fault) when (SlackCodes.IsAboutInvited(fault.Code))
        {
            if (users is [var user]) return SlackCodes.IsThere(fault.Code) ? [] : [new SlackInviteFailure(user, fault.Code)];
            var failures = new List<SlackInviteFailure>();
            foreach (var one in users) failures.AddRange(await InviteSomeAsync(channel, [one], cancellation));
            return failures;
        }
    }
}

namespace IncidentBot.Chat.Slack;

/// <summary>What the bot must be allowed in Slack, and why. The manifests ask for exactly these, README explains them, and the doctor compares them with what was granted.</summary>
public static class SlackScopes
{
    /// <summary>The scopes of the bot token.</summary>
    public static IReadOnlyList<SlackScope> Bot { get; } =
    [
        new("app_mentions:read", "hear a line that begins with the bot's name; the only way in threads, where slash commands do not work") { Events = ["app_mention"] },
        new("bookmarks:write", "put the links to timeline and review into the channel's bar") { Methods = ["bookmarks.add"] },
        new("channels:history", "put every message of an incident's public channel onto its timeline, and read back what was missed")
        {
            Methods = ["conversations.history", "conversations.replies"], Events = ["message.channels"],
        },
        new("channels:join", "come back into a public channel, to speak or listen there") { Methods = ["conversations.join"] },
        new("channels:manage", "open, name, fill and archive incidents' public channels")
        {
            Methods = ["conversations.create", "conversations.invite", "conversations.kick", "conversations.setTopic", "conversations.archive"],
        },
        new("channels:read", "know what becomes of incidents' public channels: renamed, archived, left")
        {
            Methods = ["conversations.info", "users.conversations"],
            Events = ["channel_archive", "channel_deleted", "channel_id_changed", "channel_left", "channel_rename", "channel_unarchive", "member_joined_channel", "member_left_channel"],
        },
        new("chat:write", "speak: cards, answers, reminders") { Methods = ["chat.postMessage", "chat.update", "chat.delete", "chat.postEphemeral"] },
        new("chat:write.public", "announce incidents in a public channel without being a member"),
        new("commands", "/incident, and the entries in Slack's menus"),
        new("files:read", "keep what is shared in an incident's channel with its timeline") { Methods = ["files.info"] },
        new("groups:history", "the same as channels:history in private incidents' channels") { Methods = ["conversations.history", "conversations.replies"], Events = ["message.groups"] },
        new("groups:read", "the same as channels:read in private incidents' channels")
        {
            Methods = ["conversations.info", "users.conversations"],
            Events = ["group_archive", "group_deleted", "group_left", "group_rename", "group_unarchive", "member_joined_channel", "member_left_channel"],
        },
        new("groups:write", "the same as channels:manage for private incidents' channels")
        {
            Methods = ["conversations.create", "conversations.invite", "conversations.kick", "conversations.setTopic", "conversations.archive"],
        },
        new("im:history", "hear what somebody writes to the bot alone") { Events = ["message.im"] },
        new("pins:write", "pin the incident's card") { Methods = ["pins.add"] },
        new("reactions:read", "hear 📌 ⭐ ⏩ ⚖️ on messages") { Events = ["reaction_added", "reaction_removed"] },
        new("usergroups:read", "know who is in a user group that a line names") { Methods = ["usergroups.list"] },
        new("users:read", "know people's names") { Methods = ["users.info", "bots.info"] },
        new("users:read.email", "know that somebody in Slack and somebody who signs in here are one person") { Methods = ["users.lookupByEmail"] },
    ];

    /// <summary>The scope of the app-level token.</summary>
    public static SlackScope App { get; } = new("connections:write", "connect to Slack in Socket Mode") { Methods = ["apps.connections.open"] };

    /// <summary>The scopes of a person's token, which is not needed.</summary>
    public static IReadOnlyList<SlackScope> Person { get; } =
    [
        new("channels:write", "bring a public channel back from the archive") { Methods = ["conversations.unarchive"] },
        new("groups:write", "bring a private channel back from the archive") { Methods = ["conversations.unarchive"] },
    ];

    /// <summary>Events that come without any scope.</summary>
    public static IReadOnlyList<string> FreeEvents { get; } = ["app_home_opened"];

    /// <summary>Methods that any token may call, or that need no more than that the bot is there.</summary>
    public static IReadOnlyList<string> FreeMethods { get; } = ["auth.test", "chat.getPermalink", "views.open", "views.update", "views.publish"];

    /// <summary>All events that the bot subscribes to.</summary>
    public static IReadOnlyList<string> Events { get; } = [.. Bot.SelectMany(scope => scope.Events).Concat(FreeEvents).Distinct().Order(StringComparer.Ordinal)];
}

/// <summary>Something the bot must be allowed.</summary>
/// <param name="Name">Slack's word for it.</param>
/// <param name="Reason">What it is needed for, as the end of a sentence that begins with “to”.</param>
public sealed record SlackScope(string Name, string Reason)
{
    /// <summary>The methods that need it.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>The events that come only with it.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];
}

namespace IncidentBot.Chat.Slack.Api.Calling;

/// <summary>How often Slack lets a method be called, by its tier.</summary>
internal static class SlackPace
{
    /// <summary>How many calls of it a minute takes.</summary>
    public static int PerMinute(string method) => method switch
    {
        "conversations.create" or "conversations.setTopic" or "conversations.archive" or "conversations.unarchive" or "pins.add" or "bookmarks.add" or "usergroups.list" => 20,
        "views.update" or "views.publish" or "users.info" or "files.info" or "chat.postEphemeral" or "chat.getPermalink" or "auth.test" => 100,
        "chat.postMessage" => 300,
        _ => 50,
    };

    /// <summary>The pace of a method: half a minute's worth at once, then evenly.</summary>
    public static SlackBucket Of(string method) => new(TimeSpan.FromMinutes(1) / PerMinute(method), PerMinute(method) / 2);

    /// <summary>The pace of posts in one channel: a message a second, and a few at once.</summary>
    public static SlackBucket OfChannel() => new(TimeSpan.FromSeconds(1), 4);
}

using System.Collections.Frozen;

namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>Which of Slack's kinds of messages somebody said.</summary>
internal static class MessageKinds
{
    private static readonly FrozenSet<string> Content = ["bot_message", "file_share", "thread_broadcast", "me_message"];

    private static readonly FrozenSet<string> Noise =
    [
        "channel_join", "channel_leave", "channel_topic", "channel_purpose", "channel_name", "channel_archive", "channel_unarchive",
        "group_join", "group_leave", "group_topic", "group_purpose", "group_name", "group_archive", "group_unarchive",
        "channel_posting_permissions", "channel_convert_to_private", "channel_convert_to_public", "channel_canvas_updated", "tabbed_canvas_updated",
        "ekm_access_denied", "message_replied", "message_changed", "message_deleted", "pinned_item", "unpinned_item", "reminder_add", "bot_add", "bot_remove", "bot_enable", "bot_disable",
        "joiner_notification", "joiner_notification_for_inviter", "assistant_app_thread", "document_mention", "tombstone",
    ];

    /// <summary>True when somebody said it: what Slack itself tells of the channel is noise, and what nobody here knows must have an author and words.</summary>
    public static bool IsContent(SlackMessage message) =>
        message.Subtype is null || Content.Contains(message.Subtype)
            ? message.User is not null || message.IsFromBot
            : !Noise.Contains(message.Subtype) && message.User is not null && message.Text.Length > 0;

    /// <summary>True when Slack itself tells of the channel.</summary>
    public static bool IsNoise(SlackMessage message) => message.Subtype is not null && Noise.Contains(message.Subtype);
}

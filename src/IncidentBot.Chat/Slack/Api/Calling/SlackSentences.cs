using IncidentBot.Chat.Slack.Api.Web;

namespace IncidentBot.Chat.Slack.Api.Calling;

/// <summary>What each of Slack's words means for people, and what they can do.</summary>
internal static class SlackSentences
{
    /// <summary>Slack's no as a fault that tells people what to do.</summary>
    public static SlackFaultException Fault(SlackAsk ask, SlackResult no)
    {
        // Slack has two ways of saying that a click is too old.
        var code = no.Error == "invalid_arguments" && no.Details.Any(detail => detail.Contains("trigger_id") && detail.Contains("expired")) ? "expired_trigger_id" : no.Error!;
        return new(ask.Method, code, Of(ask, code, no.Needed)) { Needed = code == "missing_scope" ? no.Needed : null, Details = no.Details };
    }

    /// <summary>The sentence for one of Slack's words.</summary>
    public static string Of(SlackAsk ask, string code, string? needed = null) =>
        SlackCodes.IsAboutToken(code) ? Token(ask.Token, code)
        : code == "missing_scope" ? Scope(ask, needed)
        : Known(code) is { } sentence ? $"{sentence} ({ask.Method}: {code})"
        : SlackCodes.IsAboutContent(code) ? $"Slack does not take this message as it is drawn. Nothing was shown. ({ask.Method}: {code})"
        : $"Slack refused {ask.Method}: {code}. What that means stands at https://docs.slack.dev/reference/methods/{ask.Method}.";

    private static string Token(SlackToken token, string code) => (token, code) switch
    {
        (_, "accesslimited") => "Slack refuses this server's address (accesslimited). Allow it in the app's settings, under OAuth & Permissions, Restrict API Token Usage.",
        (_, "token_expired") => "The token for Slack has expired (token_expired): the app rotates its tokens. Switch token rotation off by making the app anew from the manifest, and copy its tokens.",
        (SlackToken.App, _) => $"Slack refuses the app-level token ({code}). Make one with the scope connections:write (Basic Information, App-Level Tokens) and copy it into Slack:AppToken.",
        (SlackToken.Person, _) => $"Slack refuses the person's token ({code}). Copy the User OAuth Token again (OAuth & Permissions) into Slack:UserToken, or leave that setting out.",
        _ => $"Slack refuses the bot token ({code}): it is wrong, revoked or of another app. Copy the Bot User OAuth Token again (OAuth & Permissions) into Slack:BotToken.",
    };

    private static string Scope(SlackAsk ask, string? needed)
    {
        var scope = string.IsNullOrWhiteSpace(needed) ? "another scope" : $"the scope {string.Join(" or ", needed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))}";
        return ask.Token switch
        {
            SlackToken.App => $"For {ask.Method} the app-level token needs {scope}. Make one with it (Basic Information, App-Level Tokens) and copy it into Slack:AppToken.",
            SlackToken.Person => $"For {ask.Method} the person's token needs {scope}: add it under OAuth & Permissions, User Token Scopes, then Reinstall to Workspace.",
            _ => $"For {ask.Method} Slack's app needs {scope}: add it under OAuth & Permissions, then Reinstall to Workspace.",
        };
    }

    private static string? Known(string code) => code switch
    {
        "not_in_channel" => "The bot is not in this channel. Invite it there: /invite and its name.",
        "channel_not_found" => "Slack knows no such channel, or the bot may not see it. Invite the bot if the channel is private; check the id if it comes from the settings.",
        "is_archived" => "The channel is archived. Unarchive it in Slack, or open another one.",
        "name_taken" => "A channel, a person or a user group in Slack has this name already, perhaps archived or hidden.",
        "invalid_name" or "invalid_name_specials" or "invalid_name_punctuation" or "invalid_name_required" or "invalid_name_maxlength" => "Slack does not take this name for a channel: lower-case letters, digits, - and _, at most 80. Check Slack:ChannelName.",
        "restricted_action" or "cannot_create_channel" or "no_permission" or "not_authorized" or "permission_denied" or "ekm_access_denied" or "app_access_restricted" or "team_access_not_granted" or "enterprise_is_restricted"
            => "The workspace does not allow this to the app. An owner can change that in Slack's settings and permissions.",
        "restricted_action_read_only_channel" or "restricted_action_thread_only_channel" or "restricted_action_non_threadable_channel" or "restricted_action_thread_locked" or "posting_to_channel_denied"
            => "Not everybody may post in this channel. Let the app post there, in the channel's settings, or use another channel.",
        "not_allowed_token_type" => "Slack wants another kind of token here. Slack:BotToken begins with xoxb-, Slack:AppToken with xapp-, Slack:UserToken with xoxp-.",
        "method_not_supported_for_channel_type" => "Slack does not allow this in this kind of channel.",
        "message_not_found" or "thread_not_found" => "Slack has no such message any more.",
        "cant_update_message" or "edit_window_closed" or "cant_delete_message" or "is_inactive" => "The bot may not change this message: it is not its own, or Slack closed it for changes.",
        "user_not_found" or "users_not_found" or "user_not_visible" or "no_user" => "Slack knows nobody by that, or the bot may not see them.",
        "user_not_in_channel" => "They are not in this channel, so nothing can be shown to them there.",
        "user_disabled" or "cant_invite" => "Their account in Slack was shut, or they cannot be invited.",
        "user_is_restricted" or "ura_max_channels" => "They are a guest in Slack and may not be in further channels. An admin can let them in.",
        "org_user_not_in_team" or "invitee_cant_see_channel" => "They are not a member of this workspace.",
        "cant_kick_self" or "cant_kick_from_general" or "cant_archive_general" or "cant_archive_required" => "Slack does not allow that in this channel.",
        "expired_trigger_id" or "exchanged_trigger_id" or "invalid_trigger_id" => "Slack shows a form only within 3 seconds of a click. Click again.",
        "used_url" or "expired_url" => "Slack takes no more answers to this: five are possible, within 30 minutes. Say the line again.",
        "not_enabled" => "The app has no Home tab. Switch it on under App Home, Home Tab.",
        "too_many_pins" => "The channel holds as many pins as Slack allows. Remove some.",
        "too_many_bookmarks" or "too_many_tabs" => "The channel's bar is full. Remove a bookmark.",
        "messages_tab_disabled" => "The app takes no messages of its own. Switch them on under App Home, Messages Tab.",
        "access_denied" or "no_access" or "not_visible" => "The bot may not see this in Slack.",
        "file_not_found" or "file_deleted" => "Slack has no such file any more.",
        "storage_limit_reached" => "The workspace's storage is full.",
        "unknown_method" => "What stands at Slack:ApiUrl does not know this method. Leave the setting out for Slack itself.",
        "team_added_to_org" => "The workspace is being moved into an organisation. Slack answers again when that is done.",
        _ => null,
    };
}

namespace IncidentBot.Chat.Slack.Api.Calling;

/// <summary>Slack's words for why, sorted by what follows from them.</summary>
internal static class SlackCodes
{
    /// <summary>Words that mean Slack had trouble of its own: what was asked may have been done.</summary>
    public static bool IsTrouble(string code) => code is "internal_error" or "fatal_error" or "service_unavailable" or "request_timeout";

    /// <summary>Words that mean the token is no good.</summary>
    public static bool IsAboutToken(string code) =>
        code is "invalid_auth" or "not_authed" or "account_inactive" or "token_revoked" or "token_expired" or "org_login_required" or "accesslimited" or "two_factor_setup_required";

    /// <summary>Words that mean how a message is drawn is too much or wrong: its plain words may still go.</summary>
    public static bool IsAboutContent(string code) =>
        code is "invalid_blocks" or "invalid_blocks_format" or "msg_blocks_too_long" or "block_mismatch" or "invalid_attachments" or "too_many_attachments" or "attachment_payload_limit_exceeded"
            or "too_many_contact_cards" or "invalid_metadata_format" or "invalid_metadata_schema" or "metadata_too_large" or "view_too_large"
            or "slack_connect_canvas_sharing_blocked" or "slack_connect_file_link_sharing_blocked" or "slack_connect_lists_sharing_blocked";

    /// <summary>Words about one person of several who are invited: the others may still be let in.</summary>
    public static bool IsAboutInvited(string code) =>
        code is "already_in_channel" or "cant_invite" or "cant_invite_self" or "user_not_found" or "no_user" or "user_is_restricted" or "user_disabled" or "ura_max_channels" or "org_user_not_in_team"
            or "invitee_cant_see_channel" or "no_external_invite_permission" or "app_cannot_join_channel" or "failed_for_some_users" or "no_permission";

    /// <summary>Words about an invited person that are no failure: they are there.</summary>
    public static bool IsThere(string code) => code is "already_in_channel" or "cant_invite_self";
}

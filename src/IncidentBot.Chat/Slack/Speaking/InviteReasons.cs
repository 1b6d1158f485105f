namespace IncidentBot.Chat.Slack.Speaking;

/// <summary>Why somebody could not be invited to a channel, as the end of a sentence that says what can be done.</summary>
internal static class InviteReasons
{
    /// <summary>The reason for one of Slack's words.</summary>
    public static string Of(string code) => code switch
    {
        "user_is_restricted" or "ura_max_channels" => "they are a guest in Slack, and apps may not invite guests. A workspace admin can let them in.",
        "cant_invite" or "user_disabled" => "their account in Slack was shut, or is an app's. They can follow the incident on its page.",
        "org_user_not_in_team" or "user_not_found" or "no_user" or "invitee_cant_see_channel" or "user_team_not_in_channel" => "they are not a member of this Slack workspace. They can follow the incident on its page.",
        "no_external_invite_permission" => "they belong to another company, and Slack lets apps invite nobody from there. Invite them by hand.",
        "app_cannot_join_channel" => "they are an app, and Slack does not let it in. Add it by hand.",
        "no_permission" or "restricted_action" or "missing_scope" => "the workspace does not let the app invite people. Invite them by hand, or ask a workspace owner to allow it.",
        _ => $"Slack says no ({code}). Invite them by hand.",
    };
}

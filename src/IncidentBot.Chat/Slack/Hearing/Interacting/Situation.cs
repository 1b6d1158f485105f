using System.Text.Json;

namespace IncidentBot.Chat.Slack.Hearing.Interacting;

/// <summary>Who did something in Slack, where, and how they can be answered.</summary>
/// <param name="Team">The workspace.</param>
/// <param name="User">Who.</param>
internal sealed record Situation(string Team, string User)
{
    /// <summary>The channel; null in modals, in the app's home and for what is called from anywhere.</summary>
    public string? Channel { get; init; }

    /// <summary>The message that was pressed or meant; null where there is none.</summary>
    public string? Message { get; init; }

    /// <summary>What lets a modal open, for three seconds.</summary>
    public string? Trigger { get; init; }

    /// <summary>Where the answer goes; null where there is no channel.</summary>
    public Uri? Answers { get; init; }

    /// <summary>The view in which it was; null in messages.</summary>
    public JsonElement? View { get; init; }

    /// <summary>The view's id.</summary>
    public string? ViewId => View?.Text("id");

    /// <summary>True in the app's home.</summary>
    public bool IsHome => View?.Text("type") == "home";

    /// <summary>Reads it; null when nobody did it.</summary>
    public static Situation? Of(JsonElement payload)
    {
        if (payload.Text("user", "id") is not { } user) return null;
        var team = payload.Text("team", "id") ?? payload.Text("view", "app_installed_team_id") ?? payload.Text("user", "team_id") ?? "";
        return new Situation(team, user)
        {
            Channel = payload.Text("channel", "id") ?? payload.Text("container", "channel_id"),
            Message = payload.Text("message_ts") ?? payload.Text("container", "message_ts") ?? payload.Text("message", "ts"),
            Trigger = payload.Text("trigger_id"),
            Answers = Uri.TryCreate(payload.Text("response_url"), UriKind.Absolute, out var url) ? url : null,
            View = payload.At("view"),
        };
    }
}

using System.Text.Json;
using IncidentBot.Chat.Slack.Api.Calling;
using IncidentBot.Chat.Slack.Api.Web;

namespace IncidentBot.Chat.Slack.Api;

/// <summary>Who could not be invited, as Slack tells beside a yes.</summary>
internal static class SlackInvited
{
    /// <summary>The failures in it; what has another shape tells of none.</summary>
    public static IEnumerable<SlackInviteFailure> FailuresIn(JsonElement? errors)
    {
        if (errors is not { ValueKind: JsonValueKind.Array } list) yield break;
        foreach (var error in list.EnumerateArray())
            if (Text(error, "user") is { } user && Text(error, "error") is { } code && !SlackCodes.IsThere(code)) yield return new SlackInviteFailure(user, code);
    }

    private static string? Text(JsonElement element, string name) => SlackResult.Find(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}

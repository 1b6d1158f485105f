using System.Globalization;
using System.Text.Json;

namespace IncidentBot.Chat.Slack.Drawing;

/// <summary>A control that somebody pressed or picked.</summary>
/// <param name="Line">Its line; with <see cref="PeoplePicker.Person"/> in it where somebody was picked.</param>
/// <param name="Nonce">The incident's last news when it was drawn; null when that is not known.</param>
/// <param name="User">Who was picked; null when nobody was to be.</param>
internal sealed record SlackPress(string Line, int? Nonce, string? User)
{
    /// <summary>What was pressed; null for a link, for what was cleared, and for what no version of this bot drew.</summary>
    public static SlackPress? Read(JsonElement action)
    {
        if (IsLink(action) || Text(action, "action_id") is not { Length: > 1 } id) return null;
        var nonce = NonceOf(Text(action, "block_id"));
        return id[..2] switch
        {
            "p:" => Text(action, "selected_user") is { } user ? new SlackPress(id[2..], nonce, user) : null,
            "b:" => Text(action, "value") is { } line ? new SlackPress(line, nonce, null) : null,
            "s:" => action.TryGetProperty("selected_option", out var option) && Text(option, "value") is { } picked ? new SlackPress(picked, nonce, null) : null,
            _ => null,
        };
    }

    /// <summary>True for a link: following it says nothing.</summary>
    public static bool IsLink(JsonElement action) => Text(action, "action_id")?.StartsWith("l:", StringComparison.Ordinal) == true;

    private static int? NonceOf(string? block) =>
        block?.Split(':') is ["c", var nonce, _] && int.TryParse(nonce, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

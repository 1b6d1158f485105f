using System.Globalization;
using System.Text.Json;
using IncidentBot.Chat.Slack.Api.Web;

namespace IncidentBot.Chat.Slack.Api.Reading;

/// <summary>A message's <c>ts</c>: a text that names it, and by which it is ordered. Never a number: it has more digits than one keeps.</summary>
internal static class SlackTs
{
    /// <summary>The order of time.</summary>
    public static readonly Comparer<string?> InOrder = Comparer<string?>.Create(Compare);

    /// <summary>A message's <c>ts</c>; null when it has none.</summary>
    public static string? Of(JsonElement message) => SlackResult.Find(message, "ts") is { ValueKind: JsonValueKind.String } ts ? ts.GetString() : null;

    /// <summary>A moment as a <c>ts</c>.</summary>
    public static string At(DateTimeOffset moment) => string.Create(CultureInfo.InvariantCulture, $"{moment.ToUnixTimeSeconds()}.{moment.Microsecond + moment.Millisecond * 1000:000000}");

    /// <summary>True when the one is later than the other; everything is later than nothing.</summary>
    public static bool IsLater(string one, string? other) => Compare(one, other) > 0;

    private static int Compare(string? one, string? other)
    {
        var (seconds, rest) = Parts(one);
        var (otherSeconds, otherRest) = Parts(other);
        var longer = seconds.Length.CompareTo(otherSeconds.Length);
        if (longer != 0) return longer;
        var later = string.CompareOrdinal(seconds, otherSeconds);
        return later != 0 ? later : string.CompareOrdinal(rest, otherRest);
    }

    private static (string Seconds, string Micros) Parts(string? ts) => ts?.Split('.', 2) switch
    {
        null => ("", ""),
        [var seconds] => (seconds.TrimStart('0'), ""),
        var parts => (parts[0].TrimStart('0'), parts[1].TrimEnd('0')),
    };
}

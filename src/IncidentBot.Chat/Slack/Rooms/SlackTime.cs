using System.Globalization;

namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>Slack's <c>ts</c>: a message's name in its channel, and the time at which it was said.</summary>
internal static class SlackTime
{
    /// <summary>Earlier before later.</summary>
    public static readonly IComparer<string> Order = Comparer<string>.Create((one, other) =>
        Seconds(one) != Seconds(other) ? Seconds(one).CompareTo(Seconds(other)) : string.CompareOrdinal(one, other));

    /// <summary>True when one is later than the other.</summary>
    public static bool IsAfter(string ts, string other) => Order.Compare(ts, other) > 0;

    /// <summary>The time; null when it is none.</summary>
    public static DateTimeOffset? Read(string? ts)
    {
        if (ts?.Split('.') is not [{ Length: > 0 and < 12 } whole, .. { Length: < 2 } rest] || !long.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return null;
        var micros = rest is [{ } part] && long.TryParse(part.PadRight(6, '0')[..6], NumberStyles.None, CultureInfo.InvariantCulture, out var fraction) ? fraction : 0;
        return DateTimeOffset.FromUnixTimeSeconds(seconds).AddTicks(micros * TimeSpan.TicksPerMicrosecond);
    }

    /// <summary>A time as Slack writes it.</summary>
    public static string Write(DateTimeOffset at)
    {
        var micros = (at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        return string.Create(CultureInfo.InvariantCulture, $"{micros / 1_000_000}.{micros % 1_000_000:000000}");
    }

    private static long Seconds(string ts) => long.TryParse(ts.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;
}

using System.Globalization;

namespace IncidentBot;

/// <summary>Up to where a timeline is replayed: a moment, or an entry.</summary>
/// <param name="At">The moment; null when it is an entry.</param>
/// <param name="Entry">The entry that is the last one known; null when it is a moment.</param>
public sealed record ReplayPoint(DateTimeOffset? At, int? Entry)
{
    /// <summary>Reads <c>10:42</c>, <c>20m ago</c>, <c>2026-11-23 10:42</c> or <c>#57</c>; null when it cannot be read. A bare time is the last one before the end of an incident that has ended.</summary>
    public static ReplayPoint? Read(string text, Incident incident, DateTimeOffset now)
    {
        var words = text.Trim();
        if (words.StartsWith('#'))
            return int.TryParse(words[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var entry) ? new ReplayPoint(null, entry) : null;
        var isBare = words.Length > 0 && words.All(letter => char.IsAsciiDigit(letter) || letter == ':');
        return Moments.Past(words, isBare && !incident.Stage.IsOpen() ? incident.LastNewsAt : now) is { } moment ? new ReplayPoint(moment, null) : null;
    }

    /// <summary>The sentence about one that cannot be read.</summary>
    public static string Unreadable(string text) =>
        $"“{Words.Brief(text, 40)}” is no moment that I can read. Use {Moments.Examples}, or #57 for what was known just after entry 57.";
}

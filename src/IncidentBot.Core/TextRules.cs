namespace IncidentBot;

/// <summary>Rules about texts and times that many commands share; each answers null when all is well.</summary>
internal static class TextRules
{
    /// <summary>There is a text, and it is not too long.</summary>
    public static Decision? Check(string? text, string what, int limit) => text switch
    {
        null => Decision.Refuse($"The {what} is empty. Say what it is."),
        _ when string.IsNullOrWhiteSpace(text) => Decision.Refuse($"The {what} is empty. Say what it is."),
        _ when text.Length > limit => Decision.Refuse($"The {what} has {text.Length:N0} characters; {limit:N0} are allowed. Shorten it or attach it as a file."),
        _ => null,
    };

    /// <summary>The moment is not in the future.</summary>
    public static Decision? CheckPast(DateTimeOffset? moment, DateTimeOffset now, string where) =>
        moment > now.AddMinutes(1)
            ? Decision.Refuse($"{Words.Moment(moment.Value)} is in the future. Check {where}: the timeline tells what has happened.")
            : null;
}

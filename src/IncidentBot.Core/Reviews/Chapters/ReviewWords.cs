namespace IncidentBot;

/// <summary>Turns of phrase that sections of a review share.</summary>
internal static class ReviewWords
{
    /// <summary>How often: <c>once</c>, <c>twice</c>, <c>3 times</c>.</summary>
    public static string Times(int count) => count switch
    {
        0 => "never",
        1 => "once",
        2 => "twice",
        _ => $"{count:N0} times",
    };

    /// <summary>The text as a sentence, with one full stop at its end.</summary>
    public static string Stop(string text) => text.TrimEnd().TrimEnd('.') + ".";

    /// <summary>The span between two moments; no less than nothing.</summary>
    public static string Between(DateTimeOffset from, DateTimeOffset to) => Words.Span(to > from ? to - from : TimeSpan.Zero);

    /// <summary>A figure that may have none: it has not come yet, or will not come any more.</summary>
    public static string Figure(TimeSpan? span, Incident incident, string never) =>
        span is { } known ? Words.Span(known) : incident.Stage.IsActive() ? "not yet" : $"does not apply: {never}";
}

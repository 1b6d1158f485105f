namespace IncidentBot;

/// <summary>Rights as people say them.</summary>
public static class RightWords
{
    /// <summary>The right in a word or two.</summary>
    public static string Word(this Right right) => right == Right.None ? "no right" : right.ToString().ToLowerInvariant();
}

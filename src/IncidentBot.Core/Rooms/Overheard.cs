namespace IncidentBot;

/// <summary>A message that people wrote where the bot listens: it was said, whether or not its author may write here, and whether or not the incident has ended.</summary>
/// <param name="Identity">Its identity on its chat platform: it is recorded once.</param>
/// <param name="Text">What was written, in plain words.</param>
/// <param name="By">Who.</param>
/// <param name="Via">By which way.</param>
/// <param name="Room">The incident in whose room.</param>
/// <param name="At">When, by the platform's clock.</param>
public sealed record Overheard(string Identity, string Text, Person By, string Via, IncidentId Room, DateTimeOffset At)
{
    /// <summary>The identity of the message that it answers; null outside threads.</summary>
    public string? Answers { get; init; }

    /// <summary>True when another program said it.</summary>
    public bool FromBot { get; init; }

    /// <summary>True when it was read back afterwards.</summary>
    public bool CaughtUp { get; init; }

    /// <summary>The most characters that are recorded of one: more than any platform lets people write.</summary>
    public const int Longest = 40_000;

    /// <summary>The key under which it is recorded once.</summary>
    internal string Key => $"heard:{Identity}";
}

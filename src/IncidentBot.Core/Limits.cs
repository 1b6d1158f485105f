namespace IncidentBot;

/// <summary>How long things may be, in characters. What is longer is refused with the limit told; nothing is cut silently.</summary>
public static class Limits
{
    /// <summary>A title.</summary>
    public const int Title = 150;

    /// <summary>A message, note, decision, update or any other text.</summary>
    public const int Text = 8_000;

    /// <summary>A reason, a question's option, a place.</summary>
    public const int Reason = 1_000;

    /// <summary>A person's name.</summary>
    public const int Name = 60;

    /// <summary>A whole line.</summary>
    public const int Line = 10_000;

    /// <summary>An idempotency key.</summary>
    public const int Key = 200;
}

namespace IncidentBot;

/// <summary>What the desk answers to whoever wants to come in.</summary>
public abstract record SignInAnswer
{
    private SignInAnswer() { }

    /// <summary>They are in, and their session has begun.</summary>
    public sealed record Admitted(Session Session) : SignInAnswer;

    /// <summary>They are not let in: a sentence that says why, and what to do.</summary>
    public sealed record Refused(string Sentence) : SignInAnswer;
}

namespace IncidentBot.Ports;

/// <summary>The far side asks to wait: nothing was done, and nothing is wrong. It counts neither as a try nor as a failure.</summary>
/// <param name="sentence">Who asks to wait.</param>
/// <param name="wait">How long.</param>
public class FarSideBusyException(string sentence, TimeSpan wait) : Exception(sentence)
{
    /// <summary>How long to wait before asking again.</summary>
    public TimeSpan Wait => wait;
}

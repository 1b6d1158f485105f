using IncidentBot.Ports;

namespace IncidentBot.Chat.Slack.Api;

/// <summary>Slack has answered, and the answer is no. The message is a sentence that says what to do.</summary>
/// <param name="method">What was asked.</param>
/// <param name="code">Slack's word for why.</param>
/// <param name="sentence">The sentence for people.</param>
public sealed class SlackFaultException(string method, string code, string sentence) : Exception(sentence)
{
    /// <summary>What was asked (<c>chat.postMessage</c>).</summary>
    public string Method => method;

    /// <summary>Slack's word for why (<c>channel_not_found</c>).</summary>
    public string Code => code;

    /// <summary>The scope that is missing; null unless that is why.</summary>
    public string? Needed { get; init; }

    /// <summary>What Slack adds to it; empty when it adds nothing.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];
}

/// <summary>Slack did not answer, or only with a failure of its own: what was asked may have been done or not.</summary>
public sealed class SlackAwayException(string sentence, Exception? cause = null) : Exception(sentence, cause)
{
    /// <summary>False when what was asked never reached Slack, so that it was certainly not done.</summary>
    public bool MayBeDone { get; init; } = true;
}

/// <summary>Slack asks to wait: what was asked was not done.</summary>
public sealed class SlackBusyException(string method, TimeSpan wait)
    : FarSideBusyException($"Slack asks to wait {wait.TotalSeconds:0} s before {method} is called again.", wait);

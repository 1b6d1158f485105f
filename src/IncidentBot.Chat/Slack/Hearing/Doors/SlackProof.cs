namespace IncidentBot.Chat.Slack.Hearing.Doors;

/// <summary>Whether a request is known as Slack's, and why not.</summary>
internal enum SlackProof
{
    /// <summary>One of the secrets signed it, just now.</summary>
    Proven,

    /// <summary>It carries no signature: it hardly comes from Slack.</summary>
    Unsigned,

    /// <summary>It was signed too long ago, or ahead of time: it is played back, or a clock is wrong.</summary>
    Stale,

    /// <summary>It was signed by something else.</summary>
    Forged,
}

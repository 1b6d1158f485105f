namespace IncidentBot.Chat.Slack.Sockets;

/// <summary>How patiently connections to Slack are kept.</summary>
internal sealed record SocketPace
{
    /// <summary>How many stand at once. Slack allows ten of one app, over all the nodes that have its token.</summary>
    public int Connections { get; init; } = 2;

    /// <summary>How long after one the next is opened, so that they do not end at the same time.</summary>
    public TimeSpan Apart { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long Slack has to say hello.</summary>
    public TimeSpan HelloWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often the other side is asked whether it is there, and how long it has to answer.</summary>
    public TimeSpan AskEvery { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long nothing at all may come, not even a ping, before a connection counts as dead.</summary>
    public TimeSpan SilentFor { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a connection that was replaced is read on for the end that Slack has announced.</summary>
    public TimeSpan EndsWithin { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long one must have stood to count as a good one: what ends earlier is not replaced at once.</summary>
    public TimeSpan GoodAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The wait after the first failure; it doubles, give or take, each time …</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>… up to this.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The wait when there are too many connections; it doubles too, up to <see cref="PersonWait"/>.</summary>
    public TimeSpan CrowdedWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The wait when only a person can mend it.</summary>
    public TimeSpan PersonWait { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long what was begun may take when the program stops.</summary>
    public TimeSpan FinishWithin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long Slack has to end a connection that we end; it often does not.</summary>
    public TimeSpan GoodbyeWithin { get; init; } = TimeSpan.FromSeconds(1);
}

namespace IncidentBot.Chat.Slack;

/// <summary>The words by which Slack goes in timelines, promises and keys.</summary>
public static class SlackNames
{
    /// <summary>What promises and people call the chat.</summary>
    public const string Chat = "Slack";

    /// <summary>The way by which its lines and messages come.</summary>
    public const string Via = "slack";

    /// <summary>A channel's address, unique beyond its workspace: <c>slack:T1/C1</c>.</summary>
    public static string Room(string team, string channel) => $"slack:{team}/{channel}";

    /// <summary>The channel of an address; null when the address is not Slack's.</summary>
    public static string? ChannelOf(string? room) => room is not null && room.StartsWith("slack:", StringComparison.Ordinal) ? room[(room.IndexOf('/') + 1)..] : null;

    /// <summary>The workspace of an address; null when the address is not Slack's.</summary>
    public static string? TeamOf(string? room) => room is not null && room.StartsWith("slack:", StringComparison.Ordinal) ? room["slack:".Length..room.IndexOf('/')] : null;

    /// <summary>A message's identity: <c>slack:T1/C1/1700.01</c>.</summary>
    public static string Message(string team, string channel, string ts) => $"slack:{team}/{channel}/{ts}";

    /// <summary>The file's identity in its message: <c>slack:T1/C1/1700.01/F1</c>.</summary>
    public static string File(string message, string file) => $"{message}/{file}";

    /// <summary>Channel and <c>ts</c> of a message's identity, or of the message in which a file was shared; null when it is not Slack's.</summary>
    public static SlackPlace? PlaceOf(string? identity) =>
        identity?.Split('/') is [_, var channel, var ts, ..] && identity.StartsWith("slack:", StringComparison.Ordinal) ? new SlackPlace(channel, ts.Split('@')[0]) : null;

    /// <summary>A person of a workspace: <c>slack:T1/U1</c>.</summary>
    public static PersonId Person(string team, string user) => new($"slack:{team}/{user}");

    /// <summary>The user behind a person; null when the person is not Slack's.</summary>
    public static string? UserOf(PersonId id) => id.Platform == Via ? id.Handle[(id.Handle.IndexOf('/') + 1)..] : null;
}

/// <summary>Where a message stands: its channel and <c>ts</c>.</summary>
public sealed record SlackPlace(string Channel, string Ts);

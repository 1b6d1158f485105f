namespace IncidentBot.Chat.Slack.Api.Calling;

/// <summary>Whose token speaks.</summary>
internal enum SlackToken
{
    /// <summary>The bot's.</summary>
    Bot,

    /// <summary>The app's, for Socket Mode.</summary>
    App,

    /// <summary>A person's, for what bots may not.</summary>
    Person,
}

/// <summary>One thing asked of Slack.</summary>
/// <param name="Method">The method.</param>
/// <param name="IsRepeatable">True when asking twice does what asking once does: only that is asked again when there was no answer.</param>
/// <param name="Token">Whose token speaks.</param>
internal sealed record SlackAsk(string Method, bool IsRepeatable, SlackToken Token = SlackToken.Bot)
{
    /// <summary>What has a pace of its own within the method's (a channel); null when nothing has.</summary>
    public string? Part { get; init; }

    /// <summary>Reads.</summary>
    public static SlackAsk Read(string method) => new(method, IsRepeatable: true);

    /// <summary>Does what may be done again without harm.</summary>
    public static SlackAsk Again(string method) => new(method, IsRepeatable: true);

    /// <summary>Does what must not be done twice.</summary>
    public static SlackAsk Once(string method) => new(method, IsRepeatable: false);
}

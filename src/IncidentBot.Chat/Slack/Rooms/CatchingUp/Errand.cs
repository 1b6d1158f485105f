namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>Why a channel is read back: that decides what is read, and what is thought of what is found.</summary>
internal enum Reading
{
    /// <summary>A look whether a delivery was lost. What was said just now is on its way, and left to come.</summary>
    Round,

    /// <summary>It has just become an incident's: what was said before anybody knew that is as good as heard.</summary>
    Opened,

    /// <summary>Nobody listened for a while: what is found was missed, and what became of the channel may have been too.</summary>
    Gap,
}

/// <summary>A channel that is to be read back.</summary>
/// <param name="Room">The channel.</param>
/// <param name="Reading">Why.</param>
internal sealed record Errand(SlackRoom Room, Reading Reading)
{
    /// <summary>True when the bot lets itself in first: it was shut out by the archive, not by a person.</summary>
    public bool Rejoins { get; init; }

    /// <summary>Two errands to one channel as one.</summary>
    public Errand With(Errand other) => new(Room, (Reading)Math.Max((int)Reading, (int)other.Reading)) { Rejoins = Rejoins || other.Rejoins };
}

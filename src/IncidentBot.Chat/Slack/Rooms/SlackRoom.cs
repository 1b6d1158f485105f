namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>A channel that is or was an incident's.</summary>
/// <param name="Incident">Whose.</param>
/// <param name="Team">The workspace.</param>
/// <param name="Channel">The channel.</param>
internal sealed record SlackRoom(IncidentId Incident, string Team, string Channel)
{
    /// <summary>Its address.</summary>
    public string Address => SlackNames.Room(Team, Channel);

    /// <summary>The identity of a message in it.</summary>
    public string Message(string ts) => SlackNames.Message(Team, Channel, ts);

    /// <summary>The room of an incident in Slack; null when it has none.</summary>
    public static SlackRoom? Of(Incident incident) =>
        incident.Rooms.GetValueOrDefault(SlackNames.Chat) is { } address && SlackNames.TeamOf(address) is { } team
            ? new SlackRoom(incident.Id, team, SlackNames.ChannelOf(address)!)
            : null;

    /// <summary>Who did what Slack names nobody for.</summary>
    public static Person Somebody(string team) => new(SlackNames.Person(team, "somebody"), "Somebody");
}

namespace IncidentBot.Chat.Slack.Speaking;

/// <summary>Finds what stands in Slack of an entry.</summary>
internal static class Copies
{
    /// <summary>The message of an entry in the incident's channel; null when there is none.</summary>
    public static SlackPlace? Of(Incident incident, int entry) =>
        incident.Rooms.GetValueOrDefault(SlackNames.Chat) is { } room
            ? incident.KnownMessages.Where(known => known.Value == entry && known.Key.StartsWith(room + "/", StringComparison.Ordinal)).Select(known => PlaceOf(known.Key)).FirstOrDefault(place => place is not null)
            : null;

    /// <summary>The message that an identity is about: its own, its version's or its file's; null when it is not Slack's.</summary>
    public static SlackPlace? MessageOf(string identity) => SlackNames.PlaceOf(string.Join('/', identity.Split('@')[0].Split('/').Take(3)));

    // Versions and files have identities of their own, and no place.
    private static SlackPlace? PlaceOf(string identity) => identity.Contains('@') ? null : SlackNames.PlaceOf(identity);
}

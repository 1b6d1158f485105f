namespace IncidentBot;

/// <summary>What rooms on chats are owed because of an event, whatever the event itself owes: hearing of it, people coming and going, another room.</summary>
internal static class RoomPromises
{
    /// <summary>The promises, in the order in which they are to be kept.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="before">The incident before it.</param>
    /// <param name="after">The incident after it.</param>
    /// <param name="via">By which way it came.</param>
    /// <param name="policy">The house rules.</param>
    public static IEnumerable<Effect> Of(IncidentEvent happened, Incident before, Incident after, string via, Policy policy)
    {
        foreach (var chat in policy.Mirrors)
        {
            if (after.Id.IsHouse)
            {
                if (happened is AlertProposed) yield return new TellRoom(chat);
                continue;
            }
            if (NeedsAnotherRoom(happened, before, after, chat)) yield return new OpenRoom(chat);
            foreach (var person in Newcomers(happened, before, after, chat, via)) yield return new InviteToRoom(chat, person);
            if (IsHeard(happened, chat, via) && !after.RoomFates.ContainsKey(chat)) yield return new TellRoom(chat);
            if (IsTurn(happened) && !after.IsDrill)
                foreach (var person in after.Subscribers.Values.Where(person => Visibility.MaySee(person, after))) yield return new TellPerson(chat, person);
            if (happened is MemberRemoved removed) yield return new RemoveFromRoom(chat, removed.Who);
            if (happened is EntryRedacted) yield return new ForgetCopies(chat);
            if (happened is RoomsLapsed && after.Rooms.ContainsKey(chat)) yield return new ArchiveRoom(chat);
        }
    }

    // What was said in the chat stands there already; what has its own place (card, mark) is not said beside it; and that a chat
    // could not be reached is no news to be told there.
    private static bool IsHeard(IncidentEvent happened, string chat, string via) => happened switch
    {
        MessagePosted or MessageEdited or MessageDeleted or FileShared => !IsVia(chat, via),
        IncidentDeclared or EntryHighlighted => false,
        RoomChanged changed => changed.Chat != chat,
        PromiseBroken broken => broken.Destination != chat,
        _ => happened.Prominence != Prominence.Housekeeping,
    };

    // A room cannot be made private, nor brought back from the archive: another one takes its place.
    private static bool NeedsAnotherRoom(IncidentEvent happened, Incident before, Incident after, string chat) => after.Rooms.ContainsKey(chat) && happened switch
    {
        PrivacyChanged { Private: true } => true,
        StageChanged => before.EndedAt is not null && after.EndedAt is null && after.RoomFates.ContainsKey(chat),
        _ => false,
    };

    private static IEnumerable<Person> Newcomers(IncidentEvent happened, Incident before, Incident after, string chat, string via)
    {
        if (IsVia(chat, via) && happened is MessagePosted or FileShared) yield break;
        if (happened is MemberAdded added) yield return added.Who;
        foreach (var (id, person) in after.Responders)
            if (!before.Responders.ContainsKey(id) && !(happened is MemberAdded { Who.Id: var member } && member == id)) yield return person;
    }

    private static bool IsTurn(IncidentEvent happened) => happened is SeverityChanged or StageChanged or IncidentsMerged or UpdateSent { Audience: Audience.Stakeholders or Audience.Public };

    private static bool IsVia(string chat, string via) => chat.Equals(via, StringComparison.OrdinalIgnoreCase);
}

namespace IncidentBot.Chat.Slack.Hearing.Events;

/// <summary>Tells which answers a whole channel may read, whoever asked for them.</summary>
internal sealed class OpenAnswers(Shelf shelf)
{
    /// <summary>True when nothing in the answer is for the asker alone.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="room">The incident whose channel it is; the house elsewhere.</param>
    /// <param name="isShared">True when people of other companies read there too.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async ValueTask<bool> MayBeHeardByAllAsync(Reply reply, IncidentId room, bool isShared, CancellationToken cancellation)
    {
        if (reply.Refused || reply.Form is not null || reply.Token is not null) return false;
        IReadOnlyList<IncidentId> told = [.. reply.Incident is { } about ? [about] : Array.Empty<IncidentId>(), .. reply.Card?.Parts.Select(part => part.About ?? IncidentId.House) ?? []];
        // What names no incident may rest on any: figures, what somebody searched for, who somebody is.
        if (told.Count == 0) return false;
        foreach (var id in told.Distinct())
        {
            if (id == room && !id.IsHouse) continue;
            if (id.IsHouse || isShared || (await shelf.GetAsync(id, cancellation)).IsPrivate) return false;
        }
        return true;
    }
}

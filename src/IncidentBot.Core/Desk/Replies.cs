namespace IncidentBot;

/// <summary>How the desk answers what was recorded.</summary>
internal static class Replies
{
    public static Reply To(IReadOnlyList<Recorded> recorded, Incident incident, Person asker) => new(Text(recorded))
    {
        Incident = incident.Id.IsHouse ? null : incident.Id,
        Entries = [.. recorded.Select(entry => entry.Number)],
        Recorded = recorded,
        Card = recorded.Any(entry => entry.Event is IncidentDeclared) ? IncidentCard.Small(incident) : null,
    };

    /// <summary>The first outcome once more. A token was told then, and is not told again.</summary>
    public static Reply Again(IReadOnlyList<Recorded> recorded, Incident incident, Person asker)
    {
        var reply = To(recorded, incident, asker);
        return recorded.Any(entry => entry.Event is TokenMade) ? reply with { Text = $"{reply.Text} It was told once, then; if it is lost, revoke it and make another." } : reply;
    }

    public static string Text(IReadOnlyList<Recorded> recorded)
    {
        var told = recorded.Where(entry => entry.Event.Prominence != Prominence.Housekeeping).DefaultIfEmpty(recorded[^1]).ToList();
        if (told[0] is { Event: IncidentDeclared declared } first) return $"{first.Incident} is declared: {declared.Severity} “{declared.Title}”. Its room is open.";
        if (told is [{ Event: MessagePosted }]) return "Recorded.";
        var sentences = told.Where(entry => entry.Event is not MessagePosted).Select(entry => $"{entry.By.Name} {entry.Event.Sentence}");
        return $"{string.Join(". ", sentences.Distinct()).TrimEnd('.')}.";
    }
}

using System.Text.Json;

namespace IncidentBot.Web.Api;

/// <summary>A line for the desk.</summary>
/// <param name="Line">As it would be typed, with or without /incident.</param>
/// <param name="By">Who says it; may be left out with a token, which then speaks for itself.</param>
/// <param name="Room">The incident whose room it is said in (INC-1); null outside a room.</param>
/// <param name="Key">The same key again changes nothing and gives the first answer; null when it cannot be sent twice.</param>
internal sealed record LineRequest(string Line, string? By = null, string? Room = null, string? Key = null);

/// <summary>What the desk answered.</summary>
/// <param name="Reply">In plain words.</param>
/// <param name="Incident">The incident it is about; null when it is about none.</param>
/// <param name="Entries">The numbers of the entries that were recorded.</param>
/// <param name="Refused">True when nothing was done; the reply says why and what to do instead.</param>
internal sealed record LineReply(string Reply, string? Incident, IReadOnlyList<int> Entries, bool Refused);

/// <summary>A message for an incident's room.</summary>
/// <param name="Text">What.</param>
/// <param name="By">Who says it; may be left out with a token, which then speaks for itself.</param>
/// <param name="Key">The same key again changes nothing and gives the first entry; null when it cannot be sent twice.</param>
internal sealed record MessageRequest(string Text, string? By = null, string? Key = null);

/// <summary>An entry of the timeline.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="RecordedAt">When it was written down.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="By">Who.</param>
/// <param name="Via">By which way.</param>
/// <param name="Kind">What kind of event.</param>
/// <param name="Sentence">How the timeline tells it.</param>
/// <param name="Data">The event itself.</param>
/// <param name="Hash">Its hash in the chain, lower-case hex.</param>
/// <param name="Redacted">True when its words were taken away for good; sentence and data tell what is left.</param>
internal sealed record EntryView(
    int Number, DateTimeOffset RecordedAt, DateTimeOffset OccurredAt, string By, string Via, string Kind, string Sentence, JsonElement Data, string Hash, bool Redacted)
{
    public static EntryView Of(Recorded entry) => new(
        entry.Number, entry.RecordedAt, entry.OccurredAt, entry.By.Name, entry.Via, StoredEvents.KindOf(entry.Event),
        entry.Sentence, StoredEvents.Data(entry.Event), Convert.ToHexStringLower(entry.Hash.Span), entry.IsRedacted);
}

/// <summary>A page of the timeline.</summary>
/// <param name="Entries">In the order of recording.</param>
/// <param name="Next">What to ask for next (after); null at the end.</param>
internal sealed record TimelinePage(IReadOnlyList<EntryView> Entries, int? Next);

/// <summary>A page of the list of incidents, the newest first.</summary>
/// <param name="Incidents">Those that match.</param>
/// <param name="Next">What to ask for next (before); null at the end.</param>
internal sealed record IncidentPage(IReadOnlyList<IncidentLine> Incidents, string? Next);

/// <summary>An incident as lists show it.</summary>
internal record IncidentLine(
    string Id, string Title, string Type, string Severity, string Peak, string Stage, bool Open, bool Private, bool Drill, IReadOnlyList<string> Services,
    string? Commander, string DeclaredBy, DateTimeOffset DeclaredAt, DateTimeOffset? ResolvedAt, DateTimeOffset? EndedAt, DateTimeOffset LastNewsAt, int Entries)
{
    public static IncidentLine Of(IncidentSummary incident) => new(
        incident.Id.ToString(), incident.Title, Word(incident.Type), incident.Severity.ToString(), incident.Peak.ToString(), incident.Stage.Word(),
        incident.Stage.IsOpen(), incident.Private, incident.Drill, incident.Services, incident.Commander, incident.DeclaredBy, incident.DeclaredAt,
        incident.ResolvedAt, incident.EndedAt, incident.LastNewsAt, incident.Entries);

    private static string Word(IncidentType type) => type.ToString().ToLowerInvariant();
}

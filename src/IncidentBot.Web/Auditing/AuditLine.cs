namespace IncidentBot.Web.Auditing;

/// <summary>An entry of the audit, as programs read it.</summary>
/// <param name="Number">Its number on the house's timeline.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who.</param>
/// <param name="Person">Who, as an identity.</param>
/// <param name="Via">By which way.</param>
/// <param name="About">What it is about: tokens, exports, rules, people.</param>
/// <param name="Kind">What kind of event.</param>
/// <param name="Sentence">How it is told.</param>
internal sealed record AuditLine(int Number, DateTimeOffset At, string By, string Person, string Via, string About, string Kind, string Sentence)
{
    public static AuditLine Of(Recorded entry) => new(
        entry.Number, entry.RecordedAt, entry.By.Name, entry.By.Id.Value, entry.Via, AuditSubjects.Of(entry.Event).ToString().ToLowerInvariant(),
        StoredEvents.KindOf(entry.Event), entry.Sentence);
}

namespace IncidentBot;

/// <summary>How much a find is worth: titles before what was recorded, and that before talk.</summary>
public enum SearchRank
{
    /// <summary>Messages and the names of files.</summary>
    Talk = 1,

    /// <summary>Notes, decisions, impact, updates, follow-ups, reasons, alerts and the review.</summary>
    Record = 2,

    /// <summary>What the incident is about.</summary>
    Title = 3,
}

/// <summary>The words of an entry that people wrote, by which it can be found.</summary>
/// <param name="Rank">How much a find is worth.</param>
/// <param name="Text">The words.</param>
public sealed record SearchableText(SearchRank Rank, string Text)
{
    /// <summary>What on the incident can have other words later: a message by its first entry, a part of the review by a number below zero; null when these words stay.</summary>
    public int? Subject { get; init; }

    /// <summary>True when these words take the place of all earlier ones of the same subject.</summary>
    public bool Anew { get; init; }

    /// <summary>The words of an entry; null when nobody wrote any. What stands in the place of redacted ones is none.</summary>
    public static SearchableText? Of(Recorded entry) => Written(entry) is { } written
        ? entry.IsRedacted ? written with { Text = written.Text.Replace(Redaction.Mark, "", StringComparison.Ordinal) } : written
        : null;

    private static SearchableText? Written(Recorded entry) => entry.Event switch
    {
        { IsForAdmins: true } => null,
        IncidentDeclared declared => Title([declared.Title, .. declared.Services]),
        MessagePosted posted => Talk(posted.Text) with { Subject = entry.Number },
        MessageEdited edited => Talk(edited.Text) with { Subject = edited.Entry, Anew = true },
        FileShared file => Talk(file.Name),
        NoteAdded note => Record(note.Text),
        DecisionRecorded decision => Record(decision.Text, decision.Because, string.Join("; ", decision.Options)),
        ImpactStated stated => Record(stated.Impact.Text),
        UpdateSent update => Record(update.Text, update.Elsewhere),
        FollowUpAdded added => Record(added.Text),
        ReviewPartWritten written => Record(written.Text) with { Subject = PartOf(written.Part), Anew = true },
        ReviewPartAdded added => Record(added.Text) with { Subject = PartOf(added.Part) },
        ReviewReopened reopened => Record(reopened.Reason),
        AlertAttached attached => Record(attached.Alert.InWords),
        StageChanged { Reason: { } reason } => Record(reason),
        SeverityChanged { Reason: { } reason } => Record(reason),
        CriteriaOverridden overridden => Record(overridden.Reason),
        IncidentsMerged { Reason: { } reason } => Record(reason),
        HandoffOffered { Note: { } note } => Record(note),
        HandoffDeclined { Reason: { } reason } => Record(reason),
        LegalHoldPlaced held => Record(held.Reason),
        LegalHoldLifted lifted => Record(lifted.Reason),
        _ => null,
    };

    private static SearchableText Title(params IReadOnlyList<string?> parts) => new(SearchRank.Title, Joined(parts));

    private static SearchableText Record(params IReadOnlyList<string?> parts) => new(SearchRank.Record, Joined(parts));

    private static SearchableText Talk(string text) => new(SearchRank.Talk, text);

    private static int PartOf(ReviewPart part) => -1 - (int)part;

    private static string Joined(IReadOnlyList<string?> parts) => string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
}

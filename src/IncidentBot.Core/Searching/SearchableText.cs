namespace IncidentBot;

/// <summary>How much a find is worth: titles before what was recorded, and that before talk.</summary>
public enum SearchRank
{
    /// <summary>Messages and the names of files.</summary>
    Talk = 1,

    /// <summary>Notes, decisions, impact, updates, follow-ups and reasons.</summary>
    Record = 2,

    /// <summary>What the incident is about.</summary>
    Title = 3,
}

/// <summary>The words of an event that people wrote, by which its entry can be found.</summary>
/// <param name="Rank">How much a find is worth.</param>
/// <param name="Text">The words.</param>
public sealed record SearchableText(SearchRank Rank, string Text)
{
    /// <summary>The message whose words these are now, in place of its earlier ones; null when it is no edit.</summary>
    public int? Anew { get; init; }

    /// <summary>The words of an event; null when nobody wrote any.</summary>
    public static SearchableText? Of(IncidentEvent happened) => happened switch
    {
        IncidentDeclared declared => Title([declared.Title, .. declared.Services]),
        MessagePosted posted => Talk(posted.Text),
        MessageEdited edited => new SearchableText(SearchRank.Talk, edited.Text) { Anew = edited.Entry },
        FileShared file => Talk(file.Name),
        NoteAdded note => Record(note.Text),
        DecisionRecorded decision => Record(decision.Text, decision.Because, string.Join("; ", decision.Options)),
        ImpactStated stated => Record(stated.Impact.Text),
        UpdateSent update => Record(update.Text, update.Elsewhere),
        FollowUpAdded added => Record(added.Text),
        StageChanged { Reason: { } reason } => Record(reason),
        SeverityChanged { Reason: { } reason } => Record(reason),
        CriteriaOverridden overridden => Record(overridden.Reason),
        IncidentsMerged { Reason: { } reason } => Record(reason),
        HandoffOffered { Note: { } note } => Record(note),
        HandoffDeclined { Reason: { } reason } => Record(reason),
        _ => null,
    };

    private static SearchableText Title(params IReadOnlyList<string?> parts) => new(SearchRank.Title, Joined(parts));

    private static SearchableText Record(params IReadOnlyList<string?> parts) => new(SearchRank.Record, Joined(parts));

    private static SearchableText Talk(string text) => new(SearchRank.Talk, text);

    private static string Joined(IReadOnlyList<string?> parts) => string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
}

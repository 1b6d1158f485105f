using System.Text.Json.Serialization;

namespace IncidentBot.Web.Reviews;

/// <summary>A review as JSON shows it.</summary>
/// <param name="Incident">Whose it is: INC-1.</param>
/// <param name="Title">What the incident was about.</param>
/// <param name="Peak">How bad it was at worst.</param>
/// <param name="Stage">Where the incident stands.</param>
/// <param name="State">Where the review stands: draft, in review, finished.</param>
/// <param name="DueAt">When it is due; null when nobody waits for it.</param>
/// <param name="Reviewers">Who is asked to read it.</param>
/// <param name="Drill">True when it was an exercise.</param>
/// <param name="Private">True when only members may read it.</param>
/// <param name="UpTo">The last entry that it was made from.</param>
/// <param name="Entries">The entries that it cites, and where each can be read.</param>
/// <param name="Sections">What it says.</param>
internal sealed record ReviewDocumentView(
    string Incident, string Title, string Peak, string Stage, string State, DateTimeOffset? DueAt, IReadOnlyList<string> Reviewers, bool Drill, bool Private, int UpTo,
    IReadOnlyList<CitedView> Entries, IReadOnlyList<SectionView> Sections)
{
    public static ReviewDocumentView Of(ReviewDocument document, ReviewLinks links) => new(
        document.Incident.ToString(), document.Title, document.Peak.ToString(), document.Stage.Word(), document.Standing.State.Word().ToLowerInvariant(), document.Standing.DueAt,
        [.. document.Standing.Reviewers.Select(person => person.Name)], document.IsDrill, document.IsPrivate, document.UpTo,
        [.. document.Citations.Distinct().Order().Select(entry => new CitedView(entry, links.Of(document.Incident, entry)))],
        [.. document.Sections.Select(section => new SectionView(section.Key, section.Title, [.. section.Blocks.Select(BlockView.Of)]))]);
}

/// <summary>An entry that a review cites.</summary>
/// <param name="Number">Its number on the timeline.</param>
/// <param name="Address">Where it can be read; null in a file that stands alone.</param>
internal sealed record CitedView(int Number, string? Address);

/// <summary>A section of a review.</summary>
/// <param name="Key">Its name: impact.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Blocks">What it says.</param>
internal sealed record SectionView(string Key, string Title, IReadOnlyList<BlockView> Blocks);

/// <summary>A piece of a section; kind tells which.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SentencesView), "sentences")]
[JsonDerivedType(typeof(FactsView), "facts")]
[JsonDerivedType(typeof(TableView), "table")]
[JsonDerivedType(typeof(WrittenView), "written")]
[JsonDerivedType(typeof(CourseView), "course")]
internal abstract record BlockView
{
    public static BlockView Of(ReviewBlock block) => block switch
    {
        ReviewBlock.Sentences sentences => new SentencesView([.. sentences.Statements.Select(statement => new StatementView(statement.Text, statement.Entries))]),
        ReviewBlock.Facts facts => new FactsView([.. facts.Rows.Select(fact => new FactView(fact.Label, fact.Value, fact.Entries))]),
        ReviewBlock.Table table => new TableView(table.Columns, [.. table.Rows.Select(row => new RowView(row.Cells, row.Entries))]),
        ReviewBlock.Written written => new WrittenView(written.Part.Word(), written.Part.Title(), written.Markdown, written.Version, written.Entries),
        ReviewBlock.Course course => new CourseView(
            [.. course.Stages.Select(turn => TurnView.Of(turn, turn.Value.Word()))], [.. course.Severities.Select(turn => TurnView.Of(turn, turn.Value.ToString()))],
            [.. course.Marks.Select(turn => TurnView.Of(turn, turn.Value))], course.Until),
        _ => throw new InvalidOperationException($"A block that JSON does not know: {block.GetType().Name}."),
    };
}

/// <summary>Sentences.</summary>
/// <param name="Statements">Each with its entries.</param>
internal sealed record SentencesView(IReadOnlyList<StatementView> Statements) : BlockView;

/// <summary>A sentence and the entries that bear it out.</summary>
internal sealed record StatementView(string Text, IReadOnlyList<int> Entries);

/// <summary>Labels with values.</summary>
/// <param name="Rows">Each with its entries.</param>
internal sealed record FactsView(IReadOnlyList<FactView> Rows) : BlockView;

/// <summary>A label, its value and the entries that bear it out.</summary>
internal sealed record FactView(string Label, string Value, IReadOnlyList<int> Entries);

/// <summary>A table.</summary>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">As many cells each as there are headings.</param>
internal sealed record TableView(IReadOnlyList<string> Columns, IReadOnlyList<RowView> Rows) : BlockView;

/// <summary>A row and the entries that bear it out.</summary>
internal sealed record RowView(IReadOnlyList<string> Cells, IReadOnlyList<int> Entries);

/// <summary>What people wrote.</summary>
/// <param name="Part">The part's word: well.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Markdown">Its words, as they were typed; empty while nobody has written any.</param>
/// <param name="Version">The entry that changed it last; 0 while nobody has.</param>
/// <param name="Entries">The entries that its words come from.</param>
internal sealed record WrittenView(string Part, string Title, string Markdown, int Version, IReadOnlyList<int> Entries) : BlockView;

/// <summary>The course of stages and severities.</summary>
/// <param name="Stages">Each until the next.</param>
/// <param name="Severities">Each until the next.</param>
/// <param name="Marks">Moments that count.</param>
/// <param name="Until">Where the course ends.</param>
internal sealed record CourseView(IReadOnlyList<TurnView> Stages, IReadOnlyList<TurnView> Severities, IReadOnlyList<TurnView> Marks, DateTimeOffset Until) : BlockView;

/// <summary>Something that began at a moment, and the entry that says so.</summary>
internal sealed record TurnView(string Value, DateTimeOffset At, int Entry)
{
    public static TurnView Of<T>(Turn<T> turn, string value) => new(value, turn.At, turn.Entry);
}

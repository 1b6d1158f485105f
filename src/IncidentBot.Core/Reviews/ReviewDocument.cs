namespace IncidentBot;

/// <summary>
/// A review as it wrote itself: made from one timeline (and from whose identities belong together), so that the same timeline gives the same document.
/// It is laid out in neutral blocks; pages and exports only draw them.
/// </summary>
/// <param name="Incident">Whose it is.</param>
/// <param name="Title">What the incident was about.</param>
/// <param name="Peak">How bad it was at worst.</param>
/// <param name="Stage">Where the incident stands.</param>
/// <param name="Standing">Where the review stands.</param>
/// <param name="IsDrill">True when it was an exercise.</param>
/// <param name="IsPrivate">True when only members may read it.</param>
/// <param name="UpTo">The last entry that it was made from.</param>
/// <param name="Sections">Its sections, in order.</param>
public sealed record ReviewDocument(
    IncidentId Incident, string Title, Severity Peak, Stage Stage, ReviewNote Standing, bool IsDrill, bool IsPrivate, int UpTo,
    IReadOnlyList<ReviewSection> Sections)
{
    /// <summary>The numbers of all entries that it cites.</summary>
    public IEnumerable<int> Citations => Sections.SelectMany(section => section.Blocks).SelectMany(block => block.Citations);
}

/// <summary>A section of a review.</summary>
/// <param name="Key">Its name in addresses and in JSON: <c>impact</c>.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Blocks">What it says; never empty: a section that has nothing to tell says so.</param>
public sealed record ReviewSection(string Key, string Title, IReadOnlyList<ReviewBlock> Blocks);

/// <summary>A piece of a section.</summary>
public abstract record ReviewBlock
{
    private ReviewBlock() { }

    /// <summary>The entries that bear it out.</summary>
    public abstract IEnumerable<int> Citations { get; }

    /// <summary>Sentences, each with its entries.</summary>
    public sealed record Sentences(IReadOnlyList<Statement> Statements) : ReviewBlock
    {
        /// <inheritdoc/>
        public override IEnumerable<int> Citations => Statements.SelectMany(statement => statement.Entries);
    }

    /// <summary>Labels with values.</summary>
    public sealed record Facts(IReadOnlyList<Fact> Rows) : ReviewBlock
    {
        /// <inheritdoc/>
        public override IEnumerable<int> Citations => Rows.SelectMany(row => row.Entries);
    }

    /// <summary>A table; the entries of each row stand in a column of their own, which adapters add.</summary>
    /// <param name="Columns">The headings.</param>
    /// <param name="Rows">The rows, with as many cells as there are headings.</param>
    public sealed record Table(IReadOnlyList<string> Columns, IReadOnlyList<TableRow> Rows) : ReviewBlock
    {
        /// <inheritdoc/>
        public override IEnumerable<int> Citations => Rows.SelectMany(row => row.Entries);
    }

    /// <summary>What people wrote, as Markdown.</summary>
    /// <param name="Part">Which part of the review it is.</param>
    /// <param name="Markdown">Its words; empty while nobody has written any.</param>
    /// <param name="Version">The entry that changed it last; 0 while nobody has.</param>
    /// <param name="Entries">The entries that its words come from.</param>
    public sealed record Written(ReviewPart Part, string Markdown, int Version, IReadOnlyList<int> Entries) : ReviewBlock
    {
        /// <inheritdoc/>
        public override IEnumerable<int> Citations => Entries;
    }

    /// <summary>The course of stages and severities, to be drawn as a chart.</summary>
    /// <param name="Stages">The stages, each until the next.</param>
    /// <param name="Severities">The severities, each until the next.</param>
    /// <param name="Marks">Moments to mark: detected, declared, contained, resolved.</param>
    /// <param name="Until">Where the chart ends.</param>
    public sealed record Course(
        IReadOnlyList<Turn<Stage>> Stages, IReadOnlyList<Turn<Severity>> Severities, IReadOnlyList<Turn<string>> Marks, DateTimeOffset Until) : ReviewBlock
    {
        /// <inheritdoc/>
        public override IEnumerable<int> Citations => Stages.Select(turn => turn.Entry).Concat(Severities.Select(turn => turn.Entry)).Concat(Marks.Select(turn => turn.Entry));
    }
}

/// <summary>A statement of a review, and the entries that bear it out.</summary>
public sealed record Statement(string Text, params IReadOnlyList<int> Entries);

/// <summary>A label with its value, and the entries that bear it out.</summary>
public sealed record Fact(string Label, string Value, params IReadOnlyList<int> Entries);

/// <summary>A row of a table, and the entries that bear it out.</summary>
public sealed record TableRow(IReadOnlyList<string> Cells, params IReadOnlyList<int> Entries);

using System.Text;
using IncidentBot.Web.Plots;

namespace IncidentBot.Web.Reviews;

/// <summary>A review as one Markdown file. The chart and all addresses stand at its end, so that the text can be read as it is.</summary>
public sealed class ReviewMarkdown
{
    private readonly StringBuilder text = new();
    private readonly List<string> charts = [];
    private readonly ReviewDocument document;
    private readonly ReviewLinks links;

    private ReviewMarkdown(ReviewDocument document, ReviewLinks links) => (this.document, this.links) = (document, links);

    /// <summary>Writes it; the same review gives the same text.</summary>
    public static string Write(ReviewDocument document, ReviewLinks links) => new ReviewMarkdown(document, links).Write();

    private string Write()
    {
        Paragraph($"# {MarkdownText.OneLine(document.Heading())}");
        if (document.Warning() is { } warning) Paragraph($"**{warning}**");
        Paragraph(MarkdownText.Lines(document.Standing()));
        foreach (var section in document.Sections) Section(section);
        foreach (var (chart, at) in charts.Select((chart, at) => (chart, at))) text.Append($"[course-{at + 1}]: {chart}\n");
        foreach (var entry in document.Citations.Distinct().Order())
            if (links.Of(document.Incident, entry) is { } address) text.Append($"[#{entry}]: {address}\n");
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private void Section(ReviewSection section)
    {
        Paragraph($"## {MarkdownText.OneLine(section.Title)}");
        foreach (var block in section.Blocks) Block(block, section);
    }

    private void Block(ReviewBlock block, ReviewSection section)
    {
        switch (block)
        {
            case ReviewBlock.Sentences { Statements: [var only] }: Paragraph(MarkdownText.Lines(only.Text) + Cites(only.Entries)); break;
            case ReviewBlock.Sentences sentences: List(sentences.Statements.Select(statement => MarkdownText.Lines(statement.Text, "  ") + Cites(statement.Entries))); break;
            case ReviewBlock.Facts facts: List(facts.Rows.Select(fact => $"**{MarkdownText.OneLine(fact.Label)}**: {MarkdownText.Lines(fact.Value, "  ")}{Cites(fact.Entries)}")); break;
            case ReviewBlock.Table table: Table(table); break;
            case ReviewBlock.Written written: Written(written, section); break;
            case ReviewBlock.Course course: Chart(course); break;
            default: throw new InvalidOperationException($"A block that Markdown does not know: {block.GetType().Name}.");
        }
    }

    private void Table(ReviewBlock.Table table)
    {
        Row([.. table.Columns.Select(MarkdownText.Cell), "Entries"]);
        Row([.. table.Columns.Select(_ => "---"), "---"]);
        foreach (var row in table.Rows) Row([.. row.Cells.Select(MarkdownText.Cell), string.Join(", ", row.Entries.Select(Cite))]);
        text.Append('\n');
    }

    private void Written(ReviewBlock.Written written, ReviewSection section)
    {
        if (written.Part.Title() != section.Title) Paragraph($"### {written.Part.Title()}");
        if (string.IsNullOrWhiteSpace(written.Markdown)) Paragraph("*Nobody has written this yet.*");
        else Paragraph(TamedMarkdown.Of(written.Markdown));
        if (written.Entries.Count > 0) Paragraph($"Written in {string.Join(", ", written.Entries.Select(Cite))}.");
    }

    private void Chart(ReviewBlock.Course course)
    {
        charts.Add(Standalone.Address(ReviewChart.Of(course)));
        Paragraph($"![Stages and severities over time][course-{charts.Count}]");
    }

    private void List(IEnumerable<string> items)
    {
        foreach (var item in items) text.Append("- ").Append(item).Append('\n');
        text.Append('\n');
    }

    private void Row(IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private void Paragraph(string words) => text.Append(words).Append("\n\n");

    private string Cites(IReadOnlyList<int> entries) => entries.Count == 0 ? "" : $" ({string.Join(", ", entries.Select(Cite))})";

    private string Cite(int entry) => links.Server is null ? $"#{entry}" : $"[#{entry}]";
}

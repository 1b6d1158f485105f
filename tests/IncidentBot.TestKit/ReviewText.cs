using System.Text;

namespace IncidentBot.TestKit;

/// <summary>A review as plain text, so that tests can read it aloud.</summary>
public static class ReviewText
{
    /// <summary>The whole review.</summary>
    public static string Of(ReviewDocument review) => string.Join("\n\n", review.Sections.Select(section => $"## {section.Title} [{section.Key}]\n{Of(section)}"));

    /// <summary>One section, a line for each statement, label or row, its entries behind it.</summary>
    public static string Of(ReviewDocument review, string key) => Of(review.Sections.Single(section => section.Key == key));

    private static string Of(ReviewSection section)
    {
        var text = new StringBuilder();
        foreach (var line in section.Blocks.SelectMany(Lines)) text.Append(line).Append('\n');
        return text.ToString().TrimEnd('\n');
    }

    private static IEnumerable<string> Lines(ReviewBlock block) => block switch
    {
        ReviewBlock.Sentences said => said.Statements.Select(statement => statement.Text + Cited(statement.Entries)),
        ReviewBlock.Facts facts => facts.Rows.Select(fact => $"{fact.Label}: {fact.Value}{Cited(fact.Entries)}"),
        ReviewBlock.Table table => [string.Join(" | ", table.Columns), .. table.Rows.Select(row => string.Join(" | ", row.Cells) + Cited(row.Entries))],
        ReviewBlock.Written written => [$"{written.Markdown} (version {written.Version}){Cited(written.Entries)}"],
        ReviewBlock.Course course =>
        [
            "Stages: " + Turns(course.Stages), "Severities: " + Turns(course.Severities), "Marks: " + Turns(course.Marks), $"Until {Words.Moment(course.Until)}",
        ],
        _ => throw new InvalidOperationException($"A block that this text does not know: {block.GetType().Name}"),
    };

    private static string Turns<T>(IReadOnlyList<Turn<T>> turns) => string.Join(", ", turns.Select(turn => $"{turn.Value} {turn.At:HH:mm} [{turn.Entry}]"));

    private static string Cited(IReadOnlyList<int> entries) => entries.Count == 0 ? "" : $" [{string.Join(", ", entries)}]";
}

using System.Text;

namespace IncidentBot.Benchmarks.Reporting;

/// <summary>The result of a run, as Markdown.</summary>
internal sealed class Table
{
    private readonly List<Row> rows = [];

    /// <summary>Adds a line.</summary>
    public void Add(Row row) => rows.Add(row);

    /// <summary>All lines.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder("| What | Measured | Against, in the same slices | Ratio | Aim | Reached |\n|---|---|---|---|---|---|\n");
        foreach (var row in rows)
            text.Append($"| {row.What} | {row.Measured} | {row.Against} | {Figures.Ratio(row.Ratio)} | {row.Aim} | {Word(row.Reached)} |\n");
        return text.ToString();
    }

    private static string Word(bool? reached) => reached switch { true => "yes", false => "**no**", null => "" };
}

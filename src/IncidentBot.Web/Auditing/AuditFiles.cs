using System.Text;
using IncidentBot.Web.Exports.Evidence;

namespace IncidentBot.Web.Auditing;

/// <summary>What the audit can be taken away as.</summary>
internal enum AuditFormat
{
    /// <summary>A table for spreadsheets.</summary>
    Csv,

    /// <summary>JSON, one object a line.</summary>
    Jsonl,
}

/// <summary>Writes the audit as a file while it is read.</summary>
internal static class AuditFiles
{
    private static readonly string[] Columns = ["number", "at", "by", "person", "via", "about", "kind", "sentence"];

    /// <summary>The file's name.</summary>
    public static string File(this AuditFormat format) => $"audit.{format.ToString().ToLowerInvariant()}";

    /// <summary>What kind of file it is.</summary>
    public static string MediaType(this AuditFormat format) => format == AuditFormat.Csv ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8";

    public static Task WriteAsync(IAsyncEnumerable<Recorded> entries, AuditFormat format, Stream file, CancellationToken cancellation) =>
        format == AuditFormat.Csv ? WriteCsvAsync(entries, file, cancellation) : WriteLinesAsync(entries, file, cancellation);

    private static async Task WriteCsvAsync(IAsyncEnumerable<Recorded> entries, Stream file, CancellationToken cancellation)
    {
        await using var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\r\n" };
        await text.WriteLineAsync(string.Join(',', Columns));
        await foreach (var line in entries.Select(AuditLine.Of).WithCancellation(cancellation))
            await text.WriteLineAsync(string.Join(',', new[] { $"{line.Number}", JsonLines.Text(line.At), line.By, line.Person, line.Via, line.About, line.Kind, line.Sentence }.Select(Cell)));
    }

    private static async Task WriteLinesAsync(IAsyncEnumerable<Recorded> entries, Stream file, CancellationToken cancellation)
    {
        using var lines = new JsonLines(file);
        await foreach (var line in entries.Select(AuditLine.Of).WithCancellation(cancellation))
        {
            await lines.WriteAsync(json =>
            {
                json.WriteNumber(Columns[0], line.Number);
                json.WriteString(Columns[1], JsonLines.Text(line.At));
                json.WriteString(Columns[2], line.By);
                json.WriteString(Columns[3], line.Person);
                json.WriteString(Columns[4], line.Via);
                json.WriteString(Columns[5], line.About);
                json.WriteString(Columns[6], line.Kind);
                json.WriteString(Columns[7], line.Sentence);
            }, cancellation);
        }
    }

    // A spreadsheet takes what begins like this for a formula, and people choose their names and reasons freely.
    private static string Cell(string value)
    {
        var tame = value.Length > 0 && "=+-@\t\r".Contains(value[0]) ? "'" + value : value;
        return $"\"{tame.Replace("\"", "\"\"")}\"";
    }
}

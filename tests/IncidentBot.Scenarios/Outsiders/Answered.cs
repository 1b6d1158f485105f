using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace IncidentBot.Scenarios.Outsiders;

/// <summary>What an outsider was answered, without what is new in every answer.</summary>
/// <param name="Status">The status.</param>
/// <param name="Kind">The kind of content, and what the page's script reads beside it.</param>
/// <param name="Text">The content; that of a zip unpacked.</param>
public sealed partial record Answered(HttpStatusCode Status, string Kind, string Text)
{
    public static async Task<Answered> OfAsync(HttpResponseMessage answer)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var text = answer.Content.Headers.ContentType?.MediaType == "application/zip" ? Unpacked(bytes) : Encoding.UTF8.GetString(bytes);
        var headers = answer.Headers.Where(header => header.Key is not ("Date" or "Set-Cookie")).Concat(answer.Content.Headers.Where(header => header.Key != "Content-Length"));
        return new Answered(answer.StatusCode, string.Join('\n', headers.OrderBy(header => header.Key).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")), text);
    }

    /// <summary>The same with every incident's number left open, and tokens and nonces taken out.</summary>
    public Answered Neutral(string path) => this with { Kind = Open(Kind, path), Text = Open(Text, path) };

    private static string Open(string text, string path) => Number().Replace(Fresh().Replace(text.Replace(path, "…"), ""), "INC-?");

    private static string Unpacked(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return string.Join('\n', archive.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return $"{entry.FullName}\n{reader.ReadToEnd()}";
        }));
    }

    [GeneratedRegex("INC-[0-9]+", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Number();

    [GeneratedRegex("CfDJ8[A-Za-z0-9_-]+|&quot;key&quot;:&quot;[0-9a-f]+&quot;|name=\"key\" value=\"[0-9a-f]+\"|\"traceId\":\"[^\"]*\"|[0-9]{4} [0-9]{4}", RegexOptions.None, 1000)]
    private static partial Regex Fresh();
}

namespace IncidentBot;

/// <summary>What an incident can be taken away as.</summary>
public enum ExportFormat
{
    /// <summary>Its review as Markdown.</summary>
    Markdown,

    /// <summary>Its review as one HTML file that prints well.</summary>
    Html,

    /// <summary>Its review as JSON.</summary>
    Json,

    /// <summary>All its evidence, with a script that verifies it.</summary>
    Bundle,
}

/// <summary>What formats are called, and where their files are.</summary>
public static class ExportFormats
{
    /// <summary>All words, for sentences.</summary>
    public const string AllWords = "md, html, json and bundle";

    /// <summary>Reads the word; null when it is none of them.</summary>
    public static ExportFormat? Find(string word) => word.ToLowerInvariant() switch
    {
        "md" or "markdown" => ExportFormat.Markdown,
        "html" or "htm" => ExportFormat.Html,
        "json" => ExportFormat.Json,
        "bundle" or "zip" or "evidence" => ExportFormat.Bundle,
        _ => null,
    };

    /// <summary>The sentence about a word that is none of them.</summary>
    public static string Unknown(string word) => $"“{Words.Brief(word, 40)}” is no format that I know. There are {AllWords}.";

    /// <summary>What it is, for people.</summary>
    public static string Title(this ExportFormat format) => format switch
    {
        ExportFormat.Markdown => "Review as Markdown",
        ExportFormat.Html => "Review as HTML, for printing too",
        ExportFormat.Json => "Review as JSON",
        _ => "Evidence bundle with its verify script",
    };

    /// <summary>The file's name behind the incident's address: <c>review.md</c>, <c>bundle.zip</c>.</summary>
    public static string File(this ExportFormat format) => format switch
    {
        ExportFormat.Markdown => "review.md",
        ExportFormat.Html => "review.html",
        ExportFormat.Json => "review.json",
        _ => "bundle.zip",
    };
}

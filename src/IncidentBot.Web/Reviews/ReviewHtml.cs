using IncidentBot.Web.Assets;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentBot.Web.Reviews;

/// <summary>A review as one HTML file: its styles and its chart within it, nothing fetched, made to be printed.</summary>
public static class ReviewHtml
{
    /// <summary>What the file may do: show itself.</summary>
    public const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    private static readonly string Sheets = string.Concat(new[] { "tokens.css", "plots.css", "review.css", "file.css" }.Select(AssetShelf.Text));

    /// <summary>Writes it; the same review gives the same text.</summary>
    public static async Task<string> WriteAsync(ReviewDocument document, ReviewLinks links)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(ReviewFile.Document)] = document, [nameof(ReviewFile.Links)] = links });
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<ReviewFile>(parameters)).ToHtmlString());
        return $"<!DOCTYPE html>\n{html}\n";
    }

    /// <summary>The styles, with the incident's number at the foot of each page.</summary>
    internal static string Sheet(IncidentId incident) => $"{Sheets}@page {{ @bottom-left {{ content: \"Review of {incident}\"; }} }}\n";
}

using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace IncidentBot.Web.Live;

/// <summary>Writes a stream of server-sent events.</summary>
internal sealed class SseWriter(HttpResponse response)
{
    private const int FirstRetryMilliseconds = 500;

    public async Task StartAsync(CancellationToken cancellation)
    {
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        response.Headers.CacheControl = "no-store";
        response.ContentType = "text/event-stream; charset=utf-8";
        await response.WriteAsync($"retry: {FirstRetryMilliseconds}\n\n", cancellation);
        await response.Body.FlushAsync(cancellation);
    }

    /// <summary>Pieces of the page; the id is where a later connection goes on.</summary>
    public Task PiecesAsync(string html, int? id, CancellationToken cancellation) => WriteAsync(null, html, id, cancellation);

    /// <summary>Something for the page's own script.</summary>
    public Task EventAsync(string name, string data, CancellationToken cancellation) => WriteAsync(name, data, null, cancellation);

    private async Task WriteAsync(string? name, string data, int? id, CancellationToken cancellation)
    {
        var frame = new StringBuilder();
        if (id is { } number) frame.Append("id: ").Append(number).Append('\n');
        if (name is not null) frame.Append("event: ").Append(name).Append('\n');
        if (data.Length > 0 || name is not null)
            foreach (var line in data.ReplaceLineEndings("\n").Split('\n')) frame.Append("data: ").Append(line).Append('\n');
        frame.Append('\n');
        await response.WriteAsync(frame.ToString(), cancellation);
        await response.Body.FlushAsync(cancellation);
    }
}

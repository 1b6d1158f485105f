using IncidentBot.Ports;
using IncidentBot.Web.Shells;
using IncidentBot.Web.Viewing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Web.Live;

/// <summary>Opens live streams for pages, until the page leaves or the server stops.</summary>
internal sealed class LiveStreams(
    LiveFeed feed, ITimelineStore store, IncidentDesk desk, Entrance entrance, Frames frames, Rendering.Drawing drawing, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<LiveStreams> logger)
{
    public async Task RunAsync(HttpContext http, LiveView view, int after)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        var seen = int.TryParse(http.Request.Headers["Last-Event-ID"], out var last) && last >= 0 ? last : after;
        var token = frames.Token(http);
        // Listen first and read then: what is recorded in between is met twice rather than never, and its number tells.
        using var listener = feed.Listen();
        try
        {
            var stream = new LiveStream(new SseWriter(http.Response), view, listener, store, desk, frames, drawing, clock, logger)
            {
                Seen = seen,
                IsStill = () => entrance.IsStillAsync(view.Viewer, http, ending.Token),
            };
            await stream.RunAsync(token, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The page left, or the server stops; the page comes back by itself.
        }
    }
}

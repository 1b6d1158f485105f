using IncidentBot.Web.Live;
using IncidentBot.Web.Viewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace IncidentBot.Web.Reviews;

/// <summary>The review's page, its files, and what is written on it.</summary>
internal static class ReviewEndpoints
{
    private const string Review = "/incidents/{id}/review";

    public static void MapReviews(this IEndpointRouteBuilder app)
    {
        app.MapGet(Review, (string id, HttpContext http, ReviewPages pages, CancellationToken cancellation) => pages.PageAsync(id, http, cancellation));
        app.MapGet($"{Review}/events", EventsAsync);
        foreach (var format in Enum.GetValues<ReviewFormat>())
            app.MapGet($"{Review}.{format.ToString().ToLowerInvariant()}", (string id, HttpContext http, ReviewPages pages, CancellationToken cancellation) => pages.FileAsync(id, format, http, cancellation));
        app.MapGet($"{Review}/parts/{{part}}", (string id, string part, HttpContext http, ReviewPages pages, CancellationToken cancellation) => pages.EditorAsync(id, part, http, cancellation));
        app.MapPost($"{Review}/parts/{{part}}", (string id, string part, HttpContext http, ReviewPosts posts, CancellationToken cancellation) => posts.SaveAsync(id, part, http, cancellation))
            .AddEndpointFilter<TokenFilter>();
        app.MapPost($"{Review}/preview", (string id, HttpContext http, CancellationToken cancellation) => ReviewPosts.PreviewAsync(http, cancellation)).AddEndpointFilter<TokenFilter>();
    }

    private static async Task EventsAsync(string id, [FromQuery] int? after, HttpContext http, ReviewPages pages, LiveStreams streams, CancellationToken cancellation)
    {
        if (await pages.ViewAsync(id, http, cancellation) is { } view) await streams.RunAsync(http, view, after ?? 0);
        else http.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}

using System.Text.Json.Serialization;
using IncidentBot.Host.Workers;
using IncidentBot.Host.Workers.Backups;
using IncidentBot.Ports;
using IncidentBot.Web.Guards;

namespace IncidentBot.Host.Health;

/// <summary>Tells supervisors whether the program runs, and whether it can be worked with.</summary>
internal static class HealthEndpoints
{
    /// <summary>Opens <c>/health/live</c> and <c>/health/ready</c>.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").WithTags("Health").WithMetadata(new ForProbesAttribute()).AllowAnonymous();
        health.MapGet("/live", () => Answer(new HealthView("alive", "IncidentBot runs."))).Produces<HealthView>().WithSummary("Does the program run?");
        health.MapGet("/ready", Ready).Produces<HealthView>().Produces<HealthView>(StatusCodes.Status503ServiceUnavailable).WithSummary("Can it be worked with?");
    }

    private static IResult Ready(ITimelineStore store, FeedProgress progress, BackupStanding backups)
    {
        if (store.Health.Fenced is { } fenced) return Answer(new HealthView("fenced", fenced), StatusCodes.Status503ServiceUnavailable);
        return progress.IsReady
            ? Answer(new HealthView("ready", $"Everything recorded is safe, and the lists are up to date. {backups.Fault}".TrimEnd()))
            : Answer(new HealthView("starting", "The lists are still being read; wait a moment."), StatusCodes.Status503ServiceUnavailable);
    }

    private static IResult Answer(HealthView view, int status = StatusCodes.Status200OK) => TypedResults.Json(view, HealthJson.Default.HealthView, statusCode: status);
}

/// <summary>How the program is.</summary>
/// <param name="Status">alive, ready, starting or fenced.</param>
/// <param name="Sentence">The same in words, with what to do.</param>
internal sealed record HealthView(string Status, string Sentence);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HealthView))]
internal sealed partial class HealthJson : JsonSerializerContext;

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

    private static IResult Ready(ITimelineStore store, FeedProgress progress, BackupStanding backups, Standings standings)
    {
        if (store.Health.Fenced is { } fenced) return Answer(new HealthView("fenced", fenced), StatusCodes.Status503ServiceUnavailable);
        if (!progress.IsReady) return Answer(new HealthView("starting", "The lists are still being read; wait a moment."), StatusCodes.Status503ServiceUnavailable);
        var platforms = standings.All;
        IReadOnlyList<string> faults = [.. backups.Fault is { } fault ? new[] { fault } : [], .. platforms.Where(platform => !platform.Well).Select(platform => platform.Sentence)];
        return Answer(new HealthView(
            platforms.All(platform => platform.Well) ? "ready" : "degraded",
            string.Join(' ', faults.Prepend("Everything recorded is safe, and the lists are up to date.")),
            platforms.Count > 0 ? platforms : null));
    }

    private static IResult Answer(HealthView view, int status = StatusCodes.Status200OK) => TypedResults.Json(view, HealthJson.Default.HealthView, statusCode: status);
}

/// <summary>How the program is.</summary>
/// <param name="Status">alive, ready, degraded (it can be worked with, but a platform is away), starting or fenced.</param>
/// <param name="Sentence">The same in words, with what to do.</param>
/// <param name="Platforms">How it stands with the platforms on which it speaks and hears; null when it is on none.</param>
internal sealed record HealthView(string Status, string Sentence, IReadOnlyList<StandingView>? Platforms = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HealthView))]
internal sealed partial class HealthJson : JsonSerializerContext;

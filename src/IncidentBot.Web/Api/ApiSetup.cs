using System.Text.Encodings.Web;
using System.Text.Unicode;
using IncidentBot.Web.Guards;
using IncidentBot.Web.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Web.Api;

/// <summary>The API for scripts: the same lines that people type, and the same timeline that they read.</summary>
public static class ApiSetup
{
    /// <summary>Registers the API and its description.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
            // Sentences stay readable in a terminal; what HTML knows is still escaped.
            json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        });
        return services.AddOpenApi(document => document.AddDocumentTransformer((described, _, _) =>
        {
            described.Info.Title = "IncidentBot";
            described.Info.Description = "Run incidents from scripts: say lines as people do, post messages, read incidents and their timelines.";
            return Task.CompletedTask;
        }).AddDocumentTransformer(DescribedTokens.SchemeAsync).AddOperationTransformer(DescribedTokens.NeedAsync));
    }

    /// <summary>Opens the API under <c>/api</c> and its description at <c>/openapi/v1.json</c>.</summary>
    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi().NeedsScope(TokenScope.Read);
        var api = routes.MapGroup("/api").WithTags("IncidentBot").ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        MapWriting(api.MapGroup("").NeedsScope(TokenScope.Lines));
        var reading = api.MapGroup("").NeedsScope(TokenScope.Read);
        MapReading(reading.MapGroup("/incidents"));
        reading.MapGet("/insights", GetInsights.HandleAsync).Produces<InsightsView>()
            .WithSummary("Tells what the incidents of a period come to.")
            .WithDescription("Ask by period (30d, 12w, 1y or 2026-01-01..2026-03-31), or from and to, and by severity (at worst), type and service; by tells who looks. The last 90 days unless you say otherwise. "
                + "Spans are in seconds. Every number tells its incidents; hidden counts those that the caller may not see. Drills, cancelled and merged incidents are left out.");
        MapSearching(reading);
        MapAudit(api.MapGroup("/audit").NeedsScope(TokenScope.Admin));
        api.MapPost("/backups", PostBackup.HandleAsync).AddEndpointFilter(JsonOnlyAsync).NeedsScope(TokenScope.Admin)
            .Accepts<BackupRequest>("application/json").Produces<BackupView>().ProducesProblem(StatusCodes.Status500InternalServerError)
            .WithSummary("Backs everything up while everybody goes on working.").WithDescription("Answers once the backup is verified, which takes as long as reading everything that is recorded. For admins alone.");
    }

    private static void MapWriting(RouteGroupBuilder api)
    {
        api.MapPost("/lines", PostLine.HandleAsync).AddEndpointFilter(JsonOnlyAsync)
            .Accepts<LineRequest>("application/json").Produces<LineReply>()
            .WithSummary("Says a line, as if it were typed.").WithDescription("Answers 200 also when the line is refused: refused is true then, and reply says why and what to do instead.");
        api.MapPost("/incidents/{incident}/messages", PostMessage.HandleAsync).AddEndpointFilter(JsonOnlyAsync)
            .Accepts<MessageRequest>("application/json").Produces<EntryView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Records a message in an incident's room.").WithDescription("A message that begins with DECISION:, TODO: or IMPACT: also becomes what it says.");
    }

    private static void MapReading(RouteGroupBuilder incidents)
    {
        incidents.MapGet("/", GetIncidents.ListAsync).Produces<IncidentPage>()
            .WithSummary("Lists incidents, the newest first.").WithDescription("Ask by open, severity, stage, type, drill, text; before and take page; by tells who looks.");
        incidents.MapGet("/{incident}", GetIncidents.OneAsync).Produces<IncidentView>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Shows how an incident stands.");
        incidents.MapGet("/{incident}/timeline", GetIncidents.TimelineAsync).Produces<TimelinePage>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Reads an incident's timeline.").WithDescription("Entries after a number, at most take (1 to 500); next is what to ask for after these.");
        incidents.MapGet("/{incident}/bundle.zip", GetIncidents.BundleAsync).Produces(StatusCodes.Status200OK, contentType: "application/zip").ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Gives all evidence of an incident as a zip.").WithDescription("Timeline, review, seals and shared files, with a script that verifies them without IncidentBot; by tells who asks.");
        incidents.MapReviews();
    }

    private static void MapSearching(RouteGroupBuilder api) =>
        api.MapGet("/search", GetSearch.HandleAsync).Produces<SearchPage>()
            .WithSummary("Finds what people wrote.").WithDescription(
                "Every word of q must be in an entry, the last one may be a beginning, quoted words stand in their order. Titles come first, then what was recorded, then talk; the newest first among equals. "
                + "Narrow by incident, severity, stage, type, service, person, since, until; before and take (1 to 50) page; by tells who looks.");

    private static void MapAudit(RouteGroupBuilder audit) =>
        audit.MapGet("/", GetAudit.HandleAsync).Produces<AuditAnswer>()
            .WithSummary("Reads the audit, the newest first.").WithDescription(
                "Who made and revoked tokens, took files away, signed in, changed rights and house rules, and looked at what; for admins. "
                + "Narrow by about, person, since, until; before and take (1 to 500) page; by tells who asks.");

    private static ValueTask<object?> JsonOnlyAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Request.HasJsonContentType()
            ? next(context)
            : ValueTask.FromResult<object?>(Problems.Of(StatusCodes.Status415UnsupportedMediaType, "Not JSON", "Send JSON, with Content-Type: application/json."));
}

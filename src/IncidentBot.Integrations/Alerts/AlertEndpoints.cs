using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Integrations.Alerts;

/// <summary><c>POST /api/alerts</c>: where monitoring systems say what fires and what no longer does.</summary>
public static class AlertEndpoints
{
    private const string Off = "Alerts are off: no token is set. Set Alerts:Token, and let the sender carry it as Authorization: Bearer <token>. Or make a token with the scope alerts on the page /tokens.";

    /// <summary>Opens the door. It answers 404 with a sentence while no token is set.</summary>
    public static void MapAlerts(this IEndpointRouteBuilder routes) => routes.MapPost("/api/alerts", TakeAsync).AllowAnonymous()
        .WithTags("IncidentBot").WithMetadata(new RequestSizeLimitAttribute(AlertLimits.Body), new NeedsScopeAttribute(TokenScope.Alerts) { IsCheckedThere = true })
        .Produces<AlertReply>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status503ServiceUnavailable)
        .WithSummary("Takes alerts.").WithDescription("Alertmanager's webhook (version 4), or one alert as {\"name\", \"state\": \"firing\" | \"cleared\", …}. Answers when everything is recorded; a 503 asks for the same again.");

    private static async Task<IResult> TakeAsync(
        HttpRequest request, AlertDoor door, IncidentDesk desk, TimeProvider clock, ILogger<AlertReply> logger, CancellationToken cancellation)
    {
        if (await door.AskAsync(request, cancellation) is not AlertAdmission.Admitted and var refused) return Refused(refused, request, logger);
        if (!request.HasJsonContentType()) return Problem(StatusCodes.Status415UnsupportedMediaType, "Not JSON", "Send JSON, with Content-Type: application/json.");
        if (await BodyAsync(request, cancellation) is not { } body)
            return Problem(StatusCodes.Status413PayloadTooLarge, "Too large", "The request is larger than 1 MB. Send fewer alerts at once; max_alerts of Alertmanager's webhook sets how many.");
        var read = AlertRequest.Read(body, clock.GetUtcNow());
        if (!read.Faults.None) return Problem(StatusCodes.Status400BadRequest, "The alerts cannot be understood", read.Faults.InWords);
        if (read.LeftOut > 0) Log.LeftOut(logger, read.LeftOut);

        var answers = new List<AlertAnswer>(read.Signals.Count);
        foreach (var signal in read.Signals) answers.Add(await desk.HearAsync(signal, cancellation));
        return Answer(answers, logger);
    }

    private static IResult Answer(List<AlertAnswer> answers, ILogger logger)
    {
        Log.Came(logger, answers.Count, string.Join(", ", answers.Select(answer => answer.Outcome)));
        var missed = answers.Count(answer => answer.Outcome == AlertOutcome.Unrecorded);
        return missed == 0
            ? TypedResults.Ok(new AlertReply([.. answers.Select(AlertReplyLine.Of)]))
            : Problem(StatusCodes.Status503ServiceUnavailable, "Not all recorded", $"{missed} of {Words.Count(answers.Count, "alert")} could not be recorded. Send the request again; what is recorded is not recorded twice.");
    }

    private static ProblemHttpResult Refused(AlertAdmission admission, HttpRequest request, ILogger logger)
    {
        if (admission == AlertAdmission.Closed) return Problem(StatusCodes.Status404NotFound, "Alerts are off", Off);
        Log.TurnedAway(logger);
        if (admission == AlertAdmission.Scopeless)
            return Problem(StatusCodes.Status403Forbidden, "The token does not open this", "The alerts were not taken: they need a token with the scope alerts. Ask an admin of IncidentBot for one that has it.");
        request.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
        return Problem(StatusCodes.Status401Unauthorized, "Not let in", "The alerts were not taken: the request does not carry the right token.");
    }

    private static async ValueTask<ReadOnlyMemory<byte>?> BodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(body, cancellation);
            return body.ToArray();
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }

    private static ProblemHttpResult Problem(int status, string title, string sentence) => TypedResults.Problem(title: title, detail: sentence, statusCode: status);
}

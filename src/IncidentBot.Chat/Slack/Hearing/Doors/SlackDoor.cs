using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Hearing.Doors;

/// <summary>Lets in what Slack sends over HTTP: the bytes first, then whose they are, then what they say. Whatever comes, no body goes into the log.</summary>
internal sealed class SlackDoor(SlackSignature signature, ISlackIngress ingress, SlackTally tally, ILogger<SlackDoor> logger)
{
    private const string Json = "application/json";
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>Events.</summary>
    public Task<IResult> EventsAsync(HttpContext http) => TakeAsync(http, Json, body =>
        SlackBody.Json(body) is { } envelope && envelope.Text("type") is not null ? new SlackDelivery.Event(envelope) : null);

    /// <summary>The slash command.</summary>
    public Task<IResult> CommandsAsync(HttpContext http) => TakeAsync(http, Form, body =>
        SlackBody.Form(body.Span) is var fields && fields.ContainsKey("command") && fields.ContainsKey("user_id") ? new SlackDelivery.Command(fields) : null);

    /// <summary>Presses, forms and shortcuts.</summary>
    public Task<IResult> InteractionsAsync(HttpContext http) => TakeAsync(http, Form, body =>
        SlackBody.Form(body.Span).GetValueOrDefault("payload") is { } payload && SlackBody.Json(Encoding.UTF8.GetBytes(payload)) is { } said && said.Text("type") is not null
            ? new SlackDelivery.Interaction(said)
            : null);

    private async Task<IResult> TakeAsync(HttpContext http, string type, Func<ReadOnlyMemory<byte>, SlackDelivery?> read)
    {
        // A status says it all here; nobody reads a page.
        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
        var cancellation = http.RequestAborted;
        if (await SlackBody.ReadAsync(http.Request, cancellation) is not { } body) return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (type == Form && SlackBody.IsCertificateCheck(body.Span)) return TypedResults.Ok();
        if (signature.Check(http.Request.Headers, body.Span) is not SlackProof.Proven and var proof) return TurnAway(proof);
        if (!SlackBody.Is(http.Request, type) || read(body) is not { } delivery) return Unreadable(http);
        try
        {
            return Answer(await ingress.TakeAsync(delivery, cancellation));
        }
        catch (Exception fault) when (PassingFaults.Is(fault))
        {
            Log.NotTaken(logger, fault, http.Request.Path);
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static IResult Answer(SlackAnswer answer) => answer.Body is { } body ? TypedResults.Text(body.GetRawText(), Json, Encoding.UTF8) : TypedResults.Ok();

    private IResult TurnAway(SlackProof proof)
    {
        if (tally.CountBad(proof)) Log.TurnedAway(logger, Hint(proof));
        return TypedResults.StatusCode(StatusCodes.Status401Unauthorized);
    }

    private IResult Unreadable(HttpContext http)
    {
        Log.Unreadable(logger, http.Request.Path);
        return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
    }

    private static string Hint(SlackProof proof) => proof switch
    {
        SlackProof.Unsigned => "it carries no signature, so it hardly came from Slack",
        SlackProof.Stale => "its time is more than five minutes from this machine's. Is the clock of this machine right? Or does a proxy hold requests back?",
        _ => "its signature is not by Slack:SigningSecrets. Is that the signing secret of another app? Or does a proxy on the way rewrite bodies?",
    };
}

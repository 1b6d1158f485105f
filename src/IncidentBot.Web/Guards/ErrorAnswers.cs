using IncidentBot.Ports;
using IncidentBot.Web.Rendering;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Web.Guards;

/// <summary>Answers what went wrong on the way, with the sentence that it carries.</summary>
internal sealed class ErrorAnswers : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }
        await AnswerAsync(httpContext, Answer(httpContext, exception));
        return true;
    }

    /// <summary>True for what is answered with its own sentence and needs no line in the log.</summary>
    public static bool IsForeseen(HttpContext context, Exception exception) =>
        exception is StoreFencedException or BadHttpRequestException or FileTooLargeException or AntiforgeryValidationException || IsUnreadableForm(context, exception)
        || (exception is OperationCanceledException && context.RequestAborted.IsCancellationRequested);

    /// <summary>Answers a status that nobody gave a body to: no such address, a method that is not open here.</summary>
    public static Task BareStatusAsync(StatusCodeContext bare)
    {
        var context = bare.HttpContext;
        var status = context.Response.StatusCode;
        return AnswerAsync(context, status == StatusCodes.Status404NotFound && IsPage(context.Request)
            ? Problems.Of(status, "There is nothing here.", "No page has this address. The war room is at /, all incidents are at /incidents.")
            : Problems.Of(status, ReasonPhrases.GetReasonPhrase(status), Sentence(status, context)));
    }

    /// <summary>Answers a problem: as a page to whoever follows a link, as a problem to everything else.</summary>
    public static async Task AnswerAsync(HttpContext context, ProblemHttpResult problem)
    {
        var answer = IsPage(context.Request) ? Html.Page(await PageAsync(context, problem.ProblemDetails), problem.StatusCode) : problem;
        await answer.ExecuteAsync(context);
    }

    private static Task<string> PageAsync(HttpContext context, ProblemDetails problem) => context.RequestServices.GetRequiredService<Drawing>().DrawAsync<FaultPage>(
        (nameof(FaultPage.Title), problem.Title), (nameof(FaultPage.Sentence), problem.Detail));

    private static ProblemHttpResult Answer(HttpContext context, Exception exception) => exception switch
    {
        StoreFencedException => Problems.Of(StatusCodes.Status503ServiceUnavailable, "The timeline has stopped", exception.Message),
        FileTooLargeException => Problems.Of(StatusCodes.Status413PayloadTooLarge, "Too large", exception.Message),
        _ when IsUnreadableForm(context, exception) => Problems.Of(
            StatusCodes.Status400BadRequest, "The form cannot be read", "The form holds characters that cannot be read, or too many fields. Remove what was pasted last and send it again."),
        AntiforgeryValidationException or BadHttpRequestException { InnerException: AntiforgeryValidationException } => Problems.Of(
            StatusCodes.Status400BadRequest, "The form is out of date", "The form was opened before IncidentBot changed its keys. Reload the page and send it again."),
        BadHttpRequestException bad => Problems.Of(bad.StatusCode, ReasonPhrases.GetReasonPhrase(bad.StatusCode), Sentence(bad.StatusCode, context)),
        _ => Problems.Of(StatusCodes.Status500InternalServerError, "Unforeseen", "Something went wrong that was not foreseen; the log has it. What was answered before is safe."),
    };

    private static bool IsUnreadableForm(HttpContext context, Exception exception) =>
        context.Request.HasFormContentType && (exception is InvalidDataException || exception is AntiforgeryValidationException { InnerException: InvalidDataException });

    private static string Sentence(int status, HttpContext context) => status switch
    {
        StatusCodes.Status404NotFound => "There is nothing at this address. /openapi/v1.json lists what the API offers.",
        StatusCodes.Status405MethodNotAllowed => $"{context.Request.Method} is not possible here; this address takes {context.Response.Headers.Allow}.",
        StatusCodes.Status413PayloadTooLarge => $"The request is too large{Limit(context)}. Attach long texts as a file, and link to large files.",
        StatusCodes.Status415UnsupportedMediaType => "Send JSON, with Content-Type: application/json.",
        StatusCodes.Status400BadRequest => "The request cannot be read. /openapi/v1.json tells how it should look.",
        _ => $"{ReasonPhrases.GetReasonPhrase(status)}.",
    };

    // Whoever follows a link reads a page; a page's own requests and programs read a problem.
    private static bool IsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !request.Headers.ContainsKey("HX-Request")
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase) && !request.Path.StartsWithSegments("/api");

    private static string Limit(HttpContext context) =>
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize is { } most ? $"; {most / 1024:N0} KiB are allowed here" : "";
}

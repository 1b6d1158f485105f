using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentBot.Web.Guards;

/// <summary>Errors as RFC 9457 knows them, each with a sentence that helps.</summary>
public static class Problems
{
    /// <summary>A problem.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="title">What kind of problem, in a few words.</param>
    /// <param name="sentence">What is wrong and what to do.</param>
    public static ProblemHttpResult Of(int status, string title, string sentence) =>
        TypedResults.Problem(title: title, detail: sentence, statusCode: status);
}

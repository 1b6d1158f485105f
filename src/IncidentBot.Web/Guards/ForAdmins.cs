using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Guards;

/// <summary>The answer to whoever opens a page that is for admins.</summary>
internal static class ForAdmins
{
    public static IResult Answer() => new Page();

    private sealed class Page : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => ErrorAnswers.AnswerAsync(
            httpContext, Problems.Of(StatusCodes.Status403Forbidden, "For admins", "This page is for admins of IncidentBot. Ask one of them, or have your rights changed where people sign in."));
    }
}

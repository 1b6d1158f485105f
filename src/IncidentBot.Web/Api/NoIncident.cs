using IncidentBot.Web.Guards;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Api;

/// <summary>The answer about an incident that does not exist, and word for word the same about one that the caller may not see.</summary>
internal static class NoIncident
{
    public static IResult Answer(string asked) => Problems.Of(
        StatusCodes.Status404NotFound,
        "No such incident",
        IncidentId.TryParse(asked, out var id) ? IncidentDesk.NoSuchIncident(id).Text : $"“{Words.Brief(asked, 40)}” is no incident's number; they look like INC-42.");
}

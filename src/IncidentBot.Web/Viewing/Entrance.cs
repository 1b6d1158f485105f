using IncidentBot.Web.Guards;
using IncidentBot.Web.SigningIn;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Viewing;

/// <summary>Tells who a browser is, as the house knows them at this moment: by their session, or without sign-in by the name that they said.</summary>
internal sealed class Entrance(IncidentDesk desk, Doorway doorway)
{
    /// <summary>The person; null when nobody is known.</summary>
    public async ValueTask<Person?> WhoAsync(HttpContext http, CancellationToken cancellation)
    {
        if (doorway.AsksWhoIsThere) return SessionTicket.Read(http.User) is { } session ? await desk.BearerAsync(session, cancellation) : null;
        return Viewer.Said(http) is { } said ? await desk.RecogniseAsync(said, cancellation) : null;
    }

    /// <summary>True while this browser's person is known as they were before, with the same rights.</summary>
    public async ValueTask<bool> IsStillAsync(Person before, HttpContext http, CancellationToken cancellation) =>
        await WhoAsync(http, cancellation) is { } now && now.Right == before.Right && now.SeesPrivate == before.SeesPrivate;
}

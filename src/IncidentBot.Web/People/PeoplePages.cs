using IncidentBot.Web.Live;
using IncidentBot.Web.Rendering;
using IncidentBot.Web.Shells;
using IncidentBot.Web.Viewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IncidentBot.Web.People;

/// <summary>Draws who has signed in, for admins.</summary>
internal sealed class PeoplePages(IncidentDesk desk, Frames frames, PolicyBook policies, Rendering.Drawing drawing)
{
    private const string Page = "people";

    public async Task<IResult> PageAsync(HttpContext http, CancellationToken cancellation)
    {
        var frame = await frames.OfAsync(http, Viewer.Of(http)!, Page, cancellation);
        if (frame.Viewer.Right != Right.Admin) return Html.Page(await drawing.DrawAsync<ForAdminsPage>((nameof(ForAdminsPage.Frame), frame)), StatusCodes.Status403Forbidden);
        return Html.Page(await drawing.DrawAsync<PeoplePage>((nameof(PeoplePage.Frame), frame), (nameof(PeoplePage.Accounts), await AccountsAsync(cancellation))));
    }

    public async Task<string> TableAsync(Person viewer, CancellationToken cancellation) => await drawing.DrawAsync<PeopleTable>(
        (nameof(PeopleTable.Accounts), await AccountsAsync(cancellation)), (nameof(PeopleTable.Access), policies.Current.Access), (nameof(PeopleTable.Viewer), viewer));

    private async ValueTask<IReadOnlyList<Account>> AccountsAsync(CancellationToken cancellation) => [.. (await desk.HouseAsync(cancellation)).Room.People.Accounts.ByName];
}

/// <summary>Keeps the page alive.</summary>
internal sealed class PeopleView(Person viewer, PeoplePages pages) : LiveView(viewer)
{
    public override string Current => "people";

    public override bool IsStaleAfter(Recorded entry) => entry.Incident.IsHouse && entry.Event.IsForAdmins;

    public override async ValueTask<string> DrawLikenessesAsync(CancellationToken cancellation) => Partials.Morph("#accounts", await pages.TableAsync(Viewer, cancellation));
}

/// <summary>The page's addresses.</summary>
internal static class PeopleEndpoints
{
    public static void MapPeople(this IEndpointRouteBuilder app)
    {
        app.MapGet(PagePaths.People, (HttpContext http, PeoplePages pages, CancellationToken cancellation) => pages.PageAsync(http, cancellation));
        app.MapGet(PagePaths.People + "/events", EventsAsync);
    }

    private static async Task EventsAsync(HttpContext http, PeoplePages pages, LiveStreams streams)
    {
        if (Viewer.Of(http) is { Right: Right.Admin } admin) await streams.RunAsync(http, new PeopleView(admin, pages), 0);
        else http.Response.StatusCode = StatusCodes.Status403Forbidden;
    }
}

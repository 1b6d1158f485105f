using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Shells;

/// <summary>Gathers what is around a page, as its viewer may see it.</summary>
internal sealed class Frames(IncidentDesk desk, IncidentCatalog catalog, PolicyBook policies, IAntiforgery antiforgery)
{
    private const int MostEnded = 12;

    public async ValueTask<Frame> OfAsync(HttpContext http, Person viewer, string current, CancellationToken cancellation) =>
        new(viewer, Token(http), policies.Current, await SideBarAsync(viewer, current, cancellation), await desk.HouseAsync(cancellation));

    public string Token(HttpContext http) => antiforgery.GetAndStoreTokens(http).RequestToken!;

    public async ValueTask<SideBarModel> SideBarAsync(Person viewer, string current, CancellationToken cancellation)
    {
        var house = await desk.HouseAsync(cancellation);
        var ended = await catalog.ListAsync(new IncidentFilter { Open = false }, viewer, before: null, MostEnded, cancellation);
        return new SideBarModel(
            [.. house.Open.Where(incident => Visibility.MaySee(viewer, incident)).OrderBy(incident => !incident.Stage.IsActive()).ThenBy(incident => incident.Severity).ThenByDescending(incident => incident.Id)],
            ended, house, current)
        {
            IsAdmin = viewer.Right == Right.Admin,
            SeesPeople = viewer.Right == Right.Admin && !policies.Current.Access.IsOpen,
        };
    }
}

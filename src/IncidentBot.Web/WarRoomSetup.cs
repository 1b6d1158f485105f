using IncidentBot.Web.Assets;
using IncidentBot.Web.Auditing;
using IncidentBot.Web.Exports;
using IncidentBot.Web.Exports.Evidence;
using IncidentBot.Web.Guards;
using IncidentBot.Web.Incidents;
using IncidentBot.Web.Insights;
using IncidentBot.Web.Live;
using IncidentBot.Web.Mine;
using IncidentBot.Web.People;
using IncidentBot.Web.Promises;
using IncidentBot.Web.Replaying;
using IncidentBot.Web.Reviews;
using IncidentBot.Web.Searching;
using IncidentBot.Web.Shells;
using IncidentBot.Web.Tokens;
using IncidentBot.Web.SigningIn;
using IncidentBot.Web.Viewing;
using IncidentBot.Web.WarRoom;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IncidentBot.Web;

/// <summary>Puts the war room and the incidents' pages into the host.</summary>
public static class WarRoomSetup
{
    /// <summary>Registers what the pages need besides the desk, the catalog and the feed, which the host registers.</summary>
    public static IServiceCollection AddWarRoom(this IServiceCollection services)
    {
        services.AddOptions<WarRoom.FileOptions>().BindConfiguration(WarRoom.FileOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddAntiforgery(options =>
        {
            options.HeaderName = TokenFilter.Header;
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddOptions<AntiforgeryOptions>().Configure<Doorway>((options, doorway) =>
        {
            options.Cookie.Name = doorway.CookieName("incidentbot-form");
            options.Cookie.SecurePolicy = doorway.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        });
        services.AddHttpContextAccessor();
        services.TryAddSingleton(new Invitation(DemoIsPlayedHere: false));
        return services
            .AddSingleton<AssetShelf>().AddSingleton<Rendering.Drawing>().AddSingleton<Frames>().AddSingleton<Onlooker>().AddSingleton<LiveStreams>()
            .AddSingleton<RoomItems>().AddSingleton<RoomViews>().AddSingleton<RoomPages>().AddSingleton<Answers>().AddSingleton<TimelinePages>().AddSingleton<IncidentPages>()
            .AddSingleton<ReviewReader>().AddSingleton<ReviewPages>().AddSingleton<ReviewPosts>()
            .AddSingleton<ReplayPages>().AddSingleton<EvidenceBundle>().AddSingleton<InsightsPages>().AddSingleton<SearchPages>()
            .AddSingleton<MePages>().AddSingleton<AuditPages>().AddSingleton<PeoplePages>().AddSingleton<WaitingPages>();
    }

    /// <summary>Maps the pages: <c>/</c>, <c>/rooms</c>, <c>/incidents</c>, <c>/insights</c>, <c>/search</c>, <c>/me</c>, <c>/files</c>, <c>/tokens</c>, <c>/audit</c>, <c>/people</c>, <c>/waiting</c>, the ways in and out, and their assets.</summary>
    public static IEndpointRouteBuilder MapWarRoom(this IEndpointRouteBuilder app)
    {
        // Our own filter looks at the token, so that the answer is a sentence; a page must not appear in the API's document.
        var doorway = app.ServiceProvider.GetRequiredService<Doorway>();
        var open = app.MapGroup("").DisableAntiforgery().ExcludeFromDescription().AllowAnonymous();
        open.MapAssets();
        open.MapWho(doorway);
        open.MapSignIn(doorway);

        var known = app.MapGroup("").DisableAntiforgery().ExcludeFromDescription().AddEndpointFilter<ViewerFilter>();
        known.MapRooms();
        known.MapLines();
        known.MapFilePosts();
        known.MapFiles();
        known.MapIncidents();
        ReplayPages.Map(known);
        known.MapBundle();
        known.MapReviews();
        known.MapInsights();
        known.MapSearch();
        known.MapMe();
        known.MapTokens();
        known.MapAudit();
        known.MapPeople();
        known.MapWaiting();
        return app;
    }
}

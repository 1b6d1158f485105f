using IncidentBot.Web.Assets;
using IncidentBot.Web.Exports;
using IncidentBot.Web.Exports.Evidence;
using IncidentBot.Web.Incidents;
using IncidentBot.Web.Insights;
using IncidentBot.Web.Live;
using IncidentBot.Web.Mine;
using IncidentBot.Web.Replaying;
using IncidentBot.Web.Reviews;
using IncidentBot.Web.Searching;
using IncidentBot.Web.Shells;
using IncidentBot.Web.Viewing;
using IncidentBot.Web.WarRoom;
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
            options.Cookie.Name = "incidentbot-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.TryAddSingleton(new Invitation(DemoIsPlayedHere: false));
        return services
            .AddSingleton<AssetShelf>().AddSingleton<Rendering.Drawing>().AddSingleton<Frames>().AddSingleton<LiveStreams>()
            .AddSingleton<RoomItems>().AddSingleton<RoomViews>().AddSingleton<RoomPages>().AddSingleton<Answers>().AddSingleton<TimelinePages>().AddSingleton<IncidentPages>()
            .AddSingleton<ReviewReader>().AddSingleton<ReviewPages>().AddSingleton<ReviewPosts>()
            .AddSingleton<ReplayPages>().AddSingleton<EvidenceBundle>().AddSingleton<InsightsPages>().AddSingleton<SearchPages>().AddSingleton<MePages>();
    }

    /// <summary>Maps the pages: <c>/</c>, <c>/rooms</c>, <c>/incidents</c>, <c>/insights</c>, <c>/search</c>, <c>/me</c>, <c>/files</c>, <c>/who</c> and their assets.</summary>
    public static IEndpointRouteBuilder MapWarRoom(this IEndpointRouteBuilder app)
    {
        // Our own filter looks at the token, so that the answer is a sentence; a page must not appear in the API's document.
        var open = app.MapGroup("").DisableAntiforgery().ExcludeFromDescription();
        open.MapAssets();
        open.MapWho();

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
        return app;
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace IncidentBot.Chat.Slack.Hearing.Doors;

/// <summary>Where Slack's requests arrive: whoever comes proves by a signature that they are Slack.</summary>
internal static class SlackDoors
{
    /// <summary>The path of events.</summary>
    public const string Events = "/slack/events";

    /// <summary>The path of the slash command.</summary>
    public const string Commands = "/slack/commands";

    /// <summary>The path of presses, forms and shortcuts.</summary>
    public const string Interactions = "/slack/interactions";

    /// <summary>Opens the three.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        Open(routes.MapPost(Events, (HttpContext http, SlackDoor door) => door.EventsAsync(http)));
        Open(routes.MapPost(Commands, (HttpContext http, SlackDoor door) => door.CommandsAsync(http)));
        Open(routes.MapPost(Interactions, (HttpContext http, SlackDoor door) => door.InteractionsAsync(http)));
    }

    // More than is taken, so that what is too large is seen and answered here: the server counts what chunks are wrapped in too.
    private static void Open(RouteHandlerBuilder door) => door.AllowAnonymous().ExcludeFromDescription().DisableAntiforgery()
        .WithMetadata(new ProvesItsCallerAttribute(), new RequestSizeLimitAttribute(2 * SlackBody.Largest));
}

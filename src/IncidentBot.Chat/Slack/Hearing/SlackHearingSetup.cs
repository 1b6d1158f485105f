using IncidentBot.Chat.Slack.Hearing.Doors;
using IncidentBot.Chat.Slack.Hearing.Events;
using IncidentBot.Chat.Slack.Hearing.Interacting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Chat.Slack.Hearing;

/// <summary>Puts what takes in lines, presses and forms into the host.</summary>
internal static class SlackHearingSetup
{
    /// <summary>Registers the ingress and all who hear through it but those of rooms.</summary>
    public static IServiceCollection AddSlackHearing(this IServiceCollection services) => services
        .AddSingleton<ISlackIngress, SlackIngress>().AddSingleton<SlackTally>()
        .AddSingleton<SlackSignature>().AddSingleton<SlackDoor>()
        .AddSingleton<SlackDesk>().AddSingleton<SlackReplies>().AddSingleton<SlackForms>().AddSingleton<SlashCommand>()
        .AddSingleton<Afterwards>().AddHostedService(all => all.GetRequiredService<Afterwards>())
        .AddEvents().AddInteracting();

    /// <summary>Opens the doors for Slack's requests over HTTP.</summary>
    public static IEndpointRouteBuilder MapSlackHearing(this IEndpointRouteBuilder routes)
    {
        SlackDoors.Map(routes);
        return routes;
    }

    private static IServiceCollection AddEvents(this IServiceCollection services) => services
        .AddSingleton<SlackEventHearing>().AddSingleton<Answered>().AddSingleton<OpenAnswers>().AddSingleton<EntryWords>().AddSingleton<Homes>()
        .AddSingleton<ISlackEvents, AppMention>().AddSingleton<ISlackEvents, DirectMessage>().AddSingleton<ISlackEvents, Reactions>().AddSingleton<ISlackEvents, HomeOpened>();

    private static IServiceCollection AddInteracting(this IServiceCollection services) => services
        .AddSingleton<Interactions>().AddSingleton<Presses>().AddSingleton<FreshCards>().AddSingleton<Telling>()
        .AddSingleton<Submissions>().AddSingleton<FormReading>()
        .AddSingleton<Shortcuts>().AddSingleton<MessageReader>().AddSingleton<MessageDeeds>().AddSingleton<IncidentChoice>();
}

using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Chat.Slack.Drawing;

/// <summary>Puts what draws for Slack into the host.</summary>
internal static class SlackDrawingSetup
{
    /// <summary>Registers the drawing.</summary>
    public static IServiceCollection AddSlackDrawing(this IServiceCollection services) => services.AddSingleton<SlackDrawing>();
}

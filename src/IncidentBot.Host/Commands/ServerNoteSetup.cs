using IncidentBot.Web.Guards;
using IncidentBot.Web.Tokens;

namespace IncidentBot.Host.Commands;

/// <summary>Puts the note about the running server into the host.</summary>
internal static class ServerNoteSetup
{
    /// <summary>Registers the token of this start, and the note that holds it while the server answers.</summary>
    public static IServiceCollection AddServerNote(this IServiceCollection services) =>
        services.AddSingleton<LocalToken>().AddSingleton<IOtherTokens, OperatorToken>().AddHostedService<ServerNote>();
}

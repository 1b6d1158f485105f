using IncidentBot.Web.WarRoom;

namespace IncidentBot.Host.Workers;

/// <summary>Writes down at the start that the house rules are others than before.</summary>
internal sealed class RulesNoter(IncidentDesk desk) : IHostedService
{
    private static readonly Policy Customary = DefaultPolicy.Create() with { Chats = [WarRoomChat.ChatName] };

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken) => await desk.NoteRulesAsync(Customary, cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

using IncidentBot.Host.Settings;
using IncidentBot.Host.Settings.Reading;
using IncidentBot.Host.Settings.Rules;
using IncidentBot.Web.WarRoom;

namespace IncidentBot.Host.Workers;

/// <summary>Writes down at the start that the house rules are others than before, or than those of empty settings.</summary>
internal sealed class RulesNoter(IncidentDesk desk, Verbs verbs) : IHostedService
{
    private Policy Customary => PolicyRules.Over(DefaultPolicy.Create(), new ResponseSettings(), verbs, new StartupFaults()) with { Chats = [WarRoomChat.ChatName] };

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken) => await desk.NoteRulesAsync(Customary, cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

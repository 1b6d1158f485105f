using IncidentBot.Stores.LiteDb;
using IncidentBot.Web.Guards;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace IncidentBot.Host.Commands;

/// <summary>Leaves word in the data directory while the server answers: where it is, and what commands on this machine prove themselves with.</summary>
internal sealed class ServerNote(IServer server, LocalToken token, IOptions<LiteDbOptions> store) : IHostedLifecycleService
{
    private string Directory => Path.GetFullPath(store.Value.Path);

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        // Only now it is known which port was free.
        if (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address)
            new RunningServer(Reachable(address), Environment.ProcessId, token.Text).Write(Directory);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        RunningServer.Remove(Directory);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // "Any address" is none that can be asked.
    private static string Reachable(string address) =>
        address.Replace("://0.0.0.0", "://127.0.0.1").Replace("://[::]", "://[::1]").Replace("://*", "://127.0.0.1").Replace("://+", "://127.0.0.1");
}

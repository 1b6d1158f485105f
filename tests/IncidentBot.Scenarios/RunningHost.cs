using IncidentBot.Ports;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Scenarios;

/// <summary>The real host on a real loopback port, with a data directory of its own. Stopping and starting it again keeps directory and port.</summary>
public sealed class RunningHost : IAsyncDisposable
{
    private readonly Dictionary<string, string> settings;
    private readonly Action<IServiceCollection>? services;
    private WebApplicationFactory<Program> factory;

    private RunningHost(string directory, Dictionary<string, string> settings, FakeTimeProvider? clock, Action<IServiceCollection>? services)
    {
        (Directory, this.settings, Clock, this.services) = (directory, settings, clock, services);
        factory = Start(port: 0);
        Address = factory.ClientOptions.BaseAddress;
    }

    /// <summary>Where the host stores its data.</summary>
    public string Directory { get; }

    /// <summary>The host's clock; null when it is the real one.</summary>
    public FakeTimeProvider? Clock { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>What the host is made of.</summary>
    public IServiceProvider Services => factory.Services;

    /// <summary>A client of its own for every caller; it follows no redirects and keeps no cookies.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = Address };

    /// <summary>Starts a host.</summary>
    /// <param name="settings">Settings that differ from the defaults: <c>("Response:Command", "inc")</c>.</param>
    /// <param name="clock">A clock that stands until it is moved; null for the real one.</param>
    /// <param name="services">Replaces ports of the outside, for faults.</param>
    public static RunningHost Start(IReadOnlyDictionary<string, string>? settings = null, FakeTimeProvider? clock = null, Action<IServiceCollection>? services = null)
    {
        var directory = System.IO.Directory.CreateTempSubdirectory("incidentbot-").FullName;
        return new RunningHost(directory, new Dictionary<string, string>(settings ?? new Dictionary<string, string>()), clock, services);
    }

    /// <summary>Stops the host and leaves its data.</summary>
    public async Task StopAsync()
    {
        // The program and the factory both stop it, and the later one does not wait for the earlier: the directory is free when the store is closed.
        var store = Services.GetRequiredService<ITimelineStore>();
        await factory.DisposeAsync();
        await store.DisposeAsync();
    }

    /// <summary>Starts it again on the same data and the same port.</summary>
    public void StartAgain() => factory = Start(Address.Port);

    /// <summary>Stops the host and removes its data.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        System.IO.Directory.Delete(Directory, recursive: true);
    }

    private WebApplicationFactory<Program> Start(int port)
    {
#pragma warning disable CA2000 // It is kept, and disposed of when the host is stopped.
        var made = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
#pragma warning restore CA2000
        {
            host.UseSetting("Listen", $"http://127.0.0.1:{port}");
            host.UseSetting("Store:Path", Directory);
            host.UseSetting("Logging:LogLevel:Default", "Warning");
            foreach (var (name, value) in settings) host.UseSetting(name, value);
            host.ConfigureTestServices(collection =>
            {
                if (Clock is not null) collection.AddSingleton<TimeProvider>(Clock);
                services?.Invoke(collection);
            });
        });
        made.UseKestrel(port);
        made.StartServer();
        return made;
    }
}

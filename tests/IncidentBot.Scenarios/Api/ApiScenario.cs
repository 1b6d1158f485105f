namespace IncidentBot.Scenarios.Api;

/// <summary>Scenarios that talk to one running host through its API.</summary>
public abstract class ApiScenario
{
    private RunningHost? host;
    private HttpClient? client;

    /// <summary>The host.</summary>
    protected RunningHost Host => host!;

    /// <summary>A script's client.</summary>
    protected HttpClient Client => client!;

    /// <summary>Starts the host.</summary>
    [OneTimeSetUp]
    public void Start()
    {
        host = RunningHost.Start();
        client = host.Client();
    }

    /// <summary>Stops it.</summary>
    [OneTimeTearDown]
    public async Task StopAsync()
    {
        client?.Dispose();
        if (host is not null) await host.DisposeAsync();
    }
}

using IncidentBot.Scenarios.Api;

namespace IncidentBot.Scenarios.Running;

internal sealed class RestartTests
{
    [Test]
    public async Task An_incident_outlives_the_program_and_is_found_at_the_same_address()
    {
        await using var host = RunningHost.Start();
        using var client = host.Client();
        var incident = await client.DeclareAsync();

        for (var times = 0; times < 5; times++)
        {
            await host.StopAsync();
            host.StartAgain();
            Assert.That((await client.ReadAsync($"/api/incidents/{incident}")).Json.Text("title"), Is.EqualTo("Checkout is down"));
        }
    }
}

using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Scenarios.Running;

internal sealed class RestartTests
{
    [Test]
    public async Task An_incident_outlives_the_program_and_is_found_at_the_same_address()
    {
        await using var host = RunningHost.Start();
        var address = host.Address;
        var ana = Person.WhoSays("ana");
        await Desk(host).HearAsync(new Heard("declare Checkout is down", ana, "api", IncidentId.House));

        await host.StopAsync();
        host.StartAgain();

        Assert.That(host.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()!.Addresses, Does.Contain(address.ToString().TrimEnd('/')));
        Assert.That((await Desk(host).FindAsync(new IncidentId(1), ana))?.Title, Is.EqualTo("Checkout is down"));
    }

    private static IncidentDesk Desk(RunningHost host) => host.Services.GetRequiredService<IncidentDesk>();
}

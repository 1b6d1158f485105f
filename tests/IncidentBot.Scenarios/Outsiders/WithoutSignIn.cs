using IncidentBot.Scenarios.Alerts;
using IncidentBot.Scenarios.WarRoom;

namespace IncidentBot.Scenarios.Outsiders;

/// <summary>On loopback, where names are merely said and everybody may do everything.</summary>
internal sealed class WithoutSignIn : TheOutsiderWalk
{
    private readonly List<IDisposable> opened = [];
    private readonly List<RunningHost> hosts = [];

    protected override async Task<(PrivateHouse, Outsider)> BuildAsync()
    {
        var host = Sender.Host();
        hosts.Add(host);
        var (mona, nora, eve, script) = (await Visitor.EnterAsync(host, "Mona"), await Visitor.EnterAsync(host, "Nora"), await Visitor.EnterAsync(host, "Eve"), host.Client());
        opened.AddRange([mona, nora, eve, script]);
        return (await PrivateHouse.BuildAsync(host, mona, "@nora", eve), new Outsider(eve, script, Person.WhoSays("Eve"), "Eve"));
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        foreach (var one in opened) one.Dispose();
        foreach (var host in hosts) await host.DisposeAsync();
    }
}

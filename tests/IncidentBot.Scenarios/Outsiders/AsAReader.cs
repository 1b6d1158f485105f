using IncidentBot.Scenarios.Alerts;
using IncidentBot.Scenarios.SigningIn;
using IncidentBot.Scenarios.Tokens;
using IncidentBot.Scenarios.WarRoom;
using static IncidentBot.Scenarios.SigningIn.SignedInHost;

namespace IncidentBot.Scenarios.Outsiders;

/// <summary>Where people sign in: somebody who may only read, and a program whose token may only read.</summary>
internal sealed class AsAReader : TheOutsiderWalk
{
    private readonly List<IDisposable> opened = [];
    private SignedInHost signed = null!;

    protected override async Task<(PrivateHouse, Outsider)> BuildAsync()
    {
        signed = await SignedInHost.StartAsync(new Dictionary<string, string>
        {
            ["Alerts:Token"] = Sender.Token, ["Alerts:Rules:security:Match:team"] = "security", ["Alerts:Rules:security:Severity"] = "SEV1", ["Alerts:Rules:security:Type"] = "Security",
        });
        var (boss, ana, gus) = (await signed.EnterAsync(Boss), await signed.EnterAsync(Ana), await signed.EnterAsync(Gus));
        var script = signed.Host.Client(await signed.Host.TokenAsync("walker --scope read"));
        opened.AddRange([boss, ana, gus, script]);
        return (await PrivateHouse.BuildAsync(signed.Host, ana, "@bea", gus), new Outsider(gus, script, new Person(new PersonId("sso:gus-guest"), Gus.Name), null));
    }

    [Test]
    public async Task Who_may_only_read_can_still_link_their_identities()
    {
        using var gus = await signed.EnterAsync(Gus);
        var me = await gus.PageAsync("/me");
        Assert.That(me.QuerySelectorAll("#me button").Select(button => button.TextContent), Is.EqualTo(new[] { "Get a code to link another identity" }));
        Assert.That((await gus.PressAsync("general", "me link")).Body.TextContent, Does.Contain("Your code: "));
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        foreach (var one in opened) one.Dispose();
        await signed.DisposeAsync();
    }
}

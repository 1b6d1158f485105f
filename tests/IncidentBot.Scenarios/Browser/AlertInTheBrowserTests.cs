using IncidentBot.Scenarios.Alerts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentBot.Scenarios.Browser;

[Category("Browser")]
internal sealed class AlertInTheBrowserTests
{
    [TestCase(ColorScheme.Light, 1280)]
    [TestCase(ColorScheme.Dark, 390)]
    public async Task An_alert_arrives_live_and_a_person_declares_from_it(ColorScheme scheme, int width)
    {
        await using var host = Sender.Host();
        using var prometheus = new Sender(host);
        await using var ana = await Guest.EnterAsync(host.Address, "Ana Ruiz", new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 844 } });
        await prometheus.SendAsync(Sender.Webhook(("ReportsAreLate", "firing", "data")));
        var card = ana.Log.Locator(".card");
        await Expect(card).ToContainTextAsync(": ReportsAreLate");
        await LooksWellAsync(ana, "proposal");

        await card.GetByRole(AriaRole.Button, new() { Name = "Declare", Exact = true }).ClickAsync();
        await Expect(ana.Page.GetByLabel("What is wrong?")).ToHaveValueAsync("ReportsAreLate is bad");
        await LooksWellAsync(ana, "form");
        await ana.SubmitAsync();
        await ana.Page.WaitForURLAsync("**/rooms/INC-1");
        await ana.IsLiveAsync();
        await Expect(ana.Log.Locator(".card")).ToContainTextAsync("Alert: ReportsAreLate");
        await LooksWellAsync(ana, "room");

        await ana.GoAsync("/incidents/INC-1");
        await Expect(ana.Log).ToContainTextAsync("attached the alert ReportsAreLate: ReportsAreLate is bad");
        await ana.GoAsync("/");
        await Expect(ana.Log).ToContainTextAsync("INC-1 has it.");
        await LooksWellAsync(ana, "general, taken up");
        Assert.That(ana.Faults, Is.Empty);
    }

    [Test]
    public async Task An_open_incident_appears_in_the_card_and_takes_the_alert()
    {
        await using var host = Sender.Host();
        using var prometheus = new Sender(host);
        await using var ana = await Guest.EnterAsync(host.Address, "Ana Ruiz");
        await using var ben = await Guest.EnterAsync(host.Address, "Ben Okafor");
        await prometheus.SendAsync(Sender.Webhook(("ReportsAreLate", "firing", "data")));
        await Expect(ana.Log.Locator(".card")).ToContainTextAsync(": ReportsAreLate");
        await ben.DeclareAsync("sev3 The warehouse is slow");
        var attach = ana.Log.GetByLabel("Attach to …");
        await attach.SelectOptionAsync(new SelectOptionValue { Label = "INC-1 The warehouse is slow" });
        await Expect(ben.Log).ToContainTextAsync("Alert: ReportsAreLate");
        await Expect(ana.Log).ToContainTextAsync("INC-1 has it.");
        await Expect(attach).ToHaveCountAsync(0);
        await prometheus.SendAsync(Sender.Webhook(("ReportsAreLate", "resolved", "data")));
        await Expect(ben.Log).ToContainTextAsync("no longer fires");
        Assert.That(ana.Faults.Concat(ben.Faults), Is.Empty);
    }

    private static async Task LooksWellAsync(Guest guest, string state)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await guest.AxeAsync(), Is.Empty, state);
            Assert.That(await guest.OverflowAsync(), Is.Zero, state);
        }
    }
}

using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

public sealed class AskingForMetrics
{
    private readonly DeskFixture house = new();

    [Test]
    public async Task The_card_tells_the_headline_and_leads_to_the_page()
    {
        await house.Hear(Ana, "declare sev1 Checkout is down --service checkout");
        await house.Hear(Ana, "declare sev2 Practice --drill");
        house.Clock.Now += TimeSpan.FromMinutes(4);
        await house.Hear(Ana, "INC-1 lead");
        house.Clock.Now += TimeSpan.FromMinutes(26);
        await house.Hear(Ana, "INC-1 triage");
        await house.Hear(Ana, "INC-1 resolve \"rolled back\" --override \"nobody to tell\"");

        var reply = await house.Hear(Ben, "metrics 30d --sev sev1");

        var path = "/insights?period=2026-10-25..2026-11-23&severity=SEV1";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(reply.Text, Is.EqualTo(
                "1 incident in the 30 days to 2026-11-23, SEV1 at worst. Time to acknowledge: 4 min, 90 % within 4 min, n = 1. "
                + $"Time to contain: 30 min, 90 % within 30 min, n = 1. Time to resolve: 30 min, 90 % within 30 min, n = 1. {path}"));
            Assert.That(reply.Card!.Fields.Select(field => $"{field.Label}: {field.Value}"), Does.Contain("At worst: SEV1: 1").And.Contain("Reopened: 0 % (0 of 1)").And.Contain("Follow-ups: 0 open, 0 overdue"));
            Assert.That(reply.Card.Controls, Is.EqualTo(new Control[] { new Link("Open insights", path) }));
        }
        Assert.That((await house.Hear(Ben, "stats")).Card!.Text, Is.EqualTo("Left out: 1 drill."));
    }

    [Test]
    public async Task Where_nothing_was_declared_it_says_so() =>
        Assert.That((await house.Hear(Ana, "insights 7d --service checkout --type security")).Text, Does.StartWith("0 incidents in the 7 days to 2026-11-23, security, on checkout."));

    [TestCase("metrics soon", "“soon” is no period that I can read. Use 30d, 12w, 1y or 2026-01-01..2026-03-31. Type: metrics ")]
    [TestCase("metrics --sev bad", "“bad” is no severity. Use sev1 to sev5. Type: metrics ")]
    [TestCase("metrics --type fire", "“fire” is none of reliability, security (--type). Type: metrics ")]
    [TestCase("metrics --who ana", "There is no --who here. Options: --service, --sev, --severity, --type.")]
    [TestCase("metrics --service 1234567890123456789012345678901234567890123456789012345678901", "The service's name has 61 characters; 60 are allowed. Type: metrics ")]
    public async Task What_cannot_be_read_is_told(string line, string sentence)
    {
        var reply = await house.Hear(Ana, line);
        Assert.That(reply.Refused);
        Assert.That(reply.Text, Does.StartWith(sentence));
    }
}

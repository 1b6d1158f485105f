using IncidentBot.Scenarios.Api;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Scenarios.Insights;

/// <summary>Ninety days of incidents, told line by line at a clock that is moved: whoever looks at the end finds a busy quarter.</summary>
internal sealed class PastIncidents(HttpClient client, FakeTimeProvider clock)
{
    /// <summary>Where the clock must stand when it begins.</summary>
    public static readonly DateTimeOffset Begin = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly string[] Team = ["Ana Ruiz", "Ben Okafor", "Cleo Marsh", "Dana Lindqvist", "Emre Yıldız"];

    private static readonly (string Title, string Service)[] Troubles =
    [
        ("Checkout returns 500 for card payments", "checkout"), ("Search answers after ten seconds", "search"), ("Upgrades are blocked at peak hours", "billing"),
        ("Mails are sent twice", "mail"), ("Sign-in fails for single sign-on", "identity"), ("Invoices lack the tax line", "billing"),
        ("Card payments are declined in the EU", "checkout"), ("The status page shows yesterday", "status"),
    ];

    private readonly Random chance = new(20_261_124);

    /// <summary>Tells them all.</summary>
    public async Task TellAsync(int weeks = 12)
    {
        for (var week = 0; week < weeks; week++)
        {
            for (var left = chance.Next(1, 5); left > 0; left--)
            {
                await OneAsync();
                clock.Advance(TimeSpan.FromHours(chance.Next(5, 30)));
            }
            var next = Begin.AddDays((week + 1) * 7).AddHours(chance.Next(6));
            if (next > clock.GetUtcNow()) clock.SetUtcNow(next);
        }
        await client.SayAsync("declare sev2 The database of the shop fails over, a practice --drill", Team[0]);
        await client.SayAsync("declare sev2 A laptop was stolen --type security --service hr", Team[3]);
        var alarm = await client.DeclareAsync("The disk is full", Team[1]);
        await client.SayAsync("cancel the disk was cleaned already", Team[1], alarm);
    }

    private async Task OneAsync()
    {
        var (title, service) = Troubles[chance.Next(Troubles.Length)];
        var (leader, helper) = (Team[chance.Next(3)], Team[chance.Next(Team.Length)]);
        var severity = new[] { 1, 2, 2, 3, 3, 3, 4, 5 }[chance.Next(8)];
        var id = (await client.SayAsync($"declare sev{severity} {title} --service {service} --started {chance.Next(2, 40)}m ago", helper)).Text("incident")!;
        async Task ThenAsync(int least, int most, string line, string by)
        {
            clock.Advance(TimeSpan.FromMinutes(chance.Next(least, most)) + TimeSpan.FromSeconds(chance.Next(60)));
            var reply = await client.SayAsync(line, by, id);
            Assert.That(reply.GetProperty("refused").GetBoolean(), Is.False, $"{line}: {reply.Text("reply")}");
        }
        await ThenAsync(1, 12, "lead", leader);
        await ThenAsync(1, 4, "triage", leader);
        await ThenAsync(1, 4, "impact Customers cannot finish what they came for --customers 300", leader);
        await ThenAsync(0, 3, "update internal We have found where it comes from and are rolling back.", leader);
        await ThenAsync(2, 15, "contain", leader);
        await ThenAsync(5, 60, "remediate", leader);
        await ThenAsync(5, 120, "monitor", leader);
        await ThenAsync(1, 3, "impact Customers were held up --end now", leader);
        await ThenAsync(1, 3, "update internal It is over.", leader);
        await ThenAsync(5, 40, "resolve the error rate is back to normal", leader);
        if (chance.Next(6) == 0)
        {
            await ThenAsync(30, 300, "reopen it came back", leader);
            await ThenAsync(20, 90, "resolve rolled back for good --override the impact is known already", leader);
        }
        if (chance.Next(3) > 0) await ThenAsync(5, 20, $"followup Alert on the error rate of {service} --owner @{Person.HandleOf(helper)} --due {chance.Next(3, 60)}d", leader);
    }
}

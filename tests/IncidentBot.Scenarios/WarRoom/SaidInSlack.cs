using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Scenarios.WarRoom;

/// <summary>What people and programs said in Slack, as it stands on a timeline.</summary>
internal static class SaidInSlack
{
    /// <summary>Where the file is that stays there.</summary>
    public const string Permalink = "https://acme.slack.com/files/U1/F1/trace.txt";

    private static readonly Person Mara = new(new PersonId("slack:T1/U1"), "Mara Quist");
    private static readonly Person Deployer = new(new PersonId("slack:T1/B1"), "Deploy bot");

    /// <summary>A person says something live, a program does, something is read back, and a file stays in Slack.</summary>
    public static async Task HearAsync(RunningHost host, IncidentId incident)
    {
        var desk = host.Services.GetRequiredService<IncidentDesk>();
        var now = DateTimeOffset.UtcNow;
        Overheard Said(int number, string text, Person by) => new($"slack:T1/C1/{number}.0", text, by, "slack", incident, now.AddSeconds(number));
        await desk.OverhearAsync(Said(1, "I see 504s since 11:50", Mara));
        await desk.OverhearAsync(Said(2, "checkout 2026.47 is deployed", Deployer) with { FromBot = true });
        await desk.OverhearAsync(Said(3, "it began before lunch", Mara) with { CaughtUp = true });
        await desk.OverhearFileAsync(Said(4, "", Mara), new FileShared("trace.txt", "text/plain", 4_096, "", Identity: "slack:T1/C1/4.0/F1", Link: Permalink));
        await desk.OverhearFileAsync(Said(5, "", Mara) with { CaughtUp = true }, new FileShared("odd.txt", "text/plain", 9, "", Identity: "slack:T1/C1/5.0/F2", Link: "javascript:alert(1)"));
    }
}

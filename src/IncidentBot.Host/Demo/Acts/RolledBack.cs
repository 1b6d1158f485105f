using static IncidentBot.Host.Demo.Cue;
using static IncidentBot.Host.Demo.Team;

namespace IncidentBot.Host.Demo.Acts;

/// <summary>Customers first: the old release comes back before anybody mends the new one, and those who wait are told.</summary>
internal static class RolledBack
{
    public static IReadOnlyList<Beat> Beats { get; } =
    [
        At("2:08", Amara.Types(
            "decision Roll billing-api back to 2026.46 now and mend the cause afterwards --because upgrades work again in minutes, and that release has held every peak so far "
            + "--options roll back; double the connection pool; switch tax quotes off")),
        At("2:15", Amara.Types("contain")),
        At("2:18", Jun.Says("Rolling back to 2026.45, three minutes at most.").As("rollback")),
        At("2:22", Jun.Types("edit {rollback} Rolling back to 2026.46, three minutes at most.")),
        At("2:27", Nour.Types(
            "update public Upgrading a plan fails for some customers at the moment. We know why and are putting it right. Plans that run are not affected, and nobody is charged twice. "
            + "--elsewhere the status page --next 30m")),
        At("2:34", Nour.Types(
            "update stakeholders Upgrades have failed for some 340 customers since the release of this evening. We are rolling it back; renewals are safe. "
            + "--elsewhere mail to support, sales and leadership --next 60m")),
        At("2:41", Jun.Says("Half of the pods are back on 2026.46. p95 there is 0.9 s and falling.")),
        At("2:47", Jun.Says("All of them now: p95 is 0.3 s, 40 of 200 connections in use. Upgrades go through.").As("restored")),
        At("2:52", Nour.Says("I've just upgraded a test account, and two customers write that it works for them. 🎉")),
        At("2:57", Amara.Says("DECISION: 2026.47 stays out until it asks for all lines in one call and gives up after 800 ms")),
    ];
}

using static IncidentBot.Host.Demo.Cue;
using static IncidentBot.Host.Demo.Team;

namespace IncidentBot.Host.Demo.Acts;

/// <summary>A shift ends, and the command moves with a briefing; the cause is mended, watched and told.</summary>
internal static class HandedOver
{
    public static IReadOnlyList<Beat> Beats { get; } =
    [
        At("3:03", Amara.Says("My shift ends now. Lucía, would you lead from here? Customers are fine again; what is left is the fix.")),
        At("3:08", Lucia.Says("Gladly. Then somebody else may be the database expert.")),
        At("3:10", Lucia.Types("role release expert")),
        At("3:13", Amara.Types($"handoff {Lucia.Mention} Rolled back, upgrades work. Open: a release that is safe at peak hours, and the last word to customers.")),
        At("3:20", Lucia.Types("handoff accept")),
        At("3:23", Lucia.Says("I've got it. Good night, Amara, and thank you!")),
        At("3:27", Lucia.Types("remediate")),
        At("3:31", Jun.Says("The fix is reviewed: one tax quote for the whole invoice, 800 ms, and a flag to switch it off.")),
        At("3:37", Jun.Says("2026.48 takes a tenth of the traffic, with the peak still on: p95 0.28 s, no errors.")),
        At("3:41", Lucia.Says("Good. All of it, then, and we watch.")),
        At("3:44", Lucia.Types("monitor")),
        At("3:48", AlertClears(TimeSpan.FromMinutes(1))),
        At("3:52", Jun.Says("TODO: give every call to another service a time limit").As("limit")),
        At("3:56", Nour.Types("impact --end 1m ago")),
        At("4:00", Nour.Types("update public Upgrading a plan works again. We are sorry for the trouble. If yours was refused tonight, simply try once more. --elsewhere the status page --next 1d")),
        At("4:07", Lucia.Types("resolve upgrades work, and the new release holds the peak").Or(
            Lucia.Says("I cannot resolve it yet: {why}"))),
    ];
}

using static IncidentBot.Host.Demo.Cue;
using static IncidentBot.Host.Demo.Team;

namespace IncidentBot.Host.Demo.Acts;

/// <summary>What was learned is written while it is fresh, and what is to be done has owners.</summary>
internal static class Reviewed
{
    public static IReadOnlyList<Beat> Beats { get; } =
    [
        At("4:12", Jun.Types("followup {limit} --owner me --due friday")),
        At("4:15", Jun.Types($"followup Test every billing release at peak load before it goes out --owner {Lucia.Mention} --due 2w")),
        At("4:18", Nour.Types("followup Write to the customers who asked, now that it works --owner me --due tomorrow")),
        At("4:22", Lucia.Types("review write summary Release 2026.47 asked the tax service once per invoice line. At peak hours this used up all connections of billing-api, and plan upgrades failed. Rolling back restored them within minutes.")),
        At("4:26", Lucia.Types("review add factors The release was tested with one line per invoice, and customers have eight.")),
        At("4:29", Jun.Types("review add factors Calls to the tax service had no time limit.")),
        At("4:32", Nour.Types("review add well Customers heard from us before most of them noticed.")),
        At("4:35", Jun.Types("review add well We rolled back first and understood afterwards.")),
        At("4:38", Nour.Types("review add badly Our alert waited eleven minutes before it told anybody; customers were faster.")),
        At("4:41", Jun.Types("review add lucky Renewals ask for their taxes the night before.")),
        At("4:44", Lucia.Types("review add lessons Ask for evidence before changing a database; it took one minute.")),
        At("4:48", Lucia.Types($"review submit {Jun.Mention} {Nour.Mention} --due 3d")),
        At("4:53", Jun.Says("Read it. It is fair, and it blames nobody. Thank you.")),
        At("4:56", Jun.Types("review finish")),
        At("5:00", Lucia.Types("close").As("closed").Or(Lucia.Says("I cannot close it yet: {why}"))),
        At("5:04", Lucia.Says("{incident} is done: upgrades work, the review is written, and what is left to do has owners. Thank you all.").InGeneral().After("closed")),
    ];
}

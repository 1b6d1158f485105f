using static IncidentBot.Host.Demo.Cue;
using static IncidentBot.Host.Demo.Team;

namespace IncidentBot.Host.Demo.Acts;

/// <summary>Customers notice, colleagues listen: the incident is declared, and everybody knows who does what.</summary>
internal static class Detected
{
    private const string Declaration = "declare sev2 Billing API is slow, plan upgrades time out --service billing-api --started 18m ago";

    public static IReadOnlyList<Beat> Beats { get; } =
    [
        At("0:04", Nour.Types("join").InGeneral()),
        At("0:05", Jun.Types("join").InGeneral()),
        At("0:06", Amara.Types("join").InGeneral()),
        At("0:07", Lucia.Types("join").InGeneral()),
        At("0:08", Nour.Says("Hello all, four customers wrote within ten minutes that their upgrade hangs and then fails. Is billing all right?").InGeneral()),
        At("0:11", AlertFires(TimeSpan.FromMinutes(11)).InGeneral().As("alert")),
        At("0:15", Jun.Says("It isn't. p95 of billing-api is at 9 seconds; on other evenings it is 0.3. I'm on it.").InGeneral()),
        At("0:20", Amara.Says("Upgrades at peak hours, that is worth an incident. I'll declare one.").InGeneral()),
        At("0:24", Amara.Types($"{Declaration} --alert {{alert}}").InGeneral().Or(Amara.Types(Declaration).InGeneral())),
        At("0:30", Amara.Types("lead").Or(
            Amara.Says("All right, you lead. I'll stand by as your deputy."),
            Amara.Types("role claim deputy"))),
        At("0:34", Jun.Types("role claim operations")),
        At("0:37", Nour.Types("role claim communications")),
        At("0:42", Amara.Says("Thank you. Jun looks at the system, Nour speaks with customers, I keep an eye on the time. Please say it here before you change anything.")),
        At("0:48", Amara.Types("triage")),
        At("0:53", Nour.Types("impact Customers cannot upgrade their plan: the last step fails after 10 seconds. Plans that run are not affected. --customers 340 --data-exposed no")),
        At("1:00", Amara.Types("update internal Upgrades time out, some 340 customers so far. Jun is looking at the last changes. We need somebody who knows the billing database. --next 20m")),
    ];
}

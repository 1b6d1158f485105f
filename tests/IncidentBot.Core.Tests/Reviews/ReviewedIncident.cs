using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

/// <summary>The billing API is slow: alert, declaration, handoff, a message that is edited and one that is deleted, resolved, reopened, resolved again, reviewed.</summary>
internal sealed class ReviewedIncident
{
    private static readonly IncidentId Id = new(1);
    private readonly DeskFixture at = new();

    public static async Task<ReviewDocument> ReadAsync()
    {
        var incident = new ReviewedIncident();
        await incident.NoticeAsync();
        await incident.WorkAsync();
        await incident.EndAsync();
        await incident.LookBackAsync();
        return await ReviewWriter.ReadAsync(Id, incident.at.Store, CancellationToken.None);
    }

    private async Task NoticeAsync()
    {
        await Hear(0, Ana, "declare sev3 \"billing API is slow\" --service billing --started \"20m ago\"", room: 0);
        await Happens(1, new AlertAttached(new Alert("f1", "HighLatency", "p99 above 5 s", Story.Begin.AddMinutes(-8), "Alertmanager", "https://alerts.example/f1", new Dictionary<string, string>(), new string('b', 64))));
        await Hear(1, Ana, "role claim commander");
        await Hear(1, Ana, "triage");
        await Hear(2, Ana, "severity sev2 upgrades fail too");
        await Hear(1, Ana, "impact \"upgrades fail\" --customers 300");
        await Hear(2, Cleo, "update public \"We know that upgrades fail.\" --elsewhere \"the status page\" --next 30m");
    }

    private async Task WorkAsync()
    {
        await Say(1, Ben, "errors began with v42");
        await Hear(0, Ben, "edit 8 \"errors began with v42, see https://graphs.example/d/1.\"");
        await Hear(0, Ana, "pin 8");
        await Say(0, Ben, "my password is hunter2");
        await Hear(0, Ana, "pin 11");
        await Hear(0, Ben, "delete 11");
        await Happens(0, new FileShared("graph.png", "image/png", 2048, new string('a', 64), 8), Ben);
        await Hear(2, Ana, "decision \"roll back to v41\" --because \"v42 holds connections\" --options \"roll back; fix forward\"");
        await Hear(0, Ana, "contain");
        await Hear(30, Ana, "handoff @ben \"I need sleep\" --role commander");
        await Hear(2, Ben, "handoff accept");
        await Hear(3, Cleo, "update public \"The rollback helps.\" --elsewhere \"the status page\" --next 30m");
        await Hear(2, Ben, "remediate");
        await Hear(0, Cleo, "note \"the pool was full\" --at \"40m ago\"");
    }

    private async Task EndAsync()
    {
        await Hear(10, Ben, "resolve \"rolled back\" --override \"all graphs are green\"");
        await Hear(20, Ben, "reopen \"it is back\"");
        await Hear(5, Ben, "severity sev3 \"a few only\"");
        await Hear(5, Ben, "impact \"upgrades failed\" --end now --data-exposed no");
        await Hear(0, Cleo, "update public \"All works again.\"");
        await Hear(5, Ben, "resolve \"the pool is larger\"");
    }

    private async Task LookBackAsync()
    {
        await Hear(60, Ana, "followup \"alert on the pool\" --owner @ben --due 2026-12-01");
        await Hear(0, Ana, "followup \"load test\"");
        await Hear(0, Ben, "followup done 1");
        await Hear(0, Ana, "review add factors \"forgotten when rewritten\"");
        await Hear(0, Ana, "review write factors \"The pool was *too small*.\"");
        await Hear(0, Ben, "review add factors \"no alert on it\nfor a year\"");
        await Hear(0, Ana, "review submit @ben");
        var head = await at.Store.HeadAsync(Id.Number);
        await Happens(0, new TimelineSealed(3, head.Number, Convert.ToHexStringLower(head.Hash.Span), "00ff"));
    }

    private async Task Hear(int minutes, Person by, string line, int room = 1)
    {
        at.Clock.Now += TimeSpan.FromMinutes(minutes);
        if (await at.Hear(by, line, room) is { Refused: true } refused) throw new InvalidOperationException($"{line}: {refused.Text}");
    }

    private async Task Say(int minutes, Person by, string text)
    {
        at.Clock.Now += TimeSpan.FromMinutes(minutes);
        await at.Say(by, text, 1);
    }

    private async Task Happens(int minutes, IncidentEvent fact, Person? by = null)
    {
        at.Clock.Now += TimeSpan.FromMinutes(minutes);
        await at.Desk.RecordAsync(Id, [fact], by ?? Person.Bot, "test", null);
    }
}

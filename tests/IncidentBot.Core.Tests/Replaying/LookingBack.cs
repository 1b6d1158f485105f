using IncidentBot.Ports;
using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

/// <summary>What was known when: by the time of recording, whatever was said to have happened earlier.</summary>
public sealed class LookingBack
{
    private readonly DeskFixture at = new();

    [Test]
    public async Task A_moment_is_told_as_it_was_known_then()
    {
        await TellAsync();
        var reply = await at.Hear(Ben, "replay 09:15", room: 1);
        Assert.That(reply.Text, Is.EqualTo(
            """
            As known on 2026-11-23 09:15 UTC (entry 3 of 6).
            INC-1 SEV3 in identification: Checkout is down. Commander: Ana.
            The last entry was 3: Ana decided: roll back.
            Roles: Incident commander: Ana.
            Decision (entry 3): roll back
            """));
        Assert.That((reply.Refused, reply.Entries), Is.EqualTo((false, (IReadOnlyList<int>)[])), "nothing is recorded");
        Assert.That((await at.Desk.FindAsync(new IncidentId(1), Ana))!.Number, Is.EqualTo(6));
    }

    [Test]
    public async Task The_card_acts_on_nothing_and_leads_to_the_pages()
    {
        await TellAsync();
        var card = (await at.Hear(Ben, "replay 09:15", room: 1)).Card!;
        Assert.That(card.Headline, Is.EqualTo("INC-1 Checkout is down, as known on 2026-11-23 09:15 UTC"));
        Assert.That(card.Controls, Is.EqualTo(new Control[] { new Link("Open the replay", "/incidents/INC-1?at=%233"), new Link("Entry 3", "/incidents/INC-1/entries/3") }));
        Assert.That(card.Fields, Does.Contain(new Field("Severity", "SEV3")).And.Contain(new Field("Commander", "Ana")));
    }

    [TestCase("#1", "(entry 1 of 6)", "Roles: nobody holds one yet.\nDecisions: none yet.")]
    [TestCase("2026-11-23 09:05", "(entry 2 of 6)", "Roles: Incident commander: Ana.\nDecisions: none yet.")]
    [TestCase("2026-11-23T09:05:00.123456Z", "2026-11-23 09:05 UTC (entry 2 of 6)", "Roles: Incident commander: Ana.")]
    [TestCase("20m ago", "(entry 4 of 6)", "INC-1 SEV1 in identification")]
    [TestCase("now", "(entry 6 of 6)", "Open: follow-up 1: alert on a full disk")]
    [TestCase("#6", "(entry 6 of 6)", "Open: follow-up 1: alert on a full disk")]
    public async Task Moments_are_read_as_people_type_them(string moment, string mark, string told)
    {
        await TellAsync();
        Assert.That((await at.Hear(Ben, $"replay {moment}", room: 1)).Text, Does.Contain(mark).And.Contain(told));
    }

    [Test]
    public async Task What_happened_earlier_but_was_recorded_later_was_not_known()
    {
        await TellAsync();
        Assert.That((await at.Hear(Ben, "replay 09:35", room: 1)).Text, Does.Contain("entry 4 of 6"), "entry 5 tells of 08:55, and was recorded at 09:40");
    }

    [Test]
    public async Task A_bare_time_on_an_incident_that_has_ended_is_the_last_one_before_its_end()
    {
        await TellAsync();
        await at.Hear(Ana, "cancel a false alarm", room: 1);
        at.Clock.Now += TimeSpan.FromDays(9);
        Assert.That((await at.Hear(Ben, "replay 09:15", room: 1)).Text, Does.StartWith("As known on 2026-11-23 09:15 UTC (entry 3 of 7)."));
    }

    [TestCase("replay noon-ish", "“noon-ish” is no moment that I can read. Use 10:42, 2026-11-23 10:42, 20m ago, yesterday 10:42 or now (UTC), or #57 for what was known just after entry 57. Type: replay <time> | #<entry>")]
    [TestCase("replay #two", "“#two” is no moment that I can read. Use 10:42, 2026-11-23 10:42, 20m ago, yesterday 10:42 or now (UTC), or #57 for what was known just after entry 57. Type: replay <time> | #<entry>")]
    [TestCase("replay 2026-11-23 08:59", "On 2026-11-23 08:59 UTC nothing was known of INC-1 yet: it was declared on 2026-11-23 09:00 UTC. Name a moment since then.")]
    [TestCase("replay 2026-11-24 08:00", "2026-11-24 08:00 UTC is in the future. A replay tells what was known up to now.")]
    [TestCase("replay #7", "INC-1 has no entry 7: its timeline goes from 1 to 6.")]
    [TestCase("replay #0", "INC-1 has no entry 0: its timeline goes from 1 to 6.")]
    public async Task What_cannot_be_replayed_is_refused_in_words(string line, string sentence)
    {
        await TellAsync();
        var reply = await at.Hear(Ben, line, room: 1);
        Assert.That((reply.Text, reply.Refused), Is.EqualTo((sentence, true)));
    }

    [Test]
    public async Task Without_a_moment_a_form_asks_for_it()
    {
        await TellAsync();
        var form = (await at.Hear(Ben, "replay", room: 1)).Form!;
        Assert.That(form.Complete(new Dictionary<string, string> { ["moment"] = "20m ago" }), Is.EqualTo("INC-1 replay \"20m ago\""));
        Assert.That((await at.Hear(Ben, "INC-1 replay \"20m ago\"")).Text, Does.StartWith("As known on "));
    }

    [Test]
    public async Task What_one_may_not_see_cannot_be_replayed_either()
    {
        await at.Hear(Ana, "declare secret --private");
        Assert.That((await at.Hear(Outsider, "INC-1 replay #1")).Text, Is.EqualTo("There is no INC-1. Look at the list of incidents."));
    }

    // 09:00 declared, 09:01 commander, 09:10 decision, 09:30 severity, 09:40 a late note, 09:50 a follow-up; it is 10:00.
    private async Task TellAsync()
    {
        await SayAsync(0, "declare Checkout is down", room: 0);
        await SayAsync(1, "role claim commander");
        await SayAsync(10, "decision roll back");
        await SayAsync(30, "severity sev1 it is worse");
        await SayAsync(40, "note the disk was full --at 08:55");
        await SayAsync(50, "followup alert on a full disk");
        at.Clock.Now = Story.Begin.AddMinutes(50) + TimeSpan.FromMinutes(5);
    }

    private async Task SayAsync(int minute, string line, int room = 1)
    {
        at.Clock.Now = Story.Begin.AddMinutes(minute);
        Assert.That((await at.Hear(Ana, line, room)).Refused, Is.False, line);
    }
}

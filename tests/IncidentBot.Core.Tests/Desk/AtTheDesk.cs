using IncidentBot.Ports;
using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

/// <summary>Lines in, replies and entries out, over the store that lives in memory.</summary>
public sealed class AtTheDesk
{
    private readonly DeskFixture at = new();

    [Test]
    public async Task A_line_declares_and_the_reply_names_the_incident()
    {
        var reply = await at.Hear(Ana, "/incident declare sev2 nobody can pay");
        Assert.That((reply.Text, reply.Incident, reply.Refused), Is.EqualTo(("INC-1 is declared: SEV2 “nobody can pay”. Its room is open.", (IncidentId?)new IncidentId(1), false)));
        Assert.That(reply.Entries, Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task Without_a_title_a_form_asks_for_it_and_its_line_declares()
    {
        var form = (await at.Hear(Ana, "/incident declare")).Form!;
        var line = form.Complete(new Dictionary<string, string> { ["title"] = "the \"new\" checkout", ["severity"] = "sev1" });
        Assert.That((await at.Hear(Ana, line)).Text, Does.StartWith("INC-1 is declared: SEV1 “the \"new\" checkout”"));
    }

    [Test]
    public async Task An_unknown_verb_is_answered_with_the_nearest() =>
        Assert.That((await at.Hear(Ana, "/incident declrae x")).Text, Does.StartWith("I do not know “declrae”. Did you mean declare"));

    [Test]
    public async Task Outside_its_room_an_incident_is_named_in_front_or_behind_the_verb()
    {
        await at.Hear(Ana, "declare x");
        Assert.That((await at.Hear(Ana, "INC-1 note found it")).Text, Is.EqualTo("Ana noted: found it."));
        Assert.That((await at.Hear(Ana, "note INC-1 found it again")).Text, Is.EqualTo("Ana noted: found it again."));
        Assert.That((await at.Hear(Ana, "note INC-2 is similar", room: 1)).Text, Is.EqualTo("Ana noted: INC-2 is similar."), "in a room a number belongs to the text");
    }

    [Test]
    public async Task Without_an_incident_the_open_ones_are_named()
    {
        await at.Hear(Ana, "declare x");
        Assert.That((await at.Hear(Ana, "note hello")).Text, Is.EqualTo("Which incident? Put its number first: INC-1 note <text> [--at <time>]. Open: INC-1 “x”."));
    }

    [Test]
    public async Task An_incident_that_is_private_answers_like_one_that_does_not_exist()
    {
        await at.Hear(Ana, "declare secret --private");
        var there = await at.Hear(Outsider, "INC-1 info");
        var nowhere = await at.Hear(Outsider, "INC-9 info");
        Assert.That(there.Text, Is.EqualTo("There is no INC-1. Look at the list of incidents."));
        Assert.That(there with { Text = "" }, Is.EqualTo(nowhere with { Text = "" }).UsingPropertiesComparer());
        Assert.That((await at.Hear(Outsider, "list")).Text, Is.EqualTo("No open incidents. All is calm."));
    }

    [Test]
    public async Task The_same_line_with_the_same_key_happens_once()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => at.Hear(Ana, "declare x", key: "k1").AsTask()));
        Assert.That(replies.Select(reply => reply.Incident).Distinct().Single(), Is.EqualTo(new IncidentId(1)));
        Assert.That(replies.Select(reply => reply.Text).Distinct().Count(), Is.EqualTo(1));
        Assert.That(await at.Store.LastStreamAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task Another_line_with_a_used_key_is_refused()
    {
        await at.Hear(Ana, "declare x", key: "k1");
        Assert.That((await at.Hear(Ana, "declare y", key: "k1")).Text, Is.EqualTo("That key was used before for something else (on INC-1). Nothing was done; use a new key for a new line."));
        Assert.That((await at.Hear(Ben, "declare y", key: "k1")).Refused, Is.False, "keys are each person's own");
    }

    [Test]
    public async Task Of_fifty_who_claim_command_one_gets_it_and_the_others_are_told_who()
    {
        await at.Hear(Ana, "declare x");
        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => at.Hear(Person.WhoSays($"Person {n}"), "role claim commander", room: 1).AsTask()));
        var holder = (await at.Desk.FindAsync(new IncidentId(1), Ana))!.Commander!;
        Assert.That(replies.Count(reply => !reply.Refused), Is.EqualTo(1));
        Assert.That(replies.Where(reply => reply.Refused).Select(reply => reply.Text).Distinct().Single(), Does.StartWith($"{holder.Name} is incident commander of INC-1 already."));
    }

    [Test]
    public async Task Many_who_declare_at_once_get_numbers_without_a_gap()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => at.Hear(Ana, $"declare number {n}").AsTask()));
        Assert.That(replies.Select(reply => reply.Incident!.Value.Number).Order(), Is.EqualTo(Enumerable.Range(1, 20)));
    }

    [Test]
    public async Task Decisions_are_not_starved_by_messages()
    {
        await at.Hear(Ana, "declare x");
        var talking = Task.WhenAll(Enumerable.Range(0, 500).Select(n => at.Say(Ben, $"message {n}", 1).AsTask()));
        var notes = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => at.Hear(Ana, $"note {n}", room: 1).AsTask()));
        await talking;
        Assert.That(notes.Count(note => note.Refused), Is.Zero);
        Assert.That((await at.Desk.FindAsync(new IncidentId(1), Ana))!.Number, Is.EqualTo(551));
    }

    [TestCase("DECISION: roll back", "Ana decided: roll back.")]
    [TestCase("todo: alert on a full disk", "Ana added follow-up 1: alert on a full disk.")]
    [TestCase("Impact: nobody can pay", "Ana stated the impact: nobody can pay; from 2026-11-23 09:00 UTC.")]
    public async Task A_prefix_makes_a_message_more_than_that_and_it_stays_a_message(string text, string reply)
    {
        await at.Hear(Ana, "declare x");
        var said = await at.Say(Ana, text, 1);
        Assert.That((said.Text, said.Entries), Is.EqualTo((reply, (IReadOnlyList<int>)[2, 3])));
    }

    [Test]
    public async Task When_the_prefix_is_refused_the_message_stays()
    {
        await at.Hear(Ana, "declare x");
        var said = await at.Say(Ana, "DECISION: ", 1);
        Assert.That(said.Text, Is.EqualTo("Your message is recorded; it did not become more than that. The decision is empty. Say what it is."));
        Assert.That(said.Entries, Is.EqualTo(new[] { 2 }));
    }

    [Test]
    public async Task On_a_major_incident_resolving_is_the_commanders()
    {
        await at.Hear(Ana, "declare sev1 x");
        await at.Hear(Ana, "lead", room: 1);
        Assert.That((await at.Hear(Ben, "resolve it went away", room: 1)).Text, Is.EqualTo("On a SEV1, resolve is for the incident commander or the deputy: ask Ana."));
    }

    [Test]
    public async Task A_merge_needs_an_open_incident_that_one_may_see()
    {
        await at.Hear(Ana, "declare a");
        await at.Hear(Ben, "declare b --private");
        Assert.That((await at.Hear(Ana, "merge INC-2", room: 1)).Text, Is.EqualTo("There is no open incident INC-2 to merge into."));
        Assert.That((await at.Hear(Ana, "merge INC-1", room: 1)).Text, Is.EqualTo("INC-1 cannot be merged into itself. Name the incident that goes on."));
    }

    [Test]
    public async Task Help_has_every_verb()
    {
        var help = (await at.Hear(Ana, "help")).Text;
        foreach (var verb in AllVerbs.Create().All) Assert.That(help, Does.Contain($"/incident {verb.Word}"));
        Assert.That((await at.Hear(Ana, "help sev")).Text, Is.EqualTo("/incident severity sev1…sev5 [reason]\nRaise it freely, lower it with a reason.\nAlso: sev."));
    }

    [TestCase("severity", "INC-1 is SEV3. Which severity shall it be? Type: severity sev1…sev5 [reason]")]
    [TestCase("severity high", "“high” is no severity. Type: severity sev1…sev5 [reason]")]
    [TestCase("stage sideways", "“sideways” is no stage that I know. Type: stage triage|contain|remediate|monitor|resolve|close|reopen|cancel [reason] [--override <why>]")]
    [TestCase("note x --at noon-ish", "“noon-ish” is no time that I can read behind --at. Use 10:42, 2026-11-23 10:42, 20m ago, yesterday 10:42 or now (UTC). Type: note <text> [--at <time>]")]
    [TestCase("followup x --due someday", "“someday” is no date that I can read behind --due. Use 2026-12-01, 3d, 2w or friday. Type: followup [add] <text> [--owner @person] [--due <date>] | <n> --owner @person --due <date> | done <n> | list")]
    [TestCase("impact x --customers many", "“many” is no whole number behind --customers. Type: impact <who is hurt, and how> [--customers <n>] [--start <time>] [--end <time>] [--data-exposed yes|no|unknown]")]
    [TestCase("update everyone hi", "Who is it for? “everyone” is no audience. Type: update internal|stakeholders|public <text> [--elsewhere <where it was sent>] [--next <span>]")]
    [TestCase("snooze", "For how long? Type: snooze 15m|30m|60m|… | off [NoCommander|TriageUnfinished|UpdateOverdue|FollowUpOverdue|ReviewOverdue]")]
    [TestCase("pin", "Which entry? Give its number. Type: pin <entry>")]
    [TestCase("retry", "What shall be tried again? The card has a button for it. Type: retry <promise>")]
    [TestCase("member add", "Who shall be added or removed? Type: member [list] | add @person | remove @person")]
    [TestCase("merge", "Which incident does INC-1 go on in? Type: INC-1 merge INC-<n>")]
    public async Task What_is_missing_or_wrong_is_said_with_the_help_line(string line, string sentence)
    {
        await at.Hear(Ana, "declare x");
        var reply = await at.Hear(Ana, line, room: 1);
        Assert.That((reply.Text, reply.Refused), Is.EqualTo((sentence, true)));
    }

    [Test]
    public async Task A_line_too_long_is_refused_with_the_limit() => Assert.That(
        (await at.Hear(Ana, new string('x', 10_001))).Text, Is.EqualTo("The line has 10,001 characters; 10,000 are allowed. Attach the long part as a file."));

    [Test]
    public async Task A_lone_incident_line_shows_the_card_in_a_room_and_the_list_elsewhere()
    {
        await at.Hear(Ana, "declare x");
        Assert.That((await at.Hear(Ana, "/incident", room: 1)).Card!.Headline, Is.EqualTo("INC-1 x"));
        Assert.That((await at.Hear(Ana, "/incident")).Card!.Headline, Is.EqualTo("1 open incident"));
    }

    [Test]
    public async Task Every_button_of_every_card_is_a_line_that_is_understood()
    {
        await at.Hear(Ana, "declare x");
        var incident = (await at.Desk.FindAsync(new IncidentId(1), Ana))!;
        var lines = IncidentCard.Full(incident, at.Policy, Ana, House.Empty).Controls.SelectMany(control => control switch
        {
            Button button => [button.Line],
            Select select => select.Options.Select(option => option.Line),
            PeoplePicker picker => [picker.LineFor(Ben.Id)],
            _ => Array.Empty<string>(),
        });
        foreach (var line in lines)
            Assert.That((await at.Hear(Ana, line)).Text, Does.Not.Contain("I do not know").And.Not.Contain("Type:"), line);
    }
}

using IncidentBot.TestKit;

namespace IncidentBot.Core.Tests;

/// <summary>What a review says, section by section, when it is read aloud.</summary>
public sealed class TheReviewWritesItself
{
    private static readonly Lazy<Task<ReviewDocument>> Review = new(ReviewedIncident.ReadAsync);

    [Test]
    public async Task What_it_was_and_who_took_part_stands_at_its_head() => Assert.That(await SectionAsync("header"), Is.EqualTo(
        """
        Incident: INC-1 billing API is slow [1]
        Severity: SEV2 at its worst, SEV3 in the end [5, 26]
        Type: Reliability [1]
        Services: billing [1]
        Began: 2026-11-23 08:40 UTC [27]
        Declared: 2026-11-23 09:00 UTC by Ana [1]
        Reopened: once [25]
        Resolved: 2026-11-23 10:33 UTC [29]
        Review: in review with Ben, due 2026-12-03 [37]
        Role | Who | From | Until
        Incident commander | Ana | 2026-11-23 09:02 UTC | 2026-11-23 09:43 UTC [3, 18]
        Incident commander | Ben | 2026-11-23 09:43 UTC | still held [18]
        Who | Known as | Entries
        Ana (the name was claimed, not proven) | web:ana | 15 [1, 37]
        Cleo (the name was claimed, not proven) | web:cleo | 4 [7, 28]
        Ben (the name was claimed, not proven) | web:ben | 17 [8, 36]
        """));

    [Test]
    public async Task It_tells_the_incident_in_three_sentences() => Assert.That(await SectionAsync("overview"), Is.EqualTo(
        """
        Ana declared INC-1 on 2026-11-23 09:00 UTC: “billing API is slow”, on billing. [1]
        At its worst it was SEV2: upgrades failed. [5, 27]
        It was resolved on 2026-11-23 10:33 UTC, 1 h 53 min after it began, having been reopened once. [29]
         (version 0)
        """));

    [Test]
    public async Task The_impact_is_told_with_its_numbers_and_how_it_was_stated_over_time() => Assert.That(await SectionAsync("impact"), Is.EqualTo(
        """
        What: upgrades failed [27]
        Customers: 300 [27]
        From: 2026-11-23 08:40 UTC [27]
        Until: 2026-11-23 10:28 UTC [27]
        For: 1 h 48 min [27]
        Data exposed: no [27]
        Stated | By | Impact
        2026-11-23 09:06 UTC | Ana | upgrades fail; 300 customers; from 2026-11-23 08:40 UTC. [6]
        2026-11-23 10:28 UTC | Ben | upgrades failed; 300 customers; from 2026-11-23 08:40 UTC until 2026-11-23 10:28 UTC; no data exposed. [27]
        """));

    [Test]
    public async Task An_alert_before_the_declaration_is_how_it_was_noticed() => Assert.That(await SectionAsync("detection"), Is.EqualTo(
        """
        The alert HighLatency began to fire on 2026-11-23 08:52 UTC, 8 min before Ana declared the incident. [1, 2]
        Alert | Source | Firing since | No longer since | Where | SHA-256 of its report
        HighLatency: p99 above 5 s | Alertmanager | 2026-11-23 08:52 UTC | still firing | https://alerts.example/f1 | bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb [2]
        """));

    [Test]
    public async Task Stages_and_severities_are_told_with_how_long_they_lasted_all_rounds() => Assert.That(await SectionAsync("course"), Is.EqualTo(
        """
        Stages: Identification 09:00 [1], Triage 09:03 [4], Containment 09:11 [16], Remediation 09:48 [20], Review 09:58 [23], Triage 10:18 [25], Review 10:33 [29]
        Severities: SEV3 09:00 [1], SEV2 09:05 [5], SEV3 10:23 [26]
        Marks: detected 08:52 [2], declared 09:00 [1], contained 09:48 [20], resolved 09:58 [23]
        Until 2026-11-23 10:33 UTC
        Stage | From | Until | For
        identification | 2026-11-23 09:00 UTC | 2026-11-23 09:03 UTC | 3 min [1, 4]
        triage | 2026-11-23 09:03 UTC | 2026-11-23 09:11 UTC | 8 min [4, 16]
        containment | 2026-11-23 09:11 UTC | 2026-11-23 09:48 UTC | 37 min [16, 20]
        remediation | 2026-11-23 09:48 UTC | 2026-11-23 09:58 UTC | 10 min [20, 23]
        review | 2026-11-23 09:58 UTC | 2026-11-23 10:18 UTC | 20 min [23, 25]
        triage | 2026-11-23 10:18 UTC | 2026-11-23 10:33 UTC | 15 min [25, 29]
        review | 2026-11-23 10:33 UTC |  | lasts [29]
        Severity | From | Until | Worked on for
        SEV3 | 2026-11-23 09:00 UTC | 2026-11-23 09:05 UTC | 5 min [1, 5]
        SEV2 | 2026-11-23 09:05 UTC | 2026-11-23 10:23 UTC | 58 min [5, 26]
        SEV3 | 2026-11-23 10:23 UTC |  | 10 min [26]
        """));

    [Test]
    public async Task Key_events_stand_in_the_order_in_which_they_happened_in_their_newest_words_and_without_what_was_deleted() => Assert.That(await SectionAsync("timeline"), Is.EqualTo(
        """
        When | Recorded | Who | What | Evidence
        2026-11-23 09:00 UTC |  | Ana | declared SEV3 “billing API is slow”, on billing, begun 2026-11-23 08:40 UTC |  [1]
        2026-11-23 09:01 UTC |  | IncidentBot | attached the alert HighLatency: p99 above 5 s (firing since 2026-11-23 08:52 UTC) | https://alerts.example/f1 [2]
        2026-11-23 09:02 UTC |  | Ana | took the role incident commander |  [3]
        2026-11-23 09:03 UTC |  | Ana | moved the incident from identification to triage |  [4]
        2026-11-23 09:05 UTC |  | Ana | raised the severity from SEV3 to SEV2, because upgrades fail too |  [5]
        2026-11-23 09:06 UTC |  | Ana | stated the impact: upgrades fail; 300 customers; from 2026-11-23 08:40 UTC. |  [6]
        2026-11-23 09:08 UTC |  | Cleo | sent an update for customers by the status page: We know that upgrades fail. (next by 2026-11-23 09:38 UTC) |  [7]
        2026-11-23 09:08 UTC | 2026-11-23 09:48 UTC | Cleo | noted: the pool was full |  [21]
        2026-11-23 09:09 UTC |  | Ben | said: errors began with v42, see https://graphs.example/d/1. | https://graphs.example/d/1
        graph.png (SHA-256 aaaaaaaaaaaa…) [8, 9, 14]
        2026-11-23 09:11 UTC |  | Ana | decided: roll back to v41, because v42 holds connections (options: roll back; fix forward) |  [15]
        2026-11-23 09:11 UTC |  | Ana | moved the incident from triage to containment |  [16]
        2026-11-23 09:41 UTC |  | Ana | offered the role incident commander to Ben: I need sleep |  [17]
        2026-11-23 09:43 UTC |  | Ben | took over as incident commander from Ana |  [18]
        2026-11-23 09:46 UTC |  | Cleo | sent an update for customers by the status page: The rollback helps. (next by 2026-11-23 10:16 UTC) |  [19]
        2026-11-23 09:48 UTC |  | Ben | moved the incident from containment to remediation |  [20]
        2026-11-23 09:58 UTC |  | Ben | left remediation although the end of the impact is not stated and no update was sent in this stage, because all graphs are green |  [22]
        2026-11-23 09:58 UTC |  | Ben | resolved the incident (remediation → review), because rolled back |  [23]
        2026-11-23 09:58 UTC |  | Ben | began the review, due 2026-11-28 |  [24]
        2026-11-23 10:18 UTC |  | Ben | reopened the incident from review, because it is back |  [25]
        2026-11-23 10:23 UTC |  | Ben | lowered the severity from SEV2 to SEV3, because a few only |  [26]
        2026-11-23 10:28 UTC |  | Ben | stated the impact: upgrades failed; 300 customers; from 2026-11-23 08:40 UTC until 2026-11-23 10:28 UTC; no data exposed. |  [27]
        2026-11-23 10:28 UTC |  | Cleo | posted an update for customers: All works again. (next by 2026-11-23 11:28 UTC) |  [28]
        2026-11-23 10:33 UTC |  | Ben | resolved the incident (triage → review), because the pool is larger |  [29]
        2026-11-23 10:33 UTC |  | Ben | began the review, due 2026-12-03 |  [30]
        2026-11-23 11:33 UTC |  | Ana | added follow-up 1: alert on the pool, for Ben, due 2026-12-01 |  [31]
        2026-11-23 11:33 UTC |  | Ana | added follow-up 2: load test |  [32]
        2026-11-23 11:33 UTC |  | Ben | finished follow-up 1: alert on the pool |  [33]
        2026-11-23 11:33 UTC |  | Ana | gave the review to Ben, due 2026-12-03 |  [37]
        Shared | By | File | Size | SHA-256
        2026-11-23 09:09 UTC | Ben | graph.png | 2 KB | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa [14]
        """));

    [Test]
    public async Task Decisions_are_told_with_why_and_what_else_was_on_the_table() => Assert.That(await SectionAsync("decisions"), Is.EqualTo(
        """
        When | Who | Decision | Because | Options
        2026-11-23 09:11 UTC | Ana | roll back to v41 | v42 holds connections | roll back; fix forward [15]
        """));

    [Test]
    public async Task Handoffs_are_told_with_their_answer_and_how_long_it_took() => Assert.That(await SectionAsync("handoffs"), Is.EqualTo(
        """
        Role | From | To | Offered | Answer | After
        Incident commander | Ana | Ben | 2026-11-23 09:41 UTC | accepted | 2 min [17, 18]
        """));

    [Test]
    public async Task What_was_gone_without_is_told_with_why() => Assert.That(await SectionAsync("overrides"), Is.EqualTo(
        """
        When | Who | Leaving | Although | Because
        2026-11-23 09:58 UTC | Ben | remediation | the end of the impact is not stated and no update was sent in this stage | all graphs are green [22]
        """));

    [Test]
    public async Task Figures_stand_with_their_definitions_and_the_entries_they_rest_on() => Assert.That(await SectionAsync("metrics"), Is.EqualTo(
        """
        Figure | Value | Definition
        Time to detect | 12 min | from the start of the impact to the first alert, or to the declaration when no alert came before it [2, 27]
        Time to acknowledge | 10 min | from the first alert or the declaration, whichever came first, to the first person who took it up [2, 3]
        Time to a commander | 2 min | from the declaration to the first incident commander [1, 3]
        Time to contain | 48 min | from the declaration until containment was first left forwards or it was resolved, whichever came first [1, 20]
        Time to resolve | 1 h 18 min | from the start of the impact, or the declaration when no other start is stated, until it was first resolved [23, 27]
        Time to resolve, all rounds | 1 h 33 min | the first round from the start of the impact, later ones from their reopening, each until it ended, added up [1, 23, 25, 27, 29]
        Reopened | once | how often work began anew after it had ended [25]
        Time in identification | 3 min | all visits that are over, added up [1]
        Time in triage | 23 min | all visits that are over, added up [4, 25]
        Time in containment | 37 min | all visits that are over, added up [16]
        Time in remediation | 10 min | all visits that are over, added up [20]
        Time in review | 20 min, and it lasts | all visits that are over, added up [23, 29]
        Worked on as SEV3 | 15 min | all stretches that are over, as far as it was worked on, added up [1, 26]
        Worked on as SEV2 | 58 min | all stretches that are over, as far as it was worked on, added up [5]
        """));

    [Test]
    public async Task Updates_are_told_with_whether_they_came_as_promised() => Assert.That(await SectionAsync("communications"), Is.EqualTo(
        """
        When | Who | For | Where | What | In time
        2026-11-23 09:08 UTC | Cleo | customers | the status page | We know that upgrades fail. | the first, 8 min after the declaration [7]
        2026-11-23 09:46 UTC | Cleo | customers | the status page | The rollback helps. | 8 min late [7, 19]
        2026-11-23 10:28 UTC | Cleo | customers | here | All works again. | the first since it was reopened, 10 min after that [19, 28]
        """));

    [Test]
    public async Task What_people_wrote_is_the_last_text_and_the_points_since() => Assert.That(await SectionAsync("factors"), Is.EqualTo(
        """
        The pool was *too small*.

        - no alert on it
          for a year (version 36) [35, 36]
        """));

    [Test]
    public async Task Every_end_of_the_work_is_told_and_every_new_beginning() => Assert.That(await SectionAsync("resolution"), Is.EqualTo(
        """
        2026-11-23 09:58 UTC: Ben resolved the incident (remediation → review), because rolled back. [23]
        2026-11-23 10:18 UTC: Ben reopened the incident from review, because it is back. [25]
        2026-11-23 10:33 UTC: Ben resolved the incident (triage → review), because the pool is larger. [29]
        The impact ended on 2026-11-23 10:28 UTC. [27]
        """));

    [Test]
    public async Task Follow_ups_are_told_with_their_owner_and_whether_they_are_done() => Assert.That(await SectionAsync("followups"), Is.EqualTo(
        """
        No. | What | Owner | Due | Done
        1 | alert on the pool | Ben | 2026-12-01 | 2026-11-23 11:33 UTC by Ben [31, 33]
        2 | load test | nobody yet | not set | open [32]
        """));

    [Test]
    public async Task Its_sections_have_their_order() => Assert.That((await Review.Value).Sections.Select(section => section.Key), Is.EqualTo(new[]
    {
        "header", "overview", "impact", "detection", "course", "timeline", "decisions", "handoffs", "overrides", "metrics", "communications",
        "factors", "well", "badly", "lucky", "lessons", "resolution", "followups", "gaps", "integrity",
    }));

    private static async Task<string> SectionAsync(string key) => ReviewText.Of(await Review.Value, key);
}

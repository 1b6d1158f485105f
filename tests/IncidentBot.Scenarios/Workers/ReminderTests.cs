using IncidentBot.Host.Workers;

namespace IncidentBot.Scenarios.Workers;

public sealed class ReminderTests
{
    [Test]
    public async Task Nobody_in_command_is_reminded_of_a_bounded_number_of_times()
    {
        await using var shop = await Workshop.OpenAsync();
        await shop.SayAsync("declare \"Checkout is down\" --sev sev1");

        await shop.PassAsync(TimeSpan.FromHours(10));

        var fallen = await Of(shop, ReminderKind.NoCommander);
        Assert.That(fallen.Select(reminder => reminder.Instance), Is.EqualTo(new[] { 1, 2, 3, 4, 5 }));
        Assert.That(fallen.Select(reminder => reminder.DueAt), Is.EqualTo(Enumerable.Range(1, 5).Select(n => Workshop.Noon.AddMinutes(5 * n))));
    }

    [Test]
    public async Task A_reminder_is_silent_once_somebody_has_acted()
    {
        await using var shop = await Workshop.OpenAsync();
        await shop.SayAsync("declare \"Checkout is down\" --sev sev1");
        await shop.PassAsync(TimeSpan.FromMinutes(6));

        await shop.SayAsync("INC-1 role claim commander");
        await shop.PassAsync(TimeSpan.FromHours(1));

        Assert.That(await Of(shop, ReminderKind.NoCommander), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task When_the_commander_lets_go_the_wait_for_the_next_one_begins_anew()
    {
        await using var shop = await Workshop.OpenAsync();
        await shop.SayAsync("declare \"Checkout is down\" --sev sev1");
        await shop.PassAsync(TimeSpan.FromMinutes(6));
        await shop.SayAsync("INC-1 role claim commander");
        await shop.PassAsync(TimeSpan.FromHours(1));
        await shop.SayAsync("INC-1 role release commander");

        await shop.PassAsync(TimeSpan.FromMinutes(4));
        Assert.That(await Of(shop, ReminderKind.NoCommander), Has.Count.EqualTo(1));
        await shop.PassAsync(TimeSpan.FromHours(5));

        Assert.That((await Of(shop, ReminderKind.NoCommander)).Select(reminder => reminder.Instance), Is.EqualTo(new[] { 1, 1, 2, 3, 4, 5 }));
    }

    [Test]
    public async Task A_snoozed_reminder_sleeps_and_wakes()
    {
        await using var shop = await Workshop.OpenAsync();
        await shop.SayAsync("declare \"Checkout is down\" --sev sev1");

        await shop.SayAsync("INC-1 snooze 30m NoCommander");
        await shop.PassAsync(TimeSpan.FromMinutes(29));
        Assert.That(await Of(shop, ReminderKind.NoCommander), Is.Empty);
        await shop.PassAsync(TimeSpan.FromMinutes(2));
        Assert.That(await Of(shop, ReminderKind.NoCommander), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_reminder_that_is_not_needed_never_falls()
    {
        await using var shop = await Workshop.OpenAsync();
        await shop.SayAsync("declare \"Checkout is down\" --sev sev1");
        await shop.SayAsync("INC-1 snooze off");

        await shop.PassAsync(TimeSpan.FromDays(3));

        Assert.That(await shop.EventsAsync<ReminderFell>(), Is.Empty);
    }

    [Test]
    public async Task A_deadline_survives_a_restart_and_falls_once()
    {
        await using var shop = await Workshop.OpenAsync();
        await shop.SayAsync("declare \"Checkout is down\" --sev sev1");
        await shop.PassAsync(TimeSpan.FromMinutes(3));
        await shop.DisposeAsync();

        await using var again = await Workshop.OpenAsync(shop);
        await again.PassAsync(TimeSpan.FromMinutes(3));
        await again.DisposeAsync();
        await using var thrice = await Workshop.OpenAsync(shop);
        await thrice.PassAsync(TimeSpan.FromMinutes(1));

        Assert.That(await Of(thrice, ReminderKind.NoCommander), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Of_a_series_that_was_missed_only_the_latest_falls()
    {
        await using var shop = await Workshop.OpenAsync();
        await shop.SayAsync("declare \"Checkout is down\" --sev sev1");
        await shop.DisposeAsync();
        shop.Clock.Advance(TimeSpan.FromMinutes(12));

        await using var again = await Workshop.OpenAsync(shop);
        await again.Worker<ClockWorker>().LookAsync(default);

        var fallen = await Of(again, ReminderKind.NoCommander);
        Assert.That(fallen.Single().DueAt, Is.EqualTo(Workshop.Noon.AddMinutes(10)));
    }

    [Test]
    public async Task Two_clocks_let_a_deadline_fall_once()
    {
        await using var shop = await Workshop.OpenAsync();
        await shop.SayAsync("declare \"Checkout is down\" --sev sev1");
        await using var other = await Workshop.OpenAsync(shop);
        shop.Clock.Advance(TimeSpan.FromMinutes(5));

        await Task.WhenAll(
            Task.Run(async () => await shop.Worker<ClockWorker>().LookAsync(default)),
            Task.Run(async () => await other.Worker<ClockWorker>().LookAsync(default)));

        Assert.That(await Of(shop, ReminderKind.NoCommander), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_offer_that_nobody_answers_lapses()
    {
        await using var shop = await Workshop.OpenAsync();
        await shop.SayAsync("declare \"Checkout is down\" --sev sev1");
        await shop.SayAsync("INC-1 role claim commander");
        await shop.SayAsync("INC-1 handoff @ben");

        await shop.PassAsync(TimeSpan.FromMinutes(6));

        Assert.That(await shop.EventsAsync<HandoffLapsed>(), Has.Count.EqualTo(1));
        Assert.That((await shop.Desk.FindAsync(new IncidentId(1), Person.Bot))!.Commander!.Name, Is.EqualTo("Ana"));
    }

    [Test]
    public async Task The_clock_wakes_by_itself_when_something_new_is_due()
    {
        await using var shop = await Workshop.OpenAsync();
        await shop.RunAsync<FeedFollower>();
        await shop.RunAsync<ClockWorker>();
        await shop.Desk.HearAsync(new Heard("declare \"Checkout is down\" --sev sev1", Workshop.Ana, "web", IncidentId.House));

        await shop.UntilAsync(async () => (await Of(shop, ReminderKind.NoCommander)).Count == 2, TimeSpan.FromSeconds(1));
    }

    [Test]
    public async Task A_follow_up_is_called_for_after_the_incident_has_ended()
    {
        await using var shop = await Workshop.OpenAsync();
        await shop.SayAsync("declare \"Odd colours\" --sev sev5");
        await shop.SayAsync("INC-1 followup add \"Paint it\" --owner @ana --due 2026-11-25");
        await shop.SayAsync("INC-1 cancel \"false alarm\"");
        await shop.SayAsync("declare \"Odd shapes\" --sev sev5");
        await shop.SayAsync("INC-2 followup add \"Bend it\" --owner @ana --due 2026-11-25");
        await shop.SayAsync("INC-2 triage");
        await shop.SayAsync("INC-2 resolve \"bent already\"");
        await shop.SayAsync("INC-2 close");

        await shop.PassAsync(TimeSpan.FromDays(30));

        Assert.That(await Of(shop, ReminderKind.FollowUpOverdue), Is.Empty);
        Assert.That(await Of(shop, ReminderKind.FollowUpOverdue, 2), Has.Count.EqualTo(5));
    }

    private static async Task<IReadOnlyList<ReminderFell>> Of(Workshop shop, ReminderKind kind, long incident = 1) =>
        [.. (await shop.EventsAsync<ReminderFell>(incident)).Where(reminder => reminder.Kind == kind)];
}

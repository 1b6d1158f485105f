namespace IncidentBot;

/// <summary>Everything that is due later: a pure function of incident, policy and the moment at which it is asked.</summary>
public static class Deadlines
{
    /// <summary>
    /// Each rule's next deadline. Of a series that was missed (the bot was away) only the latest instance up to
    /// <paramref name="now"/> is given.
    /// </summary>
    public static IEnumerable<Deadline> Of(Incident incident, Policy policy, DateTimeOffset now)
    {
        if (incident.Id.IsHouse || !incident.Exists) yield break;
        var rule = policy.RuleOf(incident.Severity);
        var most = policy.Reminders.Most;

        if (incident.Handoff is { } handoff)
            yield return new Deadline($"handoff:{handoff.Entry}", handoff.LapsesAt, new HandoffLapsed(handoff.Title, handoff.From, handoff.To, handoff.LapsesAt));

        if (incident.Stage.IsActive())
        {
            if (incident.Commander is null
                && Series(incident, ReminderKind.NoCommander, incident.WorkSince + rule.CommanderWithin, rule.CommanderWithin, most, now) is { } noCommander)
                yield return noCommander;
            if (incident.Stage <= Stage.Triage
                && Series(incident, ReminderKind.TriageUnfinished, incident.WorkSince + rule.TriageWithin, rule.TriageWithin, most, now) is { } triage)
                yield return triage;
            if (Series(incident, ReminderKind.UpdateOverdue, NextUpdate.DueAt(incident, policy), rule.UpdateEvery, most, now) is { } update)
                yield return update;
        }

        if (incident.Stage == Stage.Review && rule.NeedsReview && incident.Review?.State != ReviewState.Finished
            && Series(incident, ReminderKind.ReviewOverdue, incident.Review?.DueAt ?? incident.StageSince + rule.ReviewDueAfter, policy.Reminders.ReviewEvery, most, now) is { } review)
            yield return review;

        var open = incident.FollowUps.Where(followUp => followUp is { IsDone: false, Due: not null }).Select(followUp => followUp.Due!.Value).ToList();
        if (open.Count > 0 && incident.Stage is not (Stage.Cancelled or Stage.Merged)
            && Series(incident, ReminderKind.FollowUpOverdue, open.Min(), policy.Reminders.FollowUpEvery, most, now) is { } overdue)
            yield return overdue;

        if (Lapse(incident, policy) is { } lapse) yield return lapse;
    }

    /// <summary>The earliest of them; null when nothing is due, now or later.</summary>
    public static Deadline? Next(Incident incident, Policy policy, DateTimeOffset now) => Of(incident, policy, now).MinBy(deadline => deadline.DueAt);

    // Each end has its own, so that an incident that was reopened has its rooms put away once more.
    private static Deadline? Lapse(Incident incident, Policy policy) =>
        incident.EndedAt is { } ended && policy.ArchiveRoomsAfter is { } after && !(incident.RoomsLapsedAt >= ended) && policy.Mirrors.Any(incident.Rooms.ContainsKey)
            ? new Deadline($"rooms:{Microseconds.Of(ended)}", ended + after, new RoomsLapsed(after))
            : null;

    private static Deadline? Series(Incident incident, ReminderKind kind, DateTimeOffset first, TimeSpan every, int most, DateTimeOffset now)
    {
        var state = incident.Reminders.GetValueOrDefault(kind, new ReminderState(0));
        if (state.Fallen >= most || state.SleepsUntil == DateTimeOffset.MaxValue) return null;

        var next = state.LastDueAt is { } last && last + every > first ? last + every : first;
        if (state.SleepsUntil > next) next = state.SleepsUntil.Value;
        var dueAt = now <= next ? next : next + every * Math.Floor((now - next) / every);
        var instance = state.Fallen + 1;
        return new Deadline(
            $"{kind}:{Microseconds.Of(dueAt)}", dueAt,
            new ReminderFell(kind, instance, most, dueAt, every, ReminderWords.About(kind, incident, dueAt)));
    }
}

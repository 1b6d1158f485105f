using System.Text;

namespace IncidentBot;

/// <summary>What someone who takes over, or comes late, must know: from the incident alone, so that it says the same to everybody.</summary>
public static class Briefing
{
    /// <summary>The briefing as plain text, one fact a line.</summary>
    public static string Of(Incident incident, Policy policy, DateTimeOffset now)
    {
        var text = new StringBuilder();
        text.Append($"{incident.Id} {incident.Severity} “{incident.Title}”, in {incident.Stage.Word()} for {Words.Span(now - incident.StageSince)}; declared {Words.Moment(incident.DeclaredAt)} by {incident.DeclaredBy?.Name}.");
        Line(text, incident.Impact is { } impact ? $"Impact: {impact.InWords}" : "Impact: not stated yet.");
        Line(text, RolesOf(incident, policy));
        foreach (var decision in incident.Decisions.TakeLast(5)) Line(text, $"Decision (entry {decision.Entry}): {decision.Brief}");
        foreach (var followUp in incident.FollowUps.Where(followUp => !followUp.IsDone)) Line(text, $"Open: {followUp.InWords}");
        Line(text, UpdatesOf(incident, policy, now));
        foreach (var broken in incident.BrokenPromises.Values) Line(text, $"Could not be done: {broken.Purpose} ({broken.Because})");
        return text.ToString();
    }

    /// <summary>Who holds which role, in one line.</summary>
    public static string RolesOf(Incident incident, Policy policy)
    {
        var held = policy.Roles
            .Select(role => (role.Title, Holders: incident.HoldersOf(role.Name)))
            .Where(role => !role.Holders.IsEmpty)
            .Select(role => $"{role.Title}: {Words.Join(role.Holders.Select(holder => holder.Person.Name))}")
            .ToList();
        return held.Count == 0 ? "Roles: nobody holds one yet." : $"Roles: {string.Join("; ", held)}.";
    }

    private static string UpdatesOf(Incident incident, Policy policy, DateTimeOffset now)
    {
        var due = NextUpdate.DueAt(incident, policy);
        var last = incident.Updates.Values.MaxBy(update => update.At);
        var said = last is null ? "No update was sent yet." : $"Last update {Words.Span(now - last.At)} ago ({last.Audience.Word()}): {Words.Brief(last.Text, 200)}";
        return incident.Stage.IsActive() ? $"{said} Next working update due {Words.Moment(due)}." : said;
    }

    private static void Line(StringBuilder text, string line) => text.Append('\n').Append(line);
}

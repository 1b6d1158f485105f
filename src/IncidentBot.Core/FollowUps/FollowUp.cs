namespace IncidentBot;

/// <summary>Something to be done after the incident: numbered from 1 as people say it.</summary>
public sealed record FollowUp(int Number, int Entry, string Text, Person? Owner, DateTimeOffset? Due, bool IsDone)
{
    /// <summary>One line.</summary>
    public string InWords =>
        $"follow-up {Number}: {Words.Brief(Text)} ({Owner?.Name ?? "no owner"}, {(Due is { } due ? $"due {due:yyyy-MM-dd}" : "no due date")})";
}

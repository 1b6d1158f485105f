namespace IncidentBot;

/// <summary>Something to be done after the incident: numbered from 1 as people say it.</summary>
public sealed record FollowUp(int Number, int Entry, string Text, Person? Owner, DateTimeOffset? Due, bool IsDone)
{
    /// <summary>One line.</summary>
    public string InWords =>
        $"follow-up {Number}: {Words.Brief(Text)} ({Owner?.Name ?? "no owner"}, {(Due is { } due ? $"due {due:yyyy-MM-dd}" : "no due date")})";
}

/// <summary>A follow-up that is not done yet, as insights tell of it.</summary>
public sealed record OpenFollowUp(int Number, string Text, string? Owner, DateTimeOffset? Due)
{
    /// <summary>The follow-up in brief.</summary>
    public static OpenFollowUp Of(FollowUp followUp) => new(followUp.Number, Words.Brief(followUp.Text), followUp.Owner?.Name, followUp.Due);

    /// <summary>True when it should be done by now.</summary>
    public bool IsOverdue(DateTimeOffset now) => Due < now;
}

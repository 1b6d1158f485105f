namespace IncidentBot;

/// <summary>A stretch of work: from the declaration or a reopening until the incident was resolved, cancelled or merged.</summary>
/// <param name="From">Since when.</param>
/// <param name="FromEntry">The entry that began it.</param>
/// <param name="To">Until when; null while it lasts.</param>
/// <param name="ToEntry">The entry that ended it; null while it lasts.</param>
/// <param name="EndedIn">The stage that it ended in; null while it lasts.</param>
public sealed record Round(DateTimeOffset From, int FromEntry, DateTimeOffset? To = null, int? ToEntry = null, Stage? EndedIn = null)
{
    /// <summary>True when customers were whole again at its end.</summary>
    public bool IsResolved => EndedIn == Stage.Review;

    /// <summary>The rounds of an incident, in order.</summary>
    public static IReadOnlyList<Round> Of(Incident incident)
    {
        var rounds = new List<Round>();
        foreach (var turn in incident.Stages)
        {
            var isAtWork = rounds is [.., { To: null }];
            if (turn.Value.IsActive() && !isAtWork) rounds.Add(new Round(turn.At, turn.Entry));
            else if (!turn.Value.IsActive() && isAtWork) rounds[^1] = rounds[^1] with { To = turn.At, ToEntry = turn.Entry, EndedIn = turn.Value };
        }
        return rounds;
    }

    /// <summary>How much of a stretch was work, as far as that is over; null when nothing of it is.</summary>
    public static TimeSpan? Worked(IReadOnlyList<Round> rounds, DateTimeOffset from, DateTimeOffset? to)
    {
        TimeSpan? sum = null;
        foreach (var round in rounds)
        {
            var begin = round.From > from ? round.From : from;
            var end = round.To is null || to < round.To ? to : round.To;
            if (end > begin) sum = (sum ?? TimeSpan.Zero) + (end.Value - begin);
        }
        return sum;
    }
}

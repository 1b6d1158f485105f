namespace IncidentBot;

/// <summary>The names of criteria, as the settings know them.</summary>
public enum CriterionName
{
    /// <summary>Somebody is incident commander.</summary>
    Commander,

    /// <summary>The impact is stated.</summary>
    Impact,

    /// <summary>An update was sent to anybody.</summary>
    FirstUpdate,

    /// <summary>The impact's end is stated.</summary>
    ImpactEnd,

    /// <summary>An update was sent since the incident came to its stage.</summary>
    LastUpdate,

    /// <summary>Every open follow-up has an owner and a due date.</summary>
    FollowUpsOwned,

    /// <summary>The review that is due is finished.</summary>
    ReviewFinished,
}

/// <summary>Something that must be there before a stage is left, and the line that would mend its absence.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Asks">What is missing, as a clause: "nobody is incident commander".</param>
/// <param name="Mend">The words of a line that would mend it, behind the incident's number.</param>
/// <param name="IsMet">Whether it is there.</param>
public sealed record Criterion(CriterionName Name, string Asks, string Mend, Func<Incident, bool> IsMet)
{
    private static readonly IReadOnlyDictionary<CriterionName, Criterion> All = new Criterion[]
    {
        new(CriterionName.Commander, "nobody is incident commander", "role claim commander", incident => incident.Commander is not null),
        new(CriterionName.Impact, "the impact is not stated", "impact", incident => incident.Impact is not null),
        new(CriterionName.FirstUpdate, "no update was sent yet", "update internal", incident => incident.Updates.Count > 0),
        new(CriterionName.ImpactEnd, "the end of the impact is not stated", "impact --end now", incident => incident.Impact is null or { EndedAt: not null }),
        new(CriterionName.LastUpdate, "no update was sent in this stage", "update internal", incident => incident.Updates.Values.Any(update => update.At >= incident.StageSince)),
        new(CriterionName.FollowUpsOwned, "a follow-up has no owner or no due date", "followup", incident => incident.FollowUps.All(followUp => followUp.IsDone || followUp is { Owner: not null, Due: not null })),
        new(CriterionName.ReviewFinished, "the review is not finished", "review finish", incident => incident.Review is null or { State: ReviewState.Finished }),
    }.ToDictionary(criterion => criterion.Name);

    /// <summary>What the policy asks on this way out and the incident lacks.</summary>
    public static IReadOnlyList<Criterion> MissingFor(Exit exit, Incident incident, Policy policy) =>
        [.. policy.Exits
            .Where(rule => rule.Leaving == exit && incident.Severity.IsAtLeast(rule.From))
            .Select(rule => All[rule.Criterion])
            .Where(criterion => !criterion.IsMet(incident))];
}

namespace IncidentBot.Web.Api;

/// <summary>An incident as it stands: what lists show of it, and the rest.</summary>
internal sealed record IncidentView : IncidentLine
{
    private IncidentView(IncidentLine line) : base(line) { }

    /// <summary>When the trouble began, as far as is known.</summary>
    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>Since when it stands where it stands.</summary>
    public DateTimeOffset StageSince { get; private init; }

    /// <summary>Who holds which role.</summary>
    public required IReadOnlyList<RoleView> Roles { get; init; }

    /// <summary>The role that waits to be taken over; null when none does.</summary>
    public HandoffView? Handoff { get; private init; }

    /// <summary>The impact as it was last stated; null when it was not.</summary>
    public ImpactView? Impact { get; private init; }

    /// <summary>The last update to each audience.</summary>
    public required IReadOnlyList<UpdateView> Updates { get; init; }

    /// <summary>What is to be done.</summary>
    public required IReadOnlyList<FollowUpView> FollowUps { get; init; }

    /// <summary>What was decided.</summary>
    public required IReadOnlyList<DecisionView> Decisions { get; init; }

    /// <summary>Who has taken part.</summary>
    public required IReadOnlyList<string> Responders { get; init; }

    /// <summary>The incident that it goes on in; null unless merged.</summary>
    public string? MergedInto { get; private init; }

    /// <summary>The incidents that go on in this one.</summary>
    public required IReadOnlyList<string> Absorbed { get; init; }

    /// <summary>What could not be done for the outside and waits for a person.</summary>
    public required IReadOnlyList<BrokenPromiseView> BrokenPromises { get; init; }

    public static IncidentView Of(Incident incident, House house) => new(Of(IncidentSummary.Of(incident)))
    {
        StartedAt = incident.StartedAt,
        StageSince = incident.StageSince,
        Roles = [.. incident.Roles.SelectMany(role => role.Value.Select(holder => new RoleView(role.Key, holder.Person.Name, holder.Since))).OrderBy(role => role.Role)],
        Handoff = incident.Handoff is { } handoff ? new HandoffView(handoff.Role, handoff.From.Name, handoff.To.Name, handoff.LapsesAt) : null,
        Impact = incident.Impact is { } impact ? new ImpactView(impact.Text, impact.Customers, impact.StartedAt, impact.EndedAt, impact.DataExposed.ToString().ToLowerInvariant()) : null,
        Updates = [.. incident.Updates.Values.OrderBy(update => update.Audience).Select(update => new UpdateView(update.Audience.Word(), update.Entry, update.At, update.Text, update.NextDueAt))],
        FollowUps = [.. incident.FollowUps.Select(followUp => new FollowUpView(followUp.Number, followUp.Text, followUp.Owner?.Name, followUp.Due, followUp.IsDone))],
        Decisions = [.. incident.Decisions.Select(decision => new DecisionView(decision.Entry, decision.Brief))],
        Responders = [.. incident.Responders.Values.OneEach(house.Identities).Select(person => person.Name).Order()],
        MergedInto = incident.MergedInto?.ToString(),
        Absorbed = [.. incident.Absorbed.Select(id => id.ToString())],
        BrokenPromises = [.. incident.BrokenPromises.Values.Select(broken => new BrokenPromiseView(broken.Purpose, broken.Because))],
    };
}

/// <summary>Who holds a role.</summary>
internal sealed record RoleView(string Role, string Person, DateTimeOffset Since);

/// <summary>A role that waits to be taken over.</summary>
internal sealed record HandoffView(string Role, string From, string To, DateTimeOffset LapsesAt);

/// <summary>Whom it hurts.</summary>
internal sealed record ImpactView(string Text, int? Customers, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, string DataExposed);

/// <summary>The last update to an audience.</summary>
internal sealed record UpdateView(string Audience, int Entry, DateTimeOffset At, string Text, DateTimeOffset NextDueAt);

/// <summary>Something to be done.</summary>
internal sealed record FollowUpView(int Number, string Text, string? Owner, DateTimeOffset? Due, bool Done);

/// <summary>Something that was decided; the whole is on the timeline.</summary>
internal sealed record DecisionView(int Entry, string Brief);

/// <summary>Something that could not be done for the outside.</summary>
internal sealed record BrokenPromiseView(string Purpose, string Because);

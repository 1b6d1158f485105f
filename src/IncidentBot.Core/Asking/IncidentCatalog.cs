using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>An incident as lists show it.</summary>
public sealed record IncidentSummary(
    IncidentId Id, string Title, IncidentType Type, Severity Severity, Severity Peak, Stage Stage, bool Private,
    IReadOnlyList<string> Services, string? Commander, string DeclaredBy, DateTimeOffset DeclaredAt, DateTimeOffset? ResolvedAt,
    DateTimeOffset? EndedAt, DateTimeOffset LastNewsAt, int Entries, int LastNews, IReadOnlyList<PersonId> Members, IReadOnlyList<PersonId> People)
{
    /// <summary>The incident as lists show it.</summary>
    public static IncidentSummary Of(Incident incident) => new(
        incident.Id, incident.Title, incident.Type, incident.Severity, incident.Peak, incident.Stage, incident.IsPrivate,
        incident.Services, incident.Commander?.Name, incident.DeclaredBy?.Name ?? "", incident.DeclaredAt, incident.ResolvedAt,
        incident.EndedAt, incident.LastNewsAt, incident.Number, incident.LastNews, [.. incident.Members], [.. incident.Responders.Keys])
    {
        Drill = incident.IsDrill,
        WordsGone = incident.WordsGone,
        Figures = IncidentFigures.Of(incident),
        OpenFollowUps = [.. incident.FollowUps.Where(followUp => !followUp.IsDone).Select(OpenFollowUp.Of)],
        Load = ResponderLoad.Of(incident),
    };

    /// <summary>True when it is an exercise.</summary>
    public bool Drill { get; init; }

    /// <summary>True once no word of people is left on its timeline.</summary>
    public bool WordsGone { get; init; }

    /// <summary>It in figures.</summary>
    public IncidentFigures Figures { get; init => field = value ?? new(); } = new();

    /// <summary>What is still to be done.</summary>
    public IReadOnlyList<OpenFollowUp> OpenFollowUps { get; init => field = value ?? []; } = [];

    /// <summary>What it asked of whom.</summary>
    public IReadOnlyList<ResponderLoad> Load { get; init => field = value ?? []; } = [];

    /// <summary>Who may see it: the same rule as for the whole (<see cref="Visibility"/>).</summary>
    public bool MayBeSeenBy(Person viewer) => Visibility.MaySee(viewer, Private, Members);
}

/// <summary>What a list shall hold.</summary>
public sealed record IncidentFilter
{
    /// <summary>Open, ended, or (null) both.</summary>
    public bool? Open { get; init; }

    /// <summary>Only this severity.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Only this type.</summary>
    public IncidentType? Type { get; init; }

    /// <summary>Only this stage.</summary>
    public Stage? Stage { get; init; }

    /// <summary>Only drills, no drills, or (null) both.</summary>
    public bool? Drill { get; init; }

    /// <summary>Only these; null for all.</summary>
    public IReadOnlySet<IncidentId>? Among { get; init; }

    /// <summary>Only those with this person in them.</summary>
    public Person? With { get; init; }

    /// <summary>Only those without news since then.</summary>
    public DateTimeOffset? QuietSince { get; init; }

    /// <summary>Only those whose title or services contain this text.</summary>
    public string? Text { get; init; }

    /// <summary>True when the incident is to be listed.</summary>
    public bool Matches(IncidentSummary incident) =>
        (Open is not { } open || incident.Stage.IsOpen() == open)
        && (Severity is not { } severity || incident.Severity == severity)
        && (Type is not { } type || incident.Type == type)
        && (Stage is not { } stage || incident.Stage == stage)
        && (Drill is not { } drill || incident.Drill == drill)
        && (Among is not { } among || among.Contains(incident.Id))
        && (With is not { } person || incident.People.Any(person.Is))
        && (QuietSince is not { } since || incident.LastNewsAt < since)
        && (string.IsNullOrWhiteSpace(Text)
            || incident.Title.Contains(Text, StringComparison.OrdinalIgnoreCase)
            || incident.Services.Any(service => service.Contains(Text, StringComparison.OrdinalIgnoreCase)));
}

/// <summary>The list of all incidents: the read model of the ended ones, and the shelf for those that are open or have just changed.</summary>
public sealed class IncidentCatalog(ITimelineStore store, Shelf shelf, PolicyBook policies)
{
    // A list is drawn more often than an incident changes.
    private readonly ConditionalWeakTable<Incident, IncidentSummary> summaries = [];

    /// <summary>The read model's table; its rank is the incident's number.</summary>
    public const string Table = "incidents";

    /// <summary>Incidents that match and that the viewer may see, newest first.</summary>
    /// <param name="filter">What to list.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="before">Only numbers below this; null from the newest.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async ValueTask<IReadOnlyList<IncidentSummary>> ListAsync(IncidentFilter filter, Person viewer, long? before, int take, CancellationToken cancellation)
    {
        viewer = await RecogniseAsync(viewer, cancellation);
        var below = before ?? long.MaxValue;
        if (filter.Open == true)
            return [.. Fresh().Values.Where(summary => summary.Id.Number < below && summary.MayBeSeenBy(viewer) && filter.Matches(summary)).OrderByDescending(summary => summary.Id).Take(take)];

        var found = new List<IncidentSummary>();
        if (take < 1) return found;
        await foreach (var summary in AllAsync(below, cancellation))
        {
            if (!summary.MayBeSeenBy(viewer) || !filter.Matches(summary)) continue;
            found.Add(summary);
            if (found.Count == take) break;
        }
        return found;
    }

    /// <summary>What the incidents of a selection come to, as the viewer may see it: private ones of others are counted and never named.</summary>
    public async ValueTask<InsightsReport> ReportAsync(InsightsFilter filter, Person viewer, DateTimeOffset now, CancellationToken cancellation)
    {
        var people = (await shelf.PeekAsync(IncidentId.House, cancellation)).People;
        viewer = people.Recognise(viewer, policies.Current.Access);
        var selected = new List<IncidentSummary>();
        await foreach (var summary in AllAsync(long.MaxValue, cancellation))
            if (filter.Selects(summary, viewer)) selected.Add(summary);
        return InsightsReport.Of(selected, filter, viewer, now, people.IdentitiesUnder(policies.Current.Access));
    }

    /// <summary>The person with what the house knows of them now.</summary>
    public async ValueTask<Person> RecogniseAsync(Person person, CancellationToken cancellation) =>
        (await shelf.PeekAsync(IncidentId.House, cancellation)).People.Recognise(person, policies.Current.Access);

    private Dictionary<IncidentId, IncidentSummary> Fresh() => shelf.AtHand.ToDictionary(incident => incident.Id, incident => summaries.GetValue(incident, IncidentSummary.Of));

    private async IAsyncEnumerable<IncidentSummary> AllAsync(long below, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var fresh = Fresh(); below > 0;)
        {
            var rows = await store.ReadRowsAsync(new RowQuery(Table, 0, below - 1, ITimelineStore.LargestPage, Descending: true), cancellation);
            var lowest = rows.Count < ITimelineStore.LargestPage ? 0 : rows[^1].Id;
            var page = rows.Where(row => !fresh.ContainsKey(new IncidentId(row.Id))).Select(row => Read(row.Json))
                .Concat(fresh.Values.Where(summary => summary.Id.Number >= lowest && summary.Id.Number < below))
                .OrderByDescending(summary => summary.Id);
            foreach (var summary in page) yield return summary;
            below = lowest;
        }
    }

    /// <summary>The incident as it stands, if it exists and the viewer may see it: from its row when that is up to date, else from its timeline.</summary>
    public async ValueTask<IncidentSummary?> FindAsync(IncidentId id, Person viewer, CancellationToken cancellation)
    {
        var row = await store.FindRowAsync(Table, id.Number, cancellation);
        var listed = row is null ? null : Read(row.Json);
        if (listed is null || listed.Entries < (await store.HeadAsync(id.Number, cancellation)).Number)
            listed = await shelf.GetAsync(id, cancellation) is { Exists: true } incident ? IncidentSummary.Of(incident) : null;
        return listed is not null && listed.MayBeSeenBy(await RecogniseAsync(viewer, cancellation)) ? listed : null;
    }

    /// <summary>The row that stands for an incident.</summary>
    public static ProjectionRow Row(Incident incident) => new(
        Table, incident.Id.Number, incident.Id.Number,
        JsonSerializer.SerializeToUtf8Bytes(IncidentSummary.Of(incident), CatalogJson.Default.IncidentSummary));

    /// <summary>The summary in a row.</summary>
    public static IncidentSummary Read(ReadOnlyMemory<byte> json) => JsonSerializer.Deserialize(json.Span, CatalogJson.Default.IncidentSummary)!;
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, IgnoreReadOnlyProperties = true,
    Converters = [typeof(SeverityConverter), typeof(IncidentIdConverter), typeof(PersonIdConverter)])]
[JsonSerializable(typeof(IncidentSummary))]
internal sealed partial class CatalogJson : JsonSerializerContext;

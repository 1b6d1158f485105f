using IncidentBot.Ports;
using Microsoft.Data.Sqlite;

namespace IncidentBot.Stores.Search;

/// <summary>Asks the index: the words go to the engine, what changes about incidents is asked beside them, also who may see them.</summary>
internal sealed class IndexReading
{
    private readonly List<string> conditions = ["texts MATCH $match"];
    private readonly List<(string Name, object Value)> values = [];

    private IndexReading(string match) => values.Add(("$match", match));

    /// <summary>What fits, in the order of places.</summary>
    internal static IReadOnlyList<SearchFind> Find(SqliteConnection connection, SearchQuery query, Person viewer, SearchPlace? before, int take)
    {
        if (Facts(connection, query) is not { } facts) return [];
        var reading = new IndexReading(Match(query.Terms, facts));
        reading.Narrow(query);
        reading.See(viewer);
        if (before is { } place) reading.When("texts.rowid < $before", "$before", place.Value);
        return reading.Read(connection, take);
    }

    // The rule of Visibility, as far as the index knows: all identities of the viewer count.
    private void See(Person viewer)
    {
        if (viewer.IsBot) return;
        if (viewer.Right < Right.Reader) conditions.Add("0");
        if (viewer.SeesPrivate) return;
        var names = viewer.AlsoKnownAs.Prepend(viewer.Id).Select((id, at) => ($"$viewer{at}", (object)id.Value)).ToList();
        values.AddRange(names);
        conditions.Add($"(i.private = 0 OR EXISTS (SELECT 1 FROM members m WHERE m.incident = i.id AND m.person IN ({string.Join(", ", names.Select(name => name.Item1))})))");
    }

    private void Narrow(SearchQuery query)
    {
        if (query.Severity is { } severity) When("i.severity = $severity", "$severity", severity.Level);
        if (query.Stage is { } stage) When("i.stage = $stage", "$stage", (int)stage);
        if (query.Type is { } type) When("i.type = $type", "$type", (int)type);
        if (query.Service is { } service) When("EXISTS (SELECT 1 FROM services s WHERE s.incident = i.id AND s.service = $service)", "$service", SearchTokens.Folded(service));
        if (query.Since is { } since) When("e.at >= $since", "$since", Microseconds.Of(since));
        if (query.Until is { } until) When("e.at <= $until", "$until", Microseconds.Of(until));
    }

    private void When(string condition, string name, object value)
    {
        conditions.Add(condition);
        values.Add((name, value));
    }

    private List<SearchFind> Read(SqliteConnection connection, int take)
    {
        values.Add(("$take", take));
        // The cross joins keep the engine's order: by place, and no further than is asked for.
        using var command = connection.Command(
            $"SELECT texts.rowid, e.incident, e.number FROM texts CROSS JOIN entries e ON e.place = texts.rowid CROSS JOIN incidents i ON i.id = e.incident WHERE {string.Join(" AND ", conditions)} ORDER BY texts.rowid DESC LIMIT $take",
            transaction: null, [.. values]);
        using var rows = command.ExecuteReader();
        var finds = new List<SearchFind>();
        while (rows.Read()) finds.Add(new SearchFind(new IncidentId(rows.GetInt64(1)), rows.GetInt32(2), new SearchPlace(rows.GetInt64(0))));
        return finds;
    }

    // Null when nothing can fit: the person has written nothing.
    private static List<string>? Facts(SqliteConnection connection, SearchQuery query)
    {
        var facts = new List<string>();
        if (query.In is { } incident) facts.Add(Quoted(IndexFacts.In(incident)));
        if (query.Person is not { } person) return facts;
        var known = person.AlsoKnownAs.Prepend(person.Id)
            .Select(id => connection.Ask("SELECT id FROM people WHERE person = $person", transaction: null, ("$person", id.Value))).OfType<long>().ToList();
        if (known.Count == 0) return null;
        facts.Add(string.Join(" OR ", known.Select(id => Quoted(IndexFacts.By(id)))));
        return facts;
    }

    // Words are letters and digits by now; between quotes nothing of them means anything to the engine.
    private static string Match(IReadOnlyList<SearchTerm> terms, List<string> facts)
    {
        var words = string.Join(" AND ", terms.Select(term => $"\"{string.Join(' ', term.Words)}\"{(term.Begins ? " *" : "")}"));
        return $"words : ({words})" + (facts.Count == 0 ? "" : $" AND facts : ({string.Join(" AND ", facts.Select(fact => $"({fact})"))})");
    }

    private static string Quoted(string fact) => $"\"{fact}\"";
}

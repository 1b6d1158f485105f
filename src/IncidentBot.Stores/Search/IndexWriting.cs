using Microsoft.Data.Sqlite;

namespace IncidentBot.Stores.Search;

/// <summary>Writes a stretch of the feed and how far it reaches, in one transaction: a crash leaves both or neither.</summary>
internal sealed class IndexWriting(SqliteConnection connection, SqliteTransaction transaction)
{
    /// <summary>Writes what of the stretch is not there yet.</summary>
    internal static void Write(SqliteConnection connection, SearchStretch stretch)
    {
        using var transaction = connection.BeginTransaction();
        var writing = new IndexWriting(connection, transaction);
        var behind = (long)writing.Ask("SELECT position FROM mark")!;
        foreach (var incident in stretch.Incidents) writing.Put(incident);
        foreach (var hidden in stretch.Untold) writing.Do("DELETE FROM incidents WHERE id = $id", ("$id", hidden.Number));
        foreach (var entry in stretch.Entries.Where(entry => entry.Position > behind && !entry.Incident.IsHouse)) writing.Put(entry);
        writing.Do("UPDATE mark SET position = $position, hash = $hash", ("$position", stretch.End.Position), ("$hash", stretch.End.Hash));
        transaction.Commit();
    }

    private void Put(IncidentSummary incident)
    {
        var id = ("$id", (object)incident.Id.Number);
        Do("INSERT OR REPLACE INTO incidents VALUES ($id, $severity, $stage, $type, $private)",
            id, ("$severity", incident.Severity.Level), ("$stage", (int)incident.Stage), ("$type", (int)incident.Type), ("$private", incident.Private));
        Do("DELETE FROM services WHERE incident = $id", id);
        Do("DELETE FROM members WHERE incident = $id", id);
        foreach (var service in incident.Services) Do("INSERT OR IGNORE INTO services VALUES ($id, $service)", id, ("$service", SearchTokens.Folded(service)));
        foreach (var member in incident.Members) Do("INSERT OR IGNORE INTO members VALUES ($id, $person)", id, ("$person", member.Value));
    }

    private void Put(Recorded entry)
    {
        if (entry.Event is MessageDeleted(var deleted)) TakeAway(entry.Incident, deleted, forGood: true);
        else if (SearchableText.Of(entry.Event) is { } text && !(text.Anew is { } edited && IsGone(entry.Incident, edited))) Put(entry, text);
    }

    private void Put(Recorded entry, SearchableText text)
    {
        if (text.Anew is { } edited) TakeAway(entry.Incident, edited, forGood: false);
        var place = Ports.SearchPlace.Of(text.Rank, entry.Position).Value;
        var message = text.Anew ?? (entry.Event is MessagePosted ? entry.Number : null);
        Do("INSERT INTO entries(place, incident, number, at, message) VALUES ($place, $incident, $number, $at, $message)",
            ("$place", place), ("$incident", entry.Incident.Number), ("$number", entry.Number), ("$at", Microseconds.Of(entry.OccurredAt)), ("$message", message ?? (object)DBNull.Value));
        Do("INSERT INTO texts(rowid, words, facts) VALUES ($place, $words, $facts)",
            ("$place", place), ("$words", SearchTokens.Folded(text.Text)), ("$facts", $"{IndexFacts.In(entry.Incident)} {IndexFacts.By(Known(entry.By.Id))}"));
    }

    private bool IsGone(IncidentId incident, int message) => Ask(
        "SELECT gone FROM entries WHERE incident = $incident AND message = $message", ("$incident", incident.Number), ("$message", message)) is 1L;

    private void TakeAway(IncidentId incident, int message, bool forGood)
    {
        if (Ask("SELECT place FROM entries WHERE incident = $incident AND message = $message", ("$incident", incident.Number), ("$message", message)) is not long place) return;
        Do("DELETE FROM texts WHERE rowid = $place", ("$place", place));
        Do(forGood ? "UPDATE entries SET gone = 1 WHERE place = $place" : "DELETE FROM entries WHERE place = $place", ("$place", place));
    }

    private long Known(PersonId person)
    {
        Do("INSERT OR IGNORE INTO people(person) VALUES ($person)", ("$person", person.Value));
        return (long)Ask("SELECT id FROM people WHERE person = $person", ("$person", person.Value))!;
    }

    private void Do(string text, params ReadOnlySpan<(string, object)> values) => connection.Do(text, transaction, values);

    private object? Ask(string text, params ReadOnlySpan<(string, object)> values) => connection.Ask(text, transaction, values);
}

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
        foreach (var redacted in stretch.Redacted) writing.TakeAway(redacted);
        writing.Do("UPDATE mark SET position = $position, hash = $hash, owed = max(owed, $owed)",
            ("$position", stretch.End.Position), ("$hash", stretch.End.Hash), ("$owed", stretch.Redacted.Count > 0));
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
        else if (SearchableText.Of(entry) is { } text && !(text.Anew && IsGone(entry.Incident, text.Subject))) Put(entry, text);
    }

    private void Put(Recorded entry, SearchableText text)
    {
        if (text.Anew) TakeAway(entry.Incident, text.Subject, forGood: false);
        var place = Ports.SearchPlace.Of(text.Rank, entry.Position).Value;
        Do("INSERT INTO entries(place, incident, number, at, subject) VALUES ($place, $incident, $number, $at, $subject)",
            ("$place", place), ("$incident", entry.Incident.Number), ("$number", entry.Number), ("$at", Microseconds.Of(entry.OccurredAt)), ("$subject", Value(text.Subject)));
        PutWords(entry, text);
    }

    private void PutWords(Recorded entry, SearchableText text)
    {
        var place = Ports.SearchPlace.Of(text.Rank, entry.Position).Value;
        Do("INSERT INTO texts(rowid, words, facts) VALUES ($place, $words, $facts)",
            ("$place", place), ("$words", SearchTokens.Folded(text.Text)), ("$facts", $"{IndexFacts.In(entry.Incident)} {IndexFacts.By(Known(entry.By.Id))}"));
    }

    private bool IsGone(IncidentId incident, int? subject) => Ask(
        "SELECT max(gone) FROM entries WHERE incident = $incident AND subject = $subject", ("$incident", incident.Number), ("$subject", Value(subject))) is 1L;

    private void TakeAway(IncidentId incident, int? subject, bool forGood)
    {
        var about = new[] { ("$incident", (object)incident.Number), ("$subject", Value(subject)) };
        Do("DELETE FROM texts WHERE rowid IN (SELECT place FROM entries WHERE incident = $incident AND subject = $subject)", about);
        Do(forGood ? "UPDATE entries SET gone = 1 WHERE incident = $incident AND subject = $subject" : "DELETE FROM entries WHERE incident = $incident AND subject = $subject", about);
    }

    // Its own words alone, at its own place: newer words of the same message stay, and older ones do not come back.
    private void TakeAway(RedactedWords redacted)
    {
        foreach (var rank in Enum.GetValues<SearchRank>())
        {
            var place = ("$place", (object)Ports.SearchPlace.Of(rank, redacted.Position).Value);
            if (Ask("SELECT gone FROM entries WHERE place = $place", place) is not long gone) continue;
            Do("DELETE FROM texts WHERE rowid = $place", place);
            if (gone == 0 && redacted.Remains is { } remains && SearchableText.Of(remains) is { } text && text.Rank == rank) PutWords(remains, text);
        }
    }

    private static object Value(int? number) => number ?? (object)DBNull.Value;

    private long Known(PersonId person)
    {
        Do("INSERT OR IGNORE INTO people(person) VALUES ($person)", ("$person", person.Value));
        return (long)Ask("SELECT id FROM people WHERE person = $person", ("$person", person.Value))!;
    }

    private void Do(string text, params ReadOnlySpan<(string, object)> values) => connection.Do(text, transaction, values);

    private object? Ask(string text, params ReadOnlySpan<(string, object)> values) => connection.Ask(text, transaction, values);
}

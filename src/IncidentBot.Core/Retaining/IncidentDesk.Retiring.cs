using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>The desk, where incidents are retired.</summary>
public sealed partial class IncidentDesk
{
    private const string Why = "it has been kept as long as the house keeps words";

    /// <summary>
    /// Lets the words of an ended incident go, page by page, once they are safe in a bundle. Broken off, it is gone on with by the next call.
    /// False when that may not be: the incident is open again, or on legal hold.
    /// </summary>
    /// <param name="id">Which incident.</param>
    /// <param name="bundle">Where its words are; null to go on with what was broken off.</param>
    /// <param name="cancellation">Ends it between two pages.</param>
    public async ValueTask<bool> RetireAsync(IncidentId id, IncidentRetired? bundle, CancellationToken cancellation = default)
    {
        if (bundle is not null && !await RetiringAsync(id, [bundle], [], cancellation)) return false;
        var count = 0;
        IReadOnlyList<TimelineEntry> page = [];
        do
        {
            page = await store.ReadStreamAsync(id.Number, page.Count == 0 ? 0 : page[^1].Number, Redacting.Most, cancellation);
            var wordy = page.Select(StoredEvents.Read).Where(entry => !entry.IsRedacted && entry.Event.WithoutWords() is not null && !IsOurs(entry)).ToList();
            if (wordy.Count == 0) continue;
            if (!await RetiringAsync(id, [], wordy, cancellation)) return false;
            count += wordy.Count;
        }
        while (page.Count == Redacting.Most);
        return await RetiringAsync(id, [new WordsLetGo(count)], [], cancellation);
    }

    // What retiring itself records says nothing of people.
    private static bool IsOurs(Recorded entry) => entry is { By.IsBot: true, Event: EntryRedacted };

    private async ValueTask<bool> RetiringAsync(IncidentId id, IReadOnlyList<IncidentEvent> facts, IReadOnlyList<Recorded> wordy, CancellationToken cancellation)
    {
        var result = await recorder.DecideAsync(id, new LetGo(facts, wordy), verb: null, Person.Bot, "worker", key: null, await HouseAsync(cancellation), cancellation, loses: wordy);
        return result.Outcome is AppendOutcome.Appended;
    }

    // Decided anew whenever somebody else was faster: a hold that is placed meanwhile counts.
    private sealed record LetGo(IReadOnlyList<IncidentEvent> Facts, IReadOnlyList<Recorded> Wordy) : Command
    {
        public override Decision Decide(Incident incident, Circumstances at) =>
            incident.HeldBy is not null ? Decision.Refuse($"{incident.Id} is on legal hold.")
            : incident.Stage.IsOpen() ? Decision.Refuse($"{incident.Id} is open again.")
            : Wordy.Count > 0 ? Redacting.These(Wordy, Why)
            : Decision.Accept(Facts);
    }
}

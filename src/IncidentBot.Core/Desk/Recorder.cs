using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>How recording went: refused in words, or an outcome of the store, with the entries when they are new.</summary>
internal sealed record RecordingResult(Reply? Refusal, AppendOutcome? Outcome, IReadOnlyList<Recorded> Recorded)
{
    /// <summary>A word to the author beside what was recorded; null when there is none.</summary>
    public Reply? Advice { get; init; }
}

/// <summary>Decides and records. Beaten to the append, it reads what came between and decides again, which is safe because deciding does nothing.</summary>
internal sealed class Recorder(ITimelineStore store, Shelf shelf, PolicyBook policies, TimeProvider clock, FileShredder? shredder = null)
{
    private const int MostTries = 100;
    private const int PatientTries = 3;

    private readonly Gates gates = new();
    private readonly EarlierEntries earlier = new(store);

    /// <summary>Appends what is so, whatever the incident's state; under an expected number it must still be the one that was looked at.</summary>
    public async ValueTask<RecordingResult> FactAsync(
        IncidentId id, IReadOnlyList<IncidentEvent> facts, Person by, string via, IdempotencyKey? key, CancellationToken cancellation, int? expected = null, DateTimeOffset? occurredAt = null)
    {
        await gates.Of(id).PassAsync(cancellation);
        var incident = await shelf.PeekAsync(id, cancellation);
        var now = clock.GetUtcNow();
        var entries = Recording.Of(incident, facts, by, via, now, occurredAt ?? now, policies.Current);
        return await DoneAsync(await store.AppendAsync(new AppendRequest(id.Number, expected, entries, key), cancellation), cancellation);
    }

    /// <summary>Decides a command on the incident as it stands and records what follows.</summary>
    public async ValueTask<RecordingResult> DecideAsync(
        IncidentId id, Command command, Verb? verb, Person by, string via, IdempotencyKey? key, House house, CancellationToken cancellation, bool once = false, IReadOnlyList<Recorded>? loses = null)
    {
        var policy = policies.Current;
        return await DecidingAsync(id, key, once, async incident =>
        {
            if (!once && (!incident.Exists || (command.Needs > Right.None && !Visibility.MaySee(by, incident)))) return new(IncidentDesk.NoSuchIncident(id));
            var about = await earlier.OfAsync(command, id, cancellation);
            if (verb is not null && Authority.Refusal(verb.Word, command, about, incident, by, policy) is { } unauthorised) return new(unauthorised);
            var now = clock.GetUtcNow();
            var at = new Circumstances(by, now, policy, house, about) { Repeats = await earlier.RepeatsAsync(command, about, cancellation) };
            return command.Decide(incident, at) switch
            {
                Decision.Refused(var because, var instead) => new(Reply.Refuse(because, instead) with { Incident = once || id.IsHouse ? null : id }),
                Decision.Accepted accepted => new(Recording.Of(incident, accepted.Events, by, via, now, accepted.OccurredAt ?? now, policy), accepted.Erases) { Loses = loses ?? (about is null ? [] : [about, .. at.Repeats]) },
                _ => throw new InvalidOperationException("A decision that the desk does not know."),
            };
        }, cancellation);
    }

    /// <summary>Records a message and the deed that its prefix means; when the deed is refused, the message alone, and the refusal as advice.</summary>
    public async ValueTask<RecordingResult> WithMessageAsync(
        IncidentId id, MessagePosted message, Command meant, Person by, string via, IdempotencyKey? key, House house, CancellationToken cancellation, DateTimeOffset? occurredAt = null)
    {
        var policy = policies.Current;
        Reply? advice = null;
        var result = await DecidingAsync(id, key, once: false, incident =>
        {
            var now = clock.GetUtcNow();
            var decision = Authority.Refusal(meant.Deed!, meant, about: null, incident, by, policy) is { } unauthorised
                ? Decision.Refuse(unauthorised.Text, unauthorised.Instead)
                : meant.Decide(incident, new Circumstances(by, now, policy, house));
            advice = decision is Decision.Refused(var because, var instead) ? OnlyWords(because, instead) : null;
            IReadOnlyList<IncidentEvent> events = decision is Decision.Accepted accepted ? [message, .. accepted.Events] : [message];
            return ValueTask.FromResult(new Decided(Recording.Of(incident, events, by, via, now, occurredAt ?? now, policy)));
        }, cancellation);
        return result with { Advice = advice };
    }

    /// <summary>The word to the author of a message that means more, when it could not become that.</summary>
    public static Reply OnlyWords(string because, IReadOnlyList<string> instead) => new($"Your message is recorded; it did not become more than that. {because}") { Instead = instead };

    private async ValueTask<RecordingResult> DecidingAsync(
        IncidentId id, IdempotencyKey? key, bool once, Func<Incident, ValueTask<Decided>> decide, CancellationToken cancellation)
    {
        using var turn = await gates.Of(id).EnterAsync(cancellation);
        for (var attempt = 1; ; attempt++)
        {
            // The same key may have been recorded while this one waited for its turn.
            if (key is not null && await store.FindKeyAsync(key.Text, cancellation) is { } first)
                return await DoneAsync(first.LineDigest == key.LineDigest ? new AppendOutcome.Repeated(first) : new AppendOutcome.KeyTaken(first), cancellation);
            var incident = await shelf.GetAsync(id, cancellation);
            var decided = await decide(incident);
            if (decided.Refusal is { } refusal) return new RecordingResult(refusal, null, []);
            if (decided.Erases.Count > 0 && shredder is not null) await shredder.ShredAsync(decided.Loses, cancellation);
            var outcome = await store.AppendAsync(new AppendRequest(id.Number, incident.Number, decided.Entries, key, decided.Erases), cancellation);
            if (outcome is not AppendOutcome.Conflicted || once || attempt == MostTries) return await DoneAsync(outcome, cancellation);
            if (attempt >= PatientTries) turn.HoldFacts();
        }
    }

    private async ValueTask<RecordingResult> DoneAsync(AppendOutcome outcome, CancellationToken cancellation)
    {
        if (outcome is not AppendOutcome.Appended(var entries)) return new RecordingResult(null, outcome, []);
        IReadOnlyList<Recorded> recorded = [.. entries.Select(StoredEvents.Read)];
        await shelf.TakeInAsync(recorded, cancellation);
        return new RecordingResult(null, outcome, recorded);
    }

    private sealed record Decided(Reply? Refusal, IReadOnlyList<NewEntry> Entries, IReadOnlyList<Erasure> Erases)
    {
        /// <summary>What loses its words, as it was.</summary>
        public IReadOnlyList<Recorded> Loses { get; init; } = [];

        public Decided(Reply refusal) : this(refusal, [], []) { }

        public Decided(IReadOnlyList<NewEntry> entries, IReadOnlyList<Erasure>? erases = null) : this(null, entries, erases ?? []) { }
    }
}

using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>How recording went: refused in words, or an outcome of the store, with the entries when they are new.</summary>
internal sealed record RecordingResult(Reply? Refusal, AppendOutcome? Outcome, IReadOnlyList<Recorded> Recorded)
{
    /// <summary>A word to the author beside what was recorded; null when there is none.</summary>
    public Reply? Advice { get; init; }
}

/// <summary>Decides and records. Beaten to the append, it reads what came between and decides again, which is safe because deciding does nothing.</summary>
internal sealed class Recorder(ITimelineStore store, Shelf shelf, PolicyBook policies, TimeProvider clock)
{
    private const int MostTries = 100;
    private const int PatientTries = 3;

    private readonly Gates gates = new();

    /// <summary>Appends what is so, whatever the incident's state; under an expected number it must still be the one that was looked at.</summary>
    public async ValueTask<RecordingResult> FactAsync(
        IncidentId id, IReadOnlyList<IncidentEvent> facts, Person by, string via, IdempotencyKey? key, CancellationToken cancellation, int? expected = null)
    {
        await gates.Of(id).PassAsync(cancellation);
        var incident = await shelf.PeekAsync(id, cancellation);
        var now = clock.GetUtcNow();
        var entries = Recording.Of(incident, facts, by, via, now, now, policies.Current);
        return Done(await store.AppendAsync(new AppendRequest(id.Number, expected, entries, key), cancellation));
    }

    /// <summary>Decides a command on the incident as it stands and records what follows.</summary>
    public async ValueTask<RecordingResult> DecideAsync(
        IncidentId id, Command command, Verb? verb, Person by, string via, IdempotencyKey? key, House house, CancellationToken cancellation, bool once = false)
    {
        var policy = policies.Current;
        return await DecidingAsync(id, key, once, async incident =>
        {
            if (!once && (!incident.Exists || !Visibility.MaySee(by, incident))) return (IncidentDesk.NoSuchIncident(id), null);
            if (verb is not null && Authority.Refusal(verb.Word, command, incident, by, policy) is { } unauthorised) return (unauthorised, null);
            var now = clock.GetUtcNow();
            var entry = await EntryOfAsync(command, id, cancellation);
            // What is for admins alone is nothing that a room can speak of.
            var at = new Circumstances(by, now, policy, house, entry is { Event.IsForAdmins: false } ? entry : null);
            return command.Decide(incident, at) switch
            {
                Decision.Refused(var because, var instead) => (Reply.Refuse(because, instead) with { Incident = once || id.IsHouse ? null : id }, null),
                Decision.Accepted accepted => (null, Recording.Of(incident, accepted.Events, by, via, now, accepted.OccurredAt ?? now, policy)),
                _ => throw new InvalidOperationException("A decision that the desk does not know."),
            };
        }, cancellation);
    }

    /// <summary>Records a message and the deed that its prefix means; when the deed is refused, the message alone, and the refusal as advice.</summary>
    public async ValueTask<RecordingResult> WithMessageAsync(
        IncidentId id, MessagePosted message, Command meant, Person by, string via, IdempotencyKey? key, House house, CancellationToken cancellation)
    {
        var policy = policies.Current;
        Reply? advice = null;
        var result = await DecidingAsync(id, key, once: false, incident =>
        {
            var now = clock.GetUtcNow();
            var decision = meant.Decide(incident, new Circumstances(by, now, policy, house));
            advice = decision is Decision.Refused(var because, var instead)
                ? new Reply($"Your message is recorded; it did not become more than that. {because}") { Instead = instead }
                : null;
            IReadOnlyList<IncidentEvent> events = decision is Decision.Accepted accepted ? [message, .. accepted.Events] : [message];
            return ValueTask.FromResult<(Reply?, IReadOnlyList<NewEntry>?)>((null, Recording.Of(incident, events, by, via, now, now, policy)));
        }, cancellation);
        return result with { Advice = advice };
    }

    private async ValueTask<RecordingResult> DecidingAsync(
        IncidentId id, IdempotencyKey? key, bool once, Func<Incident, ValueTask<(Reply? Refusal, IReadOnlyList<NewEntry>? Entries)>> decide, CancellationToken cancellation)
    {
        using var turn = await gates.Of(id).EnterAsync(cancellation);
        for (var attempt = 1; ; attempt++)
        {
            // The same key may have been recorded while this one waited for its turn.
            if (key is not null && await store.FindKeyAsync(key.Text, cancellation) is { } first)
                return Done(first.LineDigest == key.LineDigest ? new AppendOutcome.Repeated(first) : new AppendOutcome.KeyTaken(first));
            var incident = await shelf.GetAsync(id, cancellation);
            var (refusal, entries) = await decide(incident);
            if (refusal is not null) return new RecordingResult(refusal, null, []);
            var outcome = await store.AppendAsync(new AppendRequest(id.Number, incident.Number, entries!, key), cancellation);
            if (outcome is not AppendOutcome.Conflicted || once || attempt == MostTries) return Done(outcome);
            if (attempt >= PatientTries) turn.HoldFacts();
        }
    }

    private RecordingResult Done(AppendOutcome outcome)
    {
        if (outcome is not AppendOutcome.Appended(var entries)) return new RecordingResult(null, outcome, []);
        IReadOnlyList<Recorded> recorded = [.. entries.Select(StoredEvents.Read)];
        shelf.TakeIn(recorded);
        return new RecordingResult(null, outcome, recorded);
    }

    private async ValueTask<Recorded?> EntryOfAsync(Command command, IncidentId id, CancellationToken cancellation)
    {
        var (stream, number) = command switch
        {
            IAboutEntry about => (id, about.Entry),
            IAboutProposal about => (IncidentId.House, about.Proposal ?? 0),
            _ => (id, 0),
        };
        if (number < 1) return null;
        var found = await store.ReadStreamAsync(stream.Number, number - 1, 1, cancellation);
        return found.Count == 1 && found[0].Number == number ? StoredEvents.Read(found[0]) : null;
    }
}

using System.Security.Cryptography;
using IncidentBot.Ports;

namespace IncidentBot.Stores.LiteDb;

/// <summary>Entries for one stream, all or none.</summary>
internal sealed class Append(AppendRequest request) : Change<AppendOutcome>
{
    private const int SaltBytes = 16;

    internal override long Weight { get; } = Demands.Weight(request);

    internal override bool StandsAlone => request.Erases is { Count: > 0 };

    protected override Exception? Objection(Ledger ledger)
        => ledger.Heads.Of(request.Stream).Number > Demands.LargestNumber - request.Entries.Count
            ? new InvalidOperationException($"Stream {request.Stream} is full: it can hold {Demands.LargestNumber} entries.")
            : Demands.Unrecorded(request, ledger.Heads.Of(request.Stream).Number);

    protected override AppendOutcome Decide(Ledger ledger, Batch batch)
    {
        if (request.Key is { } key && ledger.Keys.Find(key.Text) is { } known)
            return known.Memory.LineDigest == key.LineDigest
                ? new AppendOutcome.Repeated(known.Memory)
                : new AppendOutcome.KeyTaken(known.Memory);
        var head = ledger.Heads.Of(request.Stream);
        return request.Expected is { } expected && expected != head.Number
            ? new AppendOutcome.Conflicted(head.Number)
            : new AppendOutcome.Appended(Write(ledger, batch, head));
    }

    private List<TimelineEntry> Write(Ledger ledger, Batch batch, Head head)
    {
        var memory = request.Key is { } key
            ? new KeyMemory(request.Stream, head.Number + 1, head.Number + request.Entries.Count, key.LineDigest)
            : null;
        var now = Microseconds.Cut(ledger.Time.GetUtcNow());
        var written = new List<TimelineEntry>(request.Entries.Count);
        foreach (var brought in request.Entries)
        {
            var entry = Remember(brought, head, batch.NextPosition(), now, written.Count == 0 ? request.Key?.Text ?? "" : "");
            var document = batch.Add(entry);
            if (memory is not null && entry.Key.Length > 0)
                ledger.Remember(document, entry, memory);
            written.Add(entry);
            head = Head.Of(entry);
        }
        ledger.Heads.Move(request.Stream, head);
        if (StandsAlone)
            Erase(ledger, batch);
        return written;
    }

    private void Erase(Ledger ledger, Batch batch)
    {
        var erasing = new Erasing(request.Stream, request.Erases!);
        erasing.Forget(ledger);
        batch.Add(erasing);
    }

    private TimelineEntry Remember(NewEntry brought, Head head, long position, DateTimeOffset now, string key)
    {
        var recordedAt = now > head.RecordedAt ? now : head.RecordedAt;
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var hash = EntryHash.Of(head.Hash.Span, request.Stream, head.Number + 1, recordedAt, brought, key, salt);
        return new TimelineEntry(
            position, request.Stream, head.Number + 1, recordedAt, brought.OccurredAt,
            brought.By, brought.Via, brought.Kind, key, salt, brought.Body, head.Hash, hash);
    }
}

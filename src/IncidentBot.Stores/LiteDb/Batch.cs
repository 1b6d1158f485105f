using IncidentBot.Ports;
using LiteDB;

namespace IncidentBot.Stores.LiteDb;

/// <summary>What one group of changes writes: one transaction, one sync.</summary>
internal sealed class Batch(long lastPosition)
{
    private readonly List<BsonDocument> _entries = [];
    private readonly List<Erasing> _erasings = [];
    private readonly List<ProjectionChanges> _saves = [];

    internal long LastPosition { get; private set; } = lastPosition;

    internal bool IsEmpty => _entries.Count == 0 && _saves.Count == 0;

    internal IReadOnlyList<BsonDocument> Entries => _entries;

    internal IReadOnlyList<Erasing> Erasings => _erasings;

    internal IReadOnlyList<ProjectionChanges> Saves => _saves;

    internal long NextPosition() => ++LastPosition;

    internal BsonDocument Add(TimelineEntry entry)
    {
        var document = Mapping.Document(entry);
        _entries.Add(document);
        return document;
    }

    internal void Add(Erasing erasing) => _erasings.Add(erasing);

    internal void Add(ProjectionChanges changes) => _saves.Add(changes);
}

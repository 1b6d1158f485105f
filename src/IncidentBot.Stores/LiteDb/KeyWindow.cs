using IncidentBot.Ports;

namespace IncidentBot.Stores.LiteDb;

/// <summary>What the last keys were used for, so that a repetition changes nothing.</summary>
internal sealed class KeyWindow
{
    internal const int Size = 50_000;
    private readonly Dictionary<string, (KeyMemory Memory, long Position)> _known = [];
    private readonly Queue<string> _order = [];

    internal int Count => _known.Count;

    internal (KeyMemory Memory, long Position)? Find(string key) => _known.TryGetValue(key, out var found) ? found : null;

    internal void Add(string key, KeyMemory memory, long position)
    {
        if (_known.Count == Size)
            _known.Remove(_order.Dequeue());
        _known[key] = (memory, position);
        _order.Enqueue(key);
    }

    /// <summary>Reads the feed backwards until the window is full.</summary>
    internal static KeyWindow Rebuild(EntryTable entries, long lastPosition)
    {
        var found = new Stack<(string Key, KeyMemory Memory, long Position)>();
        for (var to = lastPosition; to > 0 && found.Count < Size; to -= ITimelineStore.LargestPage)
        {
            foreach (var document in Enumerable.Reverse(entries.Documents(Math.Max(1, to - ITimelineStore.LargestPage + 1), to)))
            {
                if (found.Count < Size && Mapping.Key(document) is { } key)
                    found.Push((key.Text, key.Memory, Mapping.Whole(document, "_id")));
            }
        }
        var window = new KeyWindow();
        foreach (var (key, memory, position) in found)
            window.Add(key, memory, position);
        return window;
    }
}

using IncidentBot.Ports;

namespace IncidentBot.Stores.LiteDb;

/// <summary>
/// What the last keys were used for, so that a repetition changes nothing. After a start it recalls them from the feed,
/// backwards and a page at a time while there is nothing else to do, or at once when a key is asked for that it does not know yet.
/// </summary>
internal sealed class KeyWindow(EntryTable? entries = null, long lastPosition = 0)
{
    internal const int Size = 50_000;
    private readonly Dictionary<string, (KeyMemory Memory, long Position)> _known = [];
    private readonly LinkedList<string> _order = [];
    private long _toRecall = lastPosition;

    internal (KeyMemory Memory, long Position)? Find(string key)
    {
        while (!_known.ContainsKey(key) && Recall())
        {
            // Until the key is known, or everything that is to be remembered is.
        }
        return _known.TryGetValue(key, out var found) ? found : null;
    }

    internal void Add(string key, KeyMemory memory, long position)
    {
        if (_known.Count == Size)
        {
            _known.Remove(_order.First!.Value);
            _order.RemoveFirst();
        }
        _known[key] = (memory, position);
        _order.AddLast(key);
    }

    /// <summary>The key stays taken, but no line is the same as the one that it came with. One that has been used anew since is another.</summary>
    internal void ForgetLine(string key, KeyMemory memory)
    {
        if (Find(key) is { } known && known.Memory == memory)
            _known[key] = (memory with { LineDigest = null }, known.Position);
    }

    /// <summary>Recalls one page; false when there is nothing more to recall.</summary>
    internal bool Recall()
    {
        if (_toRecall == 0 || entries is null)
            return false;
        var from = Math.Max(1, _toRecall - ITimelineStore.LargestPage + 1);
        foreach (var document in Enumerable.Reverse(entries.Documents(from, _toRecall)))
        {
            if (_known.Count < Size && Mapping.Key(document) is { } key
                && _known.TryAdd(key.Text, (key.Memory, Mapping.Whole(document, "_id"))))
                _order.AddFirst(key.Text);
        }
        _toRecall = _known.Count == Size ? 0 : from - 1;
        return true;
    }
}

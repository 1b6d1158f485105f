using IncidentBot.Ports;

namespace IncidentBot.TestKit;

public sealed partial class InMemoryTimelineStore
{
    private void Erase(long stream, Erasure erasure)
    {
        var entries = _streams[stream];
        var erased = entries[erasure.Number - 1].Erased(erasure.Remains);
        entries[erasure.Number - 1] = erased;
        _feed[(int)erased.Position - 1] = erased;
        foreach (var (key, memory) in _keys.Where(known => Covers(known.Value, stream, erasure.Number)).ToList())
            _keys[key] = memory with { LineDigest = null };
    }

    private static bool Covers(KeyMemory memory, long stream, int number)
        => memory.Stream == stream && memory.FirstNumber <= number && number <= memory.LastNumber;
}

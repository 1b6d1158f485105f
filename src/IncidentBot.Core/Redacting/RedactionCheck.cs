using System.Security.Cryptography;
using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>What a timeline says about its redactions and what it shows of them: the two must agree once it was read to its end.</summary>
/// <remarks>It remembers the numbers of what was erased and redacted, and a digest for each; nothing of the other entries.</remarks>
internal sealed class RedactionCheck
{
    private readonly SortedDictionary<int, string> remains = [];
    private readonly SortedDictionary<int, (int By, string Sha256)> said = [];

    /// <summary>Entries that are not as their last redaction says. One that was redacted while the timeline was read needs only another look.</summary>
    public IReadOnlyList<int> Doubtful => [.. said.Where(redaction => !Agrees(redaction.Key, redaction.Value.Sha256)).Select(redaction => redaction.Key)];

    /// <summary>Notes what is left of an entry, if it was erased; the last look counts.</summary>
    public void Show(TimelineEntry entry)
    {
        if (entry.IsErased) remains[entry.Number] = Convert.ToHexStringLower(SHA256.HashData(entry.Body.Span));
    }

    /// <summary>Notes what an entry says it redacted; the last word counts. Null, or why that cannot be.</summary>
    public (int Entry, string What)? Hear(int by, EntryRedacted says)
    {
        // What is left of a redaction that was itself redacted is under no hash, so it may be anything.
        if (says.Entries is null) return (by, $"entry {by} cannot be read");
        foreach (var (entry, sha256) in says.Entries)
        {
            if (entry < 1 || entry >= by) return (by, $"entry {by} says that it redacted entry {entry}, which does not come before it");
            said[entry] = (by, sha256);
        }
        return null;
    }

    /// <summary>The first entry about which the two do not agree; null when they do.</summary>
    public (int Entry, string What)? Fault()
    {
        var unspoken = remains.Keys.Where(entry => !said.ContainsKey(entry)).Select(entry => (Entry: entry, What: $"entry {entry} was erased, but nobody redacted it"));
        var unlike = Doubtful.Select(entry => (Entry: entry, What: remains.ContainsKey(entry)
            ? $"what is left of entry {entry} is not what its redaction left"
            : $"entry {said[entry].By} says that it redacted entry {entry}, which is still whole"));
        return unspoken.Concat(unlike).OrderBy(fault => fault.Entry).Select(fault => ((int, string)?)fault).FirstOrDefault();
    }

    private bool Agrees(int entry, string sha256) => remains.GetValueOrDefault(entry) == sha256;
}

using System.Text.Json;
using IncidentBot.Ports;

namespace IncidentBot.Web.Exports.Evidence;

/// <summary>The files that a timeline speaks of, each once, in the order in which they were first shared; a file goes with its entry when that is redacted.</summary>
internal sealed class SharedFiles
{
    private const string Missing = "missing-files.txt";

    private readonly OrderedDictionary<string, (int Entry, string Name)> shared = new(StringComparer.Ordinal);

    /// <summary>Looks at the next entry.</summary>
    public void Take(TimelineEntry entry)
    {
        if (entry.Kind != nameof(FileShared) || entry.IsErased || Read(entry) is not { IsKept: true } file) return;
        shared.TryAdd(file.Sha256, (entry.Number, file.Name));
    }

    /// <summary>Adds the files' bytes, and the list of those that are not there any more.</summary>
    public async ValueTask AddToAsync(BundleZip zip, IFileStore files, CancellationToken cancellation)
    {
        var missing = new List<string>();
        foreach (var (sha256, (entry, name)) in shared)
        {
            await using var content = await files.OpenAsync(sha256, cancellation);
            if (content is null) missing.Add($"{sha256}  {Words.Brief(name)} (entry {entry})\n");
            else await zip.AddAsync($"files/{sha256}", file => content.CopyToAsync(file, cancellation), cancellation);
        }
        if (missing.Count > 0) await zip.AddAsync(Missing, string.Concat(missing), cancellation);
    }

    // What cannot be read is in the timeline as it is; the script tells of it.
    private static FileShared? Read(TimelineEntry entry)
    {
        try
        {
            return StoredEvents.Read(entry).Event as FileShared;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }
}

using System.Globalization;
using System.Text;
using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>Takes shared files away with the entries that shared them, unless another entry shares the same content.</summary>
public sealed class FileShredder(ITimelineStore store, IFileStore files)
{
    /// <summary>The read model of shared files: by the entry's position, ranked by the digest's beginning.</summary>
    public const string Table = "files";

    /// <summary>The row of an entry that shares a file; null for every other one.</summary>
    public static ProjectionRow? Row(Recorded entry) => entry is { IsRedacted: false, Event: FileShared { IsKept: true } file }
        ? new ProjectionRow(Table, entry.Position, Rank(file.Sha256), Encoding.UTF8.GetBytes($"\"{file.Sha256}\""))
        : null;

    /// <summary>Takes away what these entries share and no other entry does. Done before they are redacted: a crash in between leaves the words, never the file alone.</summary>
    public async ValueTask ShredAsync(IReadOnlyList<Recorded> entries, CancellationToken cancellation)
    {
        var positions = entries.Select(entry => entry.Position).ToHashSet();
        foreach (var digest in entries.Select(entry => entry.Event).OfType<FileShared>().Where(file => file.IsKept).Select(file => file.Sha256).Distinct())
            if (!await IsSharedElsewhereAsync(digest, positions, cancellation)) await files.DeleteAsync(digest, cancellation);
    }

    private async ValueTask<bool> IsSharedElsewhereAsync(string digest, HashSet<long> positions, CancellationToken cancellation)
    {
        (long, long)? after = null;
        while (true)
        {
            var page = await store.ReadRowsAsync(new RowQuery(Table, Rank(digest), Rank(digest), ITimelineStore.LargestPage, After: after), cancellation);
            if (page.Any(row => !positions.Contains(row.Id) && Encoding.UTF8.GetString(row.Json.Span).Trim('"') == digest)) return true;
            if (page.Count < ITimelineStore.LargestPage) return false;
            after = (page[^1].Rank, page[^1].Id);
        }
    }

    private static long Rank(string digest) => long.TryParse(digest.AsSpan(0, 15), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rank) ? rank : 0;
}

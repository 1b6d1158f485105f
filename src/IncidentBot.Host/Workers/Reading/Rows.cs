using System.Runtime.CompilerServices;
using IncidentBot.Ports;

namespace IncidentBot.Host.Workers.Reading;

/// <summary>Reads whole read models, page by page.</summary>
internal static class Rows
{
    /// <summary>The read models that the workers keep beside the list of incidents.</summary>
    public const string Open = "open", Deadlines = "deadlines", Promises = "promises", Unsealed = "unsealed";

    public static async IAsyncEnumerable<ProjectionRow> AllAsync(
        ITimelineStore store, string table, [EnumeratorCancellation] CancellationToken cancellation, long toRank = long.MaxValue)
    {
        (long, long)? after = null;
        while (true)
        {
            var page = await store.ReadRowsAsync(new RowQuery(table, 0, toRank, ITimelineStore.LargestPage, After: after), cancellation);
            foreach (var row in page) yield return row;
            if (page.Count < ITimelineStore.LargestPage) yield break;
            after = (page[^1].Rank, page[^1].Id);
        }
    }
}

using System.Collections.Immutable;
using IncidentBot.Ports;

namespace IncidentBot.Adapters.Tests.Stores.PowerCuts;

/// <summary>What must hold of a store that came back after a power cut.</summary>
internal sealed class Aftermath(ITimelineStore store, Workload workload, string circumstances)
{
    /// <summary>Returns what is known now, which a later cut must not take back.</summary>
    internal async Task<Told> CheckAsync(Told told)
    {
        var feed = await FeedAsync();
        Assert.That(feed, Has.Count.GreaterThanOrEqualTo(told.Position), $"an acknowledged entry is missing: {circumstances}");
        Assert.That(workload.MayEndAt(feed.Count), $"half an append is visible: {circumstances}");
        foreach (var entry in feed)
        {
            Assert.That(entry.Hash.Span.SequenceEqual(workload.Written[entry.Position].Hash.Span), $"entry {entry.Position} is another: {circumstances}");
            Assert.That(workload.IsAsItShouldBe(entry), $"entry {entry.Position} is neither whole nor erased: {circumstances}");
        }
        var erased = feed.Where(entry => entry.IsErased).Select(entry => entry.Position).ToImmutableHashSet();
        Assert.That(told.Erased.Except(erased), Is.Empty, $"an erased entry is whole again: {circumstances}");
        foreach (var stream in feed.GroupBy(entry => entry.Stream))
            await CheckStreamAsync(stream.Key, [.. stream]);
        await CheckRowsAsync(told);
        return new Told(feed.Count, await store.CheckpointAsync("lists")) { Erased = erased };
    }

    private async Task CheckStreamAsync(long stream, List<TimelineEntry> expected)
    {
        var read = new List<TimelineEntry>();
        while (await store.ReadStreamAsync(stream, read.Count, ITimelineStore.LargestPage) is { Count: > 0 } page)
            read.AddRange(page);
        Assert.That(read.Select(e => e.Position), Is.EqualTo(expected.Select(e => e.Position)), $"the index of stream {stream}: {circumstances}");
        Assert.That((await store.HeadAsync(stream)).Number, Is.EqualTo(expected.Count), circumstances);
        Assert.That(read.All(e => EntryHash.Of(e).AsSpan().SequenceEqual(e.Hash.Span)), $"the chain of stream {stream}: {circumstances}");
        foreach (var keyed in expected.Where(e => e.Key.Length > 0))
            Assert.That((await store.FindKeyAsync(keyed.Key))?.FirstNumber, Is.EqualTo(keyed.Number), $"key of {keyed.Position}: {circumstances}");
    }

    private async Task CheckRowsAsync(Told told)
    {
        var checkpoint = await store.CheckpointAsync("lists");
        Assert.That(checkpoint, Is.GreaterThanOrEqualTo(told.Checkpoint), $"a saved checkpoint is missing: {circumstances}");
        var row = await store.FindRowAsync("incidents", 1);
        if (checkpoint > 0 || row is not null)
            Assert.That(row.Text(), Is.EqualTo($"{checkpoint}"), $"row and checkpoint are of different times: {circumstances}");
        var page = await store.ReadRowsAsync(new RowQuery("incidents", long.MinValue, long.MaxValue, 500));
        foreach (var listed in page)
            Assert.That((await store.FindRowAsync("incidents", listed.Id))?.Rank, Is.EqualTo(listed.Rank), $"the rank of row {listed.Id}: {circumstances}");
    }

    private async Task<List<TimelineEntry>> FeedAsync()
    {
        var feed = new List<TimelineEntry>();
        while (await store.ReadFeedAsync(feed.Count, ITimelineStore.LargestPage) is { Count: > 0 } page)
            feed.AddRange(page);
        return feed;
    }
}

using FsCheck;
using FsCheck.Fluent;
using IncidentBot.Ports;
using IncidentBot.TestKit;

namespace IncidentBot.Core.Tests;

/// <summary>What holds for the review of any incident, whatever was done to it.</summary>
public sealed class EveryReview
{
    [FsCheck.NUnit.Property(MaxTest = 40)]
    public Property It_is_the_same_however_often_and_in_whatever_pages_it_is_read_and_cites_only_entries_that_exist() => Prop.ForAll(RandomSeed.Any, seed =>
    {
        var history = RandomHistory.LiveAsync(seed).GetAwaiter().GetResult();
        foreach (var id in history.Incidents)
        {
            var entries = history.StoredAsync(id).GetAwaiter().GetResult();
            var review = Read(history, id);
            Assert.That(review.Citations, Is.All.InRange(1, entries.Count), $"{id} of seed {seed}");
            Assert.That(ReviewText.Of(Read(history, id)), Is.EqualTo(ReviewText.Of(review)));
            Assert.That(ReviewText.Of(WrittenReview.Of(entries)), Is.EqualTo(ReviewText.Of(review)), "entry by entry");
            Assert.That(review.Sections.Select(section => section.Blocks), Has.All.Not.Empty);
            foreach (var table in review.Sections.SelectMany(section => section.Blocks).OfType<ReviewBlock.Table>())
                Assert.That(table.Rows.Select(row => row.Cells.Count), Is.All.EqualTo(table.Columns.Count));
        }
    });

    [FsCheck.NUnit.Property(MaxTest = 40)]
    public Property It_says_so_when_an_entry_was_changed() => Prop.ForAll(RandomSeed.Any, ArbMap.Default.ArbFor<PositiveInt>(), (seed, picked) =>
    {
        var history = RandomHistory.LiveAsync(seed, deeds: 30, incidents: 1).GetAwaiter().GetResult();
        var entries = history.StoredAsync(new IncidentId(1)).GetAwaiter().GetResult().ToList();
        var at = picked.Get % entries.Count;
        entries[at] = entries[at] with { By = Cast.Outsider };
        Assert.That(ReviewText.Of(WrittenReview.Of(entries), "integrity"), Does.Contain(
            $"the timeline is not as it was recorded: entry {at + 1} was changed after it was recorded. What this review tells from entry {at + 1} on"));
    });

    [FsCheck.NUnit.Property(MaxTest = 40)]
    public Property It_stands_what_a_damaged_store_gives() => Prop.ForAll(RandomSeed.Any, ArbMap.Default.ArbFor<PositiveInt>(), (seed, picked) =>
    {
        var history = RandomHistory.LiveAsync(seed, deeds: 30, incidents: 1).GetAwaiter().GetResult();
        var entries = history.StoredAsync(new IncidentId(1)).GetAwaiter().GetResult().ToList();
        var at = picked.Get % entries.Count;
        if (picked.Get % 2 == 0 && entries.Count > 1) entries.RemoveAt(at);
        else entries[at] = entries[at] with { Body = entries[at].Body[..(entries[at].Body.Length / 2)] };
        var review = WrittenReview.Of(entries);
        Assert.That(review.Citations.Except(entries.Select(entry => entry.Number)), Is.Empty);
        if (at < entries.Count) Assert.That(ReviewText.Of(review, "integrity"), Does.Contain("is not as it was recorded"));
    });

    private static ReviewDocument Read(RandomHistory history, IncidentId id) => ReviewWriter.ReadAsync(id, history.At.Store, CancellationToken.None).AsTask().GetAwaiter().GetResult();
}

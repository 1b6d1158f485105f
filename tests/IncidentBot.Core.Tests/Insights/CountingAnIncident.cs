using FsCheck;
using FsCheck.Fluent;
using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

/// <summary>An incident in figures: by the definitions, and with all its rounds when it was reopened.</summary>
public sealed class CountingAnIncident
{
    [FsCheck.NUnit.Property(MaxTest = 60)]
    public Property Figures_agree_with_a_naive_count_of_any_history() => Prop.ForAll(RandomSeed.Any, seed =>
    {
        var history = RandomHistory.LiveAsync(seed).GetAwaiter().GetResult();
        foreach (var id in history.Incidents)
        {
            var entries = history.EntriesAsync(id).GetAwaiter().GetResult();
            Assert.That(IncidentFigures.Of(Incident.From(id, entries)), Is.EqualTo(NaiveCount.Of(entries)).UsingPropertiesComparer(), $"{id} of seed {seed}");
        }
    });
}

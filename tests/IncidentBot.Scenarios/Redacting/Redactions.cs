using System.Security.Cryptography;
using IncidentBot.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Scenarios.Redacting;

/// <summary>Redacts in a running host, at the store.</summary>
internal static class Redactions
{
    /// <summary>Entries lose their texts; what is left of each is said.</summary>
    public static async Task RedactAsync(this RunningHost host, string incident, params (int Entry, IncidentEvent Remains)[] entries)
    {
        var erases = entries.Select(entry => new Erasure(entry.Entry, StoredEvents.Write(entry.Remains, []))).ToList();
        var says = new EntryRedacted([.. erases.Select(erasure => new RedactedEntry(erasure.Number, Convert.ToHexStringLower(SHA256.HashData(erasure.Remains.Span))))], "a password");
        var entry = new NewEntry(DateTimeOffset.UnixEpoch, Person.WhoSays("Ana"), "test", nameof(EntryRedacted), StoredEvents.Write(says, []));
        Assert.That(IncidentId.TryParse(incident, out var id));
        var outcome = await host.Services.GetRequiredService<ITimelineStore>().AppendAsync(new AppendRequest(id.Number, null, [entry], Erases: erases));
        Assert.That(outcome, Is.InstanceOf<AppendOutcome.Appended>());
    }

    /// <summary>The first entry of an incident that holds a text.</summary>
    public static async Task<int> EntryOfAsync(this RunningHost host, string incident, string text)
    {
        Assert.That(IncidentId.TryParse(incident, out var id));
        var entries = await host.Services.GetRequiredService<ITimelineStore>().ReadStreamAsync(id.Number, 0, ITimelineStore.LargestPage);
        return entries.First(entry => System.Text.Encoding.UTF8.GetString(entry.Body.Span).Contains(text, StringComparison.Ordinal)).Number;
    }
}

using IncidentBot.Ports;
using IncidentBot.TestKit;

namespace IncidentBot.Benchmarks.Seeds;

/// <summary>One incident that goes on and on: talk with answers, and now and then a decision, a follow-up, a mark.</summary>
internal static class LongHistory
{
    private const int AtOnce = 250;

    /// <summary>Appends it to a store.</summary>
    public static async Task AppendAsync(ITimelineStore store, IncidentId id, int entries, CancellationToken stopped)
    {
        for (var number = 1; number <= entries; number += AtOnce)
            await store.AppendAsync(new AppendRequest(id.Number, null, [.. Enumerable.Range(number, Math.Min(AtOnce, entries - number + 1)).Select(Entry)]), stopped);
    }

    private static NewEntry Entry(int number) => number switch
    {
        1 => Chat.Entry(new IncidentDeclared("Checkout is down", new Severity(3), IncidentType.Reliability, Private: false, ["checkout"], null), Cast.Ana),
        2 => Chat.Entry(new RoleAssigned("commander", "Incident commander", Cast.Ana, Claimed: true), Cast.Ana),
        3 => Chat.Entry(new StageChanged(Stage.Identification, Stage.Triage, Move.Triage, null), Cast.Ana),
        _ when number % 1_000 == 0 => Chat.Entry(new DecisionRecorded($"decision {number}: roll back one more region", "it is the nearest", []), Cast.Ana),
        _ when number % 1_500 == 0 => Chat.Entry(new FollowUpAdded(number / 1_500, $"follow-up {number}", Cast.Cleo, null), Cast.Ana),
        _ when number % 400 == 0 => Chat.Entry(new EntryHighlighted(number - 1, true, "…"), Cast.Ben),
        _ when number % 5 == 0 => Chat.Entry(new MessagePosted(Chat.Text(number), number - (number % 100) + 1), Cast.Ben),
        _ => Chat.Entry(number),
    };
}

using IncidentBot.Ports;
using IncidentBot.TestKit;

namespace IncidentBot.Benchmarks.Seeds;

/// <summary>A long incident as people have them: mostly talk, and in every hundred entries some of everything that a review tells.</summary>
internal static class LongStory
{
    private const int AtOnce = 250;

    /// <summary>Fills an incident.</summary>
    public static async Task TellAsync(ITimelineStore store, IncidentId id, int entries)
    {
        for (var number = 1; number <= entries; number += AtOnce)
            await store.AppendAsync(new AppendRequest(id.Number, null, [.. Enumerable.Range(number, Math.Min(AtOnce, entries - number + 1)).Select(Entry)]));
    }

    private static NewEntry Entry(int number) => Event(number) is { } happened ? Chat.Entry(happened, number % 2 == 0 ? Cast.Ana : Cast.Ben) : Chat.Entry(number);

    private static IncidentEvent? Event(int number) => number switch
    {
        1 => new IncidentDeclared("Checkout is down", new Severity(3), IncidentType.Reliability, Private: false, ["checkout"], null),
        2 => new RoleAssigned("commander", "Incident commander", Cast.Ana, Claimed: true),
        3 => new StageChanged(Stage.Identification, Stage.Triage, Move.Triage, null),
        _ => (number % 100) switch
        {
            10 => new DecisionRecorded(Chat.Text(number), "it is quick", ["roll back", "fix forward"]),
            20 => new UpdateSent(Audience.Internal, Chat.Text(number), null, TimeProvider.System.GetUtcNow().AddHours(1)),
            30 => new SeverityChanged(new Severity(3 - (number / 100 % 2)), new Severity(2 + (number / 100 % 2)), "as far as we see"),
            40 => new EntryHighlighted(number - 15, Marked: true, Chat.Text(number)),
            50 => new FollowUpAdded((number / 100) + 1, Chat.Text(number), Cast.Ben, null),
            60 => new ReviewPartAdded((ReviewPart)(number / 100 % 6), $"**{Chat.Text(number)[..40]}**"),
            70 => new FileShared($"trace-{number}.txt", "text/plain", 4096, new string('a', 64)),
            _ => null,
        },
    };
}

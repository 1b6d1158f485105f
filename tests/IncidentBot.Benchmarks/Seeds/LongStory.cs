using IncidentBot.Ports;
using IncidentBot.TestKit;

namespace IncidentBot.Benchmarks.Seeds;

/// <summary>A long incident in which much happens: for nineteen messages there is one key event, and some messages are marked, edited or sealed over.</summary>
internal static class LongStory
{
    /// <summary>The incident.</summary>
    public static readonly IncidentId Id = new(1);

    /// <summary>Fills a store that is empty.</summary>
    public static async Task FillAsync(ITimelineStore store, int entries)
    {
        var declared = new IncidentDeclared("Checkout is down", new Severity(2), IncidentType.Reliability, Private: false, ["checkout"], null);
        await store.AppendAsync(new AppendRequest(Id.Number, null, [Chat.Entry(declared, Cast.Ana), Chat.Entry(new RoleAssigned("commander", "Incident commander", Cast.Ana, Claimed: true), Cast.Ana)]));
        for (var number = 3; number <= entries; number += 250)
        {
            var head = await store.HeadAsync(Id.Number);
            await store.AppendAsync(new AppendRequest(Id.Number, null, [.. Enumerable.Range(number, Math.Min(250, entries - number + 1)).Select(at => Entry(at, head))]));
        }
    }

    private static NewEntry Entry(int number, StreamHead head) => number % 20 == 0 ? Chat.Entry(Turn(number, head), number % 40 == 0 ? Cast.Ana : Cast.Cleo) : Chat.Entry(number);

    private static IncidentEvent Turn(int number, StreamHead head) => (number / 20 % 10) switch
    {
        0 => new StageChanged(number % 400 == 0 ? Stage.Triage : Stage.Containment, number % 400 == 0 ? Stage.Containment : Stage.Triage, number % 400 == 0 ? Move.Contain : Move.Triage, "so it goes"),
        1 => new DecisionRecorded(Chat.Text(number), "it is the safest", ["roll back", "fix forward"]),
        2 => new UpdateSent(Audience.Public, Chat.Text(number), null, TimeProvider.System.GetUtcNow().AddMinutes(20)),
        3 => new EntryHighlighted(number - 7, true, "a message"),
        4 => new MessageEdited(number - 27, Chat.Text(number)),
        5 => new TimelineSealed(number, head.Number, Convert.ToHexStringLower(head.Hash.Span), "00ff"),
        6 => new FollowUpAdded(number / 200 + 1, Chat.Text(number), Cast.Ben, null),
        _ => new NoteAdded(Chat.Text(number)),
    };
}

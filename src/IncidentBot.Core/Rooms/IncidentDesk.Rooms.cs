using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>The desk, where what was said in rooms elsewhere becomes part of the timeline.</summary>
public sealed partial class IncidentDesk
{
    /// <summary>
    /// Records a message from a room elsewhere, once. It stands there whatever we answer, so nobody is refused: a prefix
    /// (<c>DECISION:</c>) becomes more than words only where its author may write, and what it could not become is told as advice.
    /// </summary>
    public async ValueTask<Reply> OverhearAsync(Overheard said, CancellationToken cancellation = default)
    {
        var house = await HouseAsync(cancellation);
        var by = house.Recognise(said.By, policies.Current);
        var incident = await shelf.PeekAsync(said.Room, cancellation);
        if (!incident.Exists) return NoSuchIncident(said.Room);
        if (incident.KnownMessages.ContainsKey(said.Identity)) return new Reply("Recorded.") { Incident = said.Room };

        var message = new MessagePosted(Cut(said.Text), Answered(incident, said.Answers), said.Identity, said.FromBot, said.CaughtUp);
        var meant = said.FromBot || said.CaughtUp || WhyNotAdd(by, incident) is not null || !Visibility.MaySee(by, incident) ? null : Prefixes.Meaning(said.Text);
        var key = Recording.Fixed(said.Key);
        return await AnswerAsync(meant is null
            ? await recorder.FactAsync(said.Room, [message], said.By, said.Via, key, cancellation, occurredAt: said.At)
            : await recorder.WithMessageAsync(said.Room, message, meant, by, said.Via, key, house, cancellation, said.At), Person.Bot, cancellation);
    }

    /// <summary>Records that a message from a room elsewhere has new words, once for each version of it.</summary>
    /// <param name="now">The message with its new words, whoever changed them, and when.</param>
    /// <param name="version">What tells this version from others of the message.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async ValueTask OverhearEditAsync(Overheard now, string version, CancellationToken cancellation = default)
    {
        var incident = await shelf.GetAsync(now.Room, cancellation);
        if (!incident.KnownMessages.TryGetValue(now.Identity, out var entry)) await OverhearAsync(now with { CaughtUp = true }, cancellation);
        else
            await recorder.FactAsync(
                now.Room, [new MessageEdited(entry, Cut(now.Text), $"{now.Identity}@{version}")], now.By, now.Via, Recording.Fixed($"{now.Key}@{version}"), cancellation, occurredAt: now.At);
    }

    /// <summary>Records that a message was deleted in a room elsewhere, once. One that was never recorded leaves no trace: <paramref name="last"/> holds its last words, if they are known.</summary>
    public async ValueTask OverhearDeletionAsync(Overheard last, DateTimeOffset at, CancellationToken cancellation = default)
    {
        var incident = await shelf.GetAsync(last.Room, cancellation);
        if (!incident.KnownMessages.ContainsKey(last.Identity) && last.Text.Length > 0)
        {
            await OverhearAsync(last with { CaughtUp = true }, cancellation);
            incident = await shelf.GetAsync(last.Room, cancellation);
        }
        if (incident.KnownMessages.TryGetValue(last.Identity, out var entry) && !incident.DeletedMessages.Contains(entry))
            await recorder.FactAsync(last.Room, [new MessageDeleted(entry)], last.By, last.Via, Recording.Fixed($"{last.Key}-deleted"), cancellation, occurredAt: at);
    }

    /// <summary>Records a file that was shared in a room elsewhere, once; its own identity names it within its message.</summary>
    public async ValueTask OverhearFileAsync(Overheard inMessage, FileShared file, CancellationToken cancellation = default)
    {
        var incident = await shelf.GetAsync(inMessage.Room, cancellation);
        if (!incident.Exists || incident.KnownMessages.ContainsKey(file.Identity!)) return;
        var shared = file with { ReplyTo = Answered(incident, inMessage.Text.Length > 0 ? inMessage.Identity : inMessage.Answers) };
        await recorder.FactAsync(inMessage.Room, [shared], inMessage.By, inMessage.Via, Recording.Fixed($"heard:{file.Identity}"), cancellation, occurredAt: inMessage.At);
    }

    private static int? Answered(Incident incident, string? identity) =>
        identity is not null && incident.KnownMessages.TryGetValue(identity, out var entry) ? entry : null;

    private static string Cut(string text) => text.Length <= Overheard.Longest ? text : text[..(Overheard.Longest - 1)] + "…";
}

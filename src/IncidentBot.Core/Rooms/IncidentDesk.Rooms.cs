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
        // What is read back may be older than the keys that are remembered: the fold must know it then.
        var incident = said.CaughtUp ? await shelf.GetAsync(said.Room, cancellation) : await shelf.PeekAsync(said.Room, cancellation);
        if (!incident.Exists) return NoSuchIncident(said.Room);
        if (incident.KnownMessages.ContainsKey(said.Identity)) return new Reply("Recorded.") { Incident = said.Room };

        var message = new MessagePosted(Cut(said.Text), Answered(incident, said.Answers), said.Identity, said.FromBot, said.CaughtUp);
        var meant = said.FromBot || said.CaughtUp || !Visibility.MaySee(by, incident) ? null : Prefixes.Meaning(said.Text);
        var refusal = meant is null ? null : WhyNotAdd(by, incident);
        var key = Recording.Fixed(said.Key);
        var result = meant is null || refusal is not null
            ? await recorder.FactAsync(said.Room, [message], said.By, said.Via, key, cancellation, occurredAt: said.At)
            : await recorder.WithMessageAsync(said.Room, message, meant, by, said.Via, key, house, cancellation, said.At);
        return await AnswerAsync(refusal is null ? result : result with { Advice = Recorder.OnlyWords(refusal.Text, refusal.Instead) }, Person.Bot, cancellation);
    }

    /// <summary>Records that a message from a room elsewhere has new words, once for each version of it.</summary>
    /// <param name="now">The message with its new words, whoever changed them, and when.</param>
    /// <param name="version">What tells this version from others of the message.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async ValueTask<Reply> OverhearEditAsync(Overheard now, string version, CancellationToken cancellation = default)
    {
        var incident = await shelf.GetAsync(now.Room, cancellation);
        if (!incident.KnownMessages.TryGetValue(now.Identity, out var entry)) return await OverhearAsync(now with { CaughtUp = true }, cancellation);
        var edited = new MessageEdited(entry, Cut(now.Text), $"{now.Identity}@{version}");
        if (incident.KnownMessages.ContainsKey(edited.Version!)) return new Reply("Recorded.") { Incident = now.Room };
        var key = Recording.Fixed($"{now.Key}@{version}");
        return await AnswerAsync(await recorder.FactAsync(now.Room, [edited], now.By, now.Via, key, cancellation, occurredAt: now.At), Person.Bot, cancellation);
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

    /// <summary>Records a file that was shared in a room elsewhere, once; its own identity names it within its message. It stands in the message's thread, or else under its message's words.</summary>
    public async ValueTask OverhearFileAsync(Overheard inMessage, FileShared file, CancellationToken cancellation = default)
    {
        var incident = await shelf.GetAsync(inMessage.Room, cancellation);
        if (!incident.Exists || incident.KnownMessages.ContainsKey(file.Identity!)) return;
        var shared = file with
        {
            ReplyTo = Answered(incident, inMessage.Answers) ?? (incident.KnownMessages.TryGetValue(inMessage.Identity, out var words) ? words : null),
            FromBot = inMessage.FromBot,
            CaughtUp = inMessage.CaughtUp,
        };
        await recorder.FactAsync(inMessage.Room, [shared], inMessage.By, inMessage.Via, Recording.Fixed($"heard:{file.Identity}"), cancellation, occurredAt: inMessage.At);
    }

    private static int? Answered(Incident incident, string? identity) => identity is null ? null : incident.EntryOf(identity);

    private static string Cut(string text) => text.Length <= Overheard.Longest ? text : text[..(Overheard.Longest - 1)] + "…";
}

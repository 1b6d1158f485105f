using System.Collections.Concurrent;
using IncidentBot.Chat.Slack.Naming;

namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>Puts what was said in an incident's channel on its timeline: each message once, however often and from wherever it comes.</summary>
internal sealed class Transcript(IncidentDesk desk, Shelf shelf, ISlackPeople people, OwnVoice voice, Threads threads, FileKeeping files, Whispers whispers)
{
    private readonly ConcurrentDictionary<string, Lazy<Task>> underway = new(StringComparer.Ordinal);
    private readonly Turns turns = new();

    /// <summary>Records a message and its files. Completes when the message is durable; its files may follow soon.</summary>
    /// <remarks>Whoever delivers it again meanwhile waits for the same recording; that one of them stops waiting ends nothing.</remarks>
    public async Task TakeAsync(SlackRoom room, SlackMessage message, bool caughtUp, CancellationToken cancellation)
    {
        var identity = room.Message(message.Ts);
        if ((await shelf.PeekAsync(room.Incident, cancellation)).KnownMessages.ContainsKey(identity)) return;
        var taking = underway.GetOrAdd(identity, _ => new Lazy<Task>(() => RecordAsync(room, message, caughtUp)));
        await taking.Value.WaitAsync(cancellation);
    }

    /// <summary>Records a message that was read back, and its files. Completes when all of it is on the timeline.</summary>
    public async Task TakeBackAsync(SlackRoom room, SlackMessage message, bool caughtUp, CancellationToken cancellation)
    {
        await TakeAsync(room, message, caughtUp, cancellation);
        if (message.Files.Count == 0 || await voice.WroteAsync(message, cancellation) != false) return;
        var incident = await shelf.GetAsync(room.Incident, cancellation);
        var missing = message.Files.Where(file => !incident.KnownMessages.ContainsKey(SlackNames.File(room.Message(message.Ts), file.Id))).ToList();
        if (missing.Count == 0) return;
        var overheard = await OverheardAsync(room, message, caughtUp, cancellation);
        foreach (var file in missing) await files.KeepAsync(overheard, file);
    }

    /// <summary>Waits until a message is recorded that is just being so; at once when it is not.</summary>
    public async Task AwaitAsync(string identity, CancellationToken cancellation)
    {
        if (underway.TryGetValue(identity, out var being)) await being.Value.WaitAsync(cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>What a message says, as the desk takes it.</summary>
    public async Task<Overheard> OverheardAsync(SlackRoom room, SlackMessage message, bool caughtUp, CancellationToken cancellation) =>
        new(room.Message(message.Ts), message.Text.Length == 0 ? "" : (await people.PlainAsync(message.Text, cancellation)).Trim(), await AuthorAsync(room, message, cancellation), SlackNames.Via, room.Incident, message.At!.Value)
        {
            Answers = message.ThreadTs is { } root ? room.Message(root) : null,
            FromBot = message.IsFromBot,
            CaughtUp = caughtUp,
        };

    private async Task RecordAsync(SlackRoom room, SlackMessage message, bool caughtUp)
    {
        using var turn = turns.Take(room.Address, message.Ts);
        try
        {
            if (await voice.WroteAsync(message, CancellationToken.None) != false) return;
            var overheard = await OverheardAsync(room, message, caughtUp, CancellationToken.None);
            await threads.FindAsync(this, room, message, turn);
            await turn.ComeAsync();
            if (overheard.Text.Length > 0) await SayAsync(overheard, room, message, turn);
            foreach (var file in message.Files) await files.KeepSoonAsync(overheard, file);
        }
        finally
        {
            underway.TryRemove(room.Message(message.Ts), out _);
        }
    }

    private async Task SayAsync(Overheard overheard, SlackRoom room, SlackMessage message, Turns.Turn turn)
    {
        var recording = desk.OverhearAsync(overheard, CancellationToken.None);
        turn.Begin();
        whispers.About(await recording, room, message);
    }

    private async ValueTask<Person> AuthorAsync(SlackRoom room, SlackMessage message, CancellationToken cancellation) => message switch
    {
        { IsFromBot: true } => await people.BotAsync(message.Bot ?? "", message.BotName, cancellation),
        { User: { } user } => await people.PersonAsync(user, cancellation),
        _ => SlackRoom.Somebody(room.Team),
    };
}

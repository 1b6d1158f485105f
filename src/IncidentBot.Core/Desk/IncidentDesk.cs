using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>The one place where a line meets an incident: it reads, asks for authority, decides, records, and answers.</summary>
public sealed partial class IncidentDesk(
    ITimelineStore store, Shelf shelf, PolicyBook policies, Verbs verbs, Sources sources, Looks looks, IChance chance, ITokenMint mint, TimeProvider clock, FileShredder? shredder = null)
{
    private readonly Recorder recorder = new(store, shelf, policies, clock, shredder);

    /// <summary>How many lines it has answered.</summary>
    public DeskTally Tally { get; } = new();

    /// <summary>Answers a line. Never throws for what a person typed; a fault of the store is thrown on.</summary>
    public async ValueTask<Reply> HearAsync(Heard heard, CancellationToken cancellation = default) => Tally.Count(await ReplyAsync(heard, cancellation));

    private async ValueTask<Reply> ReplyAsync(Heard heard, CancellationToken cancellation)
    {
        if (TooLong(heard) is { } tooLong) return tooLong;
        var house = await HouseAsync(cancellation);
        heard = heard with { By = house.Recognise(heard.By, policies.Current) };
        var line = Line.Read(heard.Line, policies.Current.Command);
        var target = Target.Of(line, heard.Room, verbs);
        // What asks for no right is about whoever asks, not about an incident.
        if (target.Verb is { Needs: Right.None }) target = target with { Incident = IncidentId.House };
        else if (Authority.Refusal(Right.Reader, heard.By) is { } stranger) return stranger;

        var key = Recording.Key(heard.Via, heard.By, heard.Room, heard.Key, heard.Line);
        if (key is not null && await store.FindKeyAsync(key.Text, cancellation) is { } first)
            return first.LineDigest == key.LineDigest ? await AgainAsync(first, heard.By, cancellation) : await UsedKeyAsync(first, heard.By, cancellation);

        var incident = await shelf.GetAsync(target.Incident, cancellation);
        looks.Note(incident, heard.By, heard.Via, clock.GetUtcNow());
        if (target.Verb is not { Needs: Right.None } && (!incident.Exists || !Visibility.MaySee(heard.By, incident))) return NoSuchIncident(target.Incident);

        if (target.Verb is { } said && Authority.Refusal(said.Needs, heard.By) is { } beyond) return beyond;
        var setting = new Setting(heard.By, incident, house, policies.Current, clock.GetUtcNow(), verbs) { Mentioned = heard.Mentioned };
        var asked = target.Read(line, setting);
        if (Authority.Refusal(NeededFor(asked), heard.By) is { } reading) return reading;
        return asked switch
        {
            Asked.Deed(var command) => await DoAsync(command, target.Verb!, heard, key, target.Verb!.Scope == Scope.Anywhere ? IncidentId.House : incident.Id, cancellation),
            Asked.Declaration(var command) => await DeclareAsync(command, heard, key, cancellation),
            Asked.Inquiry(var question) => await question.AnswerAsync(setting, sources, cancellation),
            Asked.Blanks(var form) => new Reply(form.Hint ?? form.Title) { Form = form, Incident = incident.Id.IsHouse ? null : incident.Id },
            Asked.Nothing(var because) => Reply.Refuse(because) with { Incident = incident.Id.IsHouse ? null : incident.Id },
            _ => throw new InvalidOperationException("An answer that the desk does not know."),
        };
    }

    /// <summary>Records a message. <c>DECISION:</c>, <c>TODO:</c> and <c>IMPACT:</c> in front become the line that they mean, in the same append.</summary>
    public async ValueTask<Reply> SayAsync(Said said, CancellationToken cancellation = default)
    {
        if (string.IsNullOrWhiteSpace(said.Text)) return Reply.Refuse("The message is empty.");
        if (said.Text.Length > Limits.Text)
            return Reply.Refuse($"The message has {said.Text.Length:N0} characters; {Limits.Text:N0} are allowed. Attach the long part as a file.");
        if (said.Key?.Length > Limits.Key) return Reply.Refuse($"The key has {said.Key.Length} characters; {Limits.Key} are allowed.");

        var house = await HouseAsync(cancellation);
        said = said with { By = house.Recognise(said.By, policies.Current) };
        var incident = await shelf.PeekAsync(said.Room, cancellation);
        looks.Note(incident, said.By, said.Via, clock.GetUtcNow());
        if (!incident.Exists || !Visibility.MaySee(said.By, incident)) return NoSuchIncident(said.Room);
        if (Authority.Refusal(Right.Responder, said.By) is { } reading) return reading;
        if (incident.EndedAt is not null) return Authority.Ended(incident);
        if (said.ReplyTo is { } root && (root < 1 || root > incident.Number)) return Reply.Refuse($"There is no message {root} in this room to answer.");

        var key = Recording.Key(said.Via, said.By, said.Room, said.Key, said.Text);
        var message = new MessagePosted(said.Text, said.ReplyTo);
        var meant = said.Room.IsHouse ? null : Prefixes.Meaning(said.Text);
        return meant is null
            ? await AnswerAsync(await recorder.FactAsync(said.Room, [message], said.By, said.Via, key, cancellation), said.By, cancellation)
            : await AnswerAsync(await recorder.WithMessageAsync(said.Room, message, meant, said.By, said.Via, key, house, cancellation), said.By, cancellation);
    }

    /// <summary>Records facts that need no decision: a shared file, a promise's outcome, a fallen deadline.</summary>
    /// <param name="incident">Whose timeline.</param>
    /// <param name="facts">What happened.</param>
    /// <param name="by">Who.</param>
    /// <param name="via">By which way.</param>
    /// <param name="key">Makes a repetition harmless; null when there can be none.</param>
    /// <param name="expected">The incident's number that the facts rest on; null when they hold whatever came between.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async ValueTask<AppendOutcome> RecordAsync(
        IncidentId incident, IReadOnlyList<IncidentEvent> facts, Person by, string via, IdempotencyKey? key, int? expected = null, CancellationToken cancellation = default)
        => (await recorder.FactAsync(incident, facts, by, via, key, cancellation, expected)).Outcome!;

    /// <summary>The person with what the house knows of them now: whoever looks or acts is asked about first.</summary>
    public async ValueTask<Person> RecogniseAsync(Person person, CancellationToken cancellation = default) =>
        (await HouseAsync(cancellation)).Recognise(person, policies.Current);

    /// <summary>True when the person may read an entry of a timeline that they may see, with what the house knows of them now.</summary>
    public async ValueTask<bool> MayReadAsync(Person viewer, Recorded entry, CancellationToken cancellation = default) =>
        !entry.Event.IsForAdmins || Visibility.MayRead(await RecogniseAsync(viewer, cancellation), entry);

    /// <summary>What is going on in the house.</summary>
    public async ValueTask<House> HouseAsync(CancellationToken cancellation = default) =>
        new(await shelf.PeekAsync(IncidentId.House, cancellation), shelf.Open) { Access = policies.Current.Access };

    /// <summary>The answer about an incident that does not exist, or that one may not see: word for word the same.</summary>
    public static Reply NoSuchIncident(IncidentId id) => Reply.Refuse($"There is no {id}. Look at the list of incidents.", "list") with { Missing = true };

    private async ValueTask<Reply> DoAsync(Command command, Verb verb, Heard heard, IdempotencyKey? key, IncidentId id, CancellationToken cancellation)
    {
        if (command is IDrawsLots lots) command = lots.With(chance.Bytes(lots.Lots));
        var minted = command is MakeToken ? mint.Mint() : null;
        if (command is MakeToken make) command = make with { Print = minted!.Print };
        if (command.SpeaksOf is { } other) await LookAsync(other, heard.By, heard.Via, cancellation);
        var result = await recorder.DecideAsync(id, command, verb, heard.By, heard.Via, key, await HouseAsync(cancellation), cancellation);
        var reply = await AnswerAsync(result, heard.By, cancellation);
        return result.Outcome is AppendOutcome.Appended ? command.Answered(reply, heard.By, policies.Current) with { Token = minted } : reply;
    }

    private async ValueTask<Reply> DeclareAsync(DeclareIncident command, Heard heard, IdempotencyKey? key, CancellationToken cancellation) => command.Proposal is null
        ? await AnswerAsync(await DeclaringAsync(command, heard.By, heard.Via, key, cancellation), heard.By, cancellation)
        : await DeclareProposedAsync(command, heard, cancellation);

    private async ValueTask<RecordingResult> DeclaringAsync(Command command, Person by, string via, IdempotencyKey? key, CancellationToken cancellation)
    {
        for (var next = await store.LastStreamAsync(cancellation) + 1; ; next++)
        {
            var result = await recorder.DecideAsync(new IncidentId(next), command, verb: null, by, via, key, await HouseAsync(cancellation), cancellation, once: true);
            if (result.Outcome is not AppendOutcome.Conflicted) return result;
        }
    }

    private async ValueTask<Reply> AnswerAsync(RecordingResult result, Person asker, CancellationToken cancellation) => result switch
    {
        { Refusal: { } refusal } => refusal,
        { Outcome: AppendOutcome.Appended } => SecretWarning.On(await DoneAsync(result, asker, cancellation), policies.Current),
        { Outcome: AppendOutcome.Repeated(var first) } => await AgainAsync(first, asker, cancellation),
        { Outcome: AppendOutcome.KeyTaken(var first) } => await UsedKeyAsync(first, asker, cancellation),
        _ => Reply.Refuse("Others were faster, several times in a row. Nothing was recorded; please try again."),
    };

    private async ValueTask<Reply> DoneAsync(RecordingResult result, Person asker, CancellationToken cancellation)
    {
        var reply = Replies.To(result.Recorded, await shelf.PeekAsync(result.Recorded[0].Incident, cancellation), asker);
        return result.Advice is { } advice ? reply with { Text = advice.Text, Instead = advice.Instead, IsAdvice = true } : reply;
    }

    // The first outcome, its reply drawn anew.
    private async ValueTask<Reply> AgainAsync(KeyMemory first, Person asker, CancellationToken cancellation)
    {
        var entries = await store.ReadStreamAsync(first.Stream, first.FirstNumber - 1, first.LastNumber - first.FirstNumber + 1, cancellation);
        var incident = await shelf.GetAsync(new IncidentId(first.Stream), cancellation);
        if (!Visibility.MaySee(asker, incident)) return NoSuchIncident(incident.Id);
        IReadOnlyList<Recorded> recorded = [.. entries.Select(StoredEvents.Read)];
        return recorded.All(entry => Visibility.MayRead(asker, entry))
            ? Replies.Again(recorded, incident, asker)
            : Authority.Refusal(Right.Admin, asker)!;
    }

    private async ValueTask<Reply> UsedKeyAsync(KeyMemory first, Person asker, CancellationToken cancellation)
    {
        var incident = first.Stream == 0 ? null : await GlimpseAsync(new IncidentId(first.Stream), asker, cancellation);
        return Reply.Refuse($"That key was used before for something else{(incident is null ? "" : $" (on {incident.Id})")}. Nothing was done; use a new key for a new line.") with { KeyWasUsed = true };
    }

    private static Reply? TooLong(Heard heard) =>
        heard.Line.Length > Limits.Line ? Reply.Refuse($"The line has {heard.Line.Length:N0} characters; {Limits.Line:N0} are allowed. Attach the long part as a file.")
        : heard.Key?.Length > Limits.Key ? Reply.Refuse($"The key has {heard.Key.Length} characters; {Limits.Key} are allowed.")
        : null;

    private static Right NeededFor(Asked asked) => asked switch
    {
        Asked.Deed(var command) => command.Needs,
        Asked.Declaration or Asked.Blanks => Right.Responder,
        _ => Right.None,
    };
}

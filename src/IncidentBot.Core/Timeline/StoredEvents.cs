using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>
/// The only place where events and promises have stored names. They are for ever: fields only grow, with defaults,
/// and a kind that is not known here is kept and told as coming from a newer version.
/// </summary>
public static class StoredEvents
{
    private static readonly Dictionary<string, JsonTypeInfo> Events = Named(
        typeof(IncidentDeclared), typeof(StageChanged), typeof(CriteriaOverridden), typeof(SeverityChanged),
        typeof(IncidentsMerged), typeof(IncidentAbsorbed), typeof(RoleAssigned), typeof(RoleReleased),
        typeof(HandoffOffered), typeof(HandoffAccepted), typeof(HandoffDeclined), typeof(HandoffLapsed),
        typeof(ResponderJoined), typeof(NoteAdded), typeof(DecisionRecorded), typeof(ImpactStated),
        typeof(FollowUpAdded), typeof(FollowUpChanged), typeof(FollowUpDone), typeof(UpdateSent),
        typeof(PrivacyChanged), typeof(MemberAdded), typeof(MemberRemoved),
        typeof(MessagePosted), typeof(MessageEdited), typeof(MessageDeleted), typeof(FileShared), typeof(EntryHighlighted),
        typeof(ReminderFell), typeof(ReminderSnoozed), typeof(TimelineSealed), typeof(IncidentAnnounced),
        typeof(RoomOpened), typeof(PromiseKept), typeof(PromiseBroken), typeof(PromiseRenewed),
        typeof(VerificationFailed), typeof(BackupMade), typeof(BackupFailed),
        typeof(ReviewDrafted), typeof(ReviewPartWritten), typeof(ReviewPartAdded),
        typeof(ReviewSubmitted), typeof(ReviewFinished), typeof(ReviewReopened),
        typeof(AlertAttached), typeof(AlertCleared), typeof(AlertProposed), typeof(AlertTakenUp),
        typeof(EntryRedacted),
        typeof(LegalHoldPlaced), typeof(LegalHoldLifted), typeof(IncidentRetired), typeof(WordsLetGo),
        typeof(IdentityLinkOffered), typeof(IdentityLinkRefused), typeof(IdentitiesLinked), typeof(IdentityUnlinked),
        typeof(LookRefused), typeof(PrivateLooked),
        typeof(TokenMade), typeof(TokenRevoked), typeof(ExportTaken), typeof(PolicyChanged),
        typeof(AccountOpened), typeof(SignedIn), typeof(SignInRefused), typeof(AccountShutOut), typeof(AccountLetIn), typeof(SessionsEnded),
        typeof(EntryTold), typeof(RoomInviteFailed), typeof(RoomsLapsed), typeof(RoomChanged), typeof(CardPlaced), typeof(CopyForgotten), typeof(CopyLeft), typeof(CardRemoved), typeof(SubscriberAdded), typeof(SubscriberRemoved));

    private static readonly Dictionary<string, JsonTypeInfo> Effects = Named(
        typeof(OpenRoom), typeof(Announce), typeof(PointToAbsorbed), typeof(SealTimeline), typeof(MarkProposal),
        typeof(TellRoom), typeof(InviteToRoom), typeof(RemoveFromRoom), typeof(ArchiveRoom), typeof(ForgetCopies), typeof(TellPerson));

    /// <summary>The stored names of all events.</summary>
    public static IReadOnlyCollection<string> Kinds => Events.Keys;

    /// <summary>The stored name of an event.</summary>
    public static string KindOf(IncidentEvent happened) => happened is UnknownEvent unknown ? unknown.Kind : happened.GetType().Name;

    /// <summary>The event and its promises as the exact bytes that are stored.</summary>
    public static byte[] Write(IncidentEvent happened, IReadOnlyList<Effect> promises)
    {
        using var bytes = new MemoryStream(256);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WritePropertyName("event");
            if (happened is UnknownEvent unknown) json.WriteRawValue(unknown.Json);
            else JsonSerializer.Serialize(json, happened, Events[KindOf(happened)]);
            if (promises.Count > 0) WritePromises(json, promises);
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    /// <summary>The entry as the timeline tells it.</summary>
    public static Recorded Read(TimelineEntry entry)
    {
        using var body = JsonDocument.Parse(entry.Body);
        var stored = body.RootElement.GetProperty("event");
        return new Recorded(
            new IncidentId(entry.Stream), entry.Number, entry.Position, entry.RecordedAt, entry.OccurredAt,
            entry.By, entry.Via, entry.Key, ReadEvent(entry.Kind, stored),
            body.RootElement.TryGetProperty("promises", out var promises) ? [.. promises.EnumerateArray().Select(ReadEffect)] : [],
            entry.PreviousHash, entry.Hash, entry.IsErased);
    }

    /// <summary>The event alone as JSON, for the API and for exports.</summary>
    public static JsonElement Data(IncidentEvent happened) => happened is UnknownEvent unknown
        ? JsonDocument.Parse(unknown.Json).RootElement
        : JsonSerializer.SerializeToElement(happened, Events[KindOf(happened)]);

    private static IncidentEvent ReadEvent(string kind, JsonElement stored) =>
        Events.TryGetValue(kind, out var type)
            ? (IncidentEvent)stored.Deserialize(type)!
            : new UnknownEvent(kind, stored.GetRawText());

    private static Effect ReadEffect(JsonElement stored)
    {
        var kind = stored.GetProperty("kind").GetString()!;
        return Effects.TryGetValue(kind, out var type)
            ? (Effect)stored.GetProperty("effect").Deserialize(type)!
            : new UnknownEffect(kind, stored.GetProperty("effect").GetRawText());
    }

    private static void WritePromises(Utf8JsonWriter json, IReadOnlyList<Effect> promises)
    {
        json.WriteStartArray("promises");
        foreach (var promise in promises)
        {
            json.WriteStartObject();
            json.WriteString("kind", promise.GetType().Name);
            json.WritePropertyName("effect");
            JsonSerializer.Serialize(json, promise, Effects[promise.GetType().Name]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static Dictionary<string, JsonTypeInfo> Named(params Type[] types) =>
        types.ToDictionary(type => type.Name, type => StoredJson.Default.GetTypeInfo(type)
            ?? throw new InvalidOperationException($"{type.Name} has no JSON contract: name it on {nameof(StoredJson)}."));
}

/// <summary>A promise of a newer version: nobody here can keep it, and it says so.</summary>
public sealed record UnknownEffect(string Kind, string Json) : Effect
{
    /// <inheritdoc/>
    public override string Destination => "newer version";

    /// <inheritdoc/>
    public override string Purpose => $"do something that this version cannot ({Kind})";
}

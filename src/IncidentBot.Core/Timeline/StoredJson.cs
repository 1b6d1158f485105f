using System.Text.Json.Serialization;

namespace IncidentBot;

/// <summary>The JSON contracts of stored events and promises, made at compile time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    Converters = [typeof(SeverityConverter), typeof(IncidentIdConverter), typeof(PersonIdConverter)])]
[JsonSerializable(typeof(IncidentDeclared))]
[JsonSerializable(typeof(StageChanged))]
[JsonSerializable(typeof(CriteriaOverridden))]
[JsonSerializable(typeof(SeverityChanged))]
[JsonSerializable(typeof(IncidentsMerged))]
[JsonSerializable(typeof(IncidentAbsorbed))]
[JsonSerializable(typeof(RoleAssigned))]
[JsonSerializable(typeof(RoleReleased))]
[JsonSerializable(typeof(HandoffOffered))]
[JsonSerializable(typeof(HandoffAccepted))]
[JsonSerializable(typeof(HandoffDeclined))]
[JsonSerializable(typeof(HandoffLapsed))]
[JsonSerializable(typeof(ResponderJoined))]
[JsonSerializable(typeof(NoteAdded))]
[JsonSerializable(typeof(DecisionRecorded))]
[JsonSerializable(typeof(ImpactStated))]
[JsonSerializable(typeof(FollowUpAdded))]
[JsonSerializable(typeof(FollowUpChanged))]
[JsonSerializable(typeof(FollowUpDone))]
[JsonSerializable(typeof(UpdateSent))]
[JsonSerializable(typeof(PrivacyChanged))]
[JsonSerializable(typeof(MemberAdded))]
[JsonSerializable(typeof(MemberRemoved))]
[JsonSerializable(typeof(MessagePosted))]
[JsonSerializable(typeof(MessageEdited))]
[JsonSerializable(typeof(MessageDeleted))]
[JsonSerializable(typeof(FileShared))]
[JsonSerializable(typeof(EntryHighlighted))]
[JsonSerializable(typeof(ReminderFell))]
[JsonSerializable(typeof(ReminderSnoozed))]
[JsonSerializable(typeof(TimelineSealed))]
[JsonSerializable(typeof(IncidentAnnounced))]
[JsonSerializable(typeof(RoomOpened))]
[JsonSerializable(typeof(PromiseKept))]
[JsonSerializable(typeof(PromiseBroken))]
[JsonSerializable(typeof(PromiseRenewed))]
[JsonSerializable(typeof(VerificationFailed))]
[JsonSerializable(typeof(OpenRoom))]
[JsonSerializable(typeof(Announce))]
[JsonSerializable(typeof(PointToAbsorbed))]
[JsonSerializable(typeof(SealTimeline))]
internal sealed partial class StoredJson : JsonSerializerContext;

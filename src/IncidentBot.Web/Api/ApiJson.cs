using System.Text.Json.Serialization;
using IncidentBot.Web.Reviews;

namespace IncidentBot.Web.Api;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LineRequest))]
[JsonSerializable(typeof(LineReply))]
[JsonSerializable(typeof(MessageRequest))]
[JsonSerializable(typeof(EntryView))]
[JsonSerializable(typeof(TimelinePage))]
[JsonSerializable(typeof(IncidentPage))]
[JsonSerializable(typeof(IncidentView))]
[JsonSerializable(typeof(ReviewDocumentView))]
[JsonSerializable(typeof(InsightsView))]
[JsonSerializable(typeof(SearchPage))]
[JsonSerializable(typeof(BackupRequest))]
[JsonSerializable(typeof(BackupView))]
[JsonSerializable(typeof(AuditAnswer))]
internal sealed partial class ApiJson : JsonSerializerContext;

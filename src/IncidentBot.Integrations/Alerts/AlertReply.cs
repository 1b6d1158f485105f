using System.Text.Json.Serialization;

namespace IncidentBot.Integrations.Alerts;

/// <summary>What became of the alerts of a request, in their order.</summary>
internal sealed record AlertReply(IReadOnlyList<AlertReplyLine> Alerts);

/// <summary>What became of one.</summary>
/// <param name="Fingerprint">Which one.</param>
/// <param name="Outcome">attached, declared, proposed, cleared, repeated or ignored.</param>
/// <param name="Incident">The incident that has it; null when there is none that everybody may see.</param>
internal sealed record AlertReplyLine(string Fingerprint, string Outcome, string? Incident)
{
    public static AlertReplyLine Of(AlertAnswer answer) => new(answer.Fingerprint, answer.Outcome.ToString().ToLowerInvariant(), answer.Incident?.ToString());
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AlertReply))]
internal sealed partial class AlertJson : JsonSerializerContext;

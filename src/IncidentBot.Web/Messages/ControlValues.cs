using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentBot.Web.Messages;

/// <summary>What a control posts besides its own value.</summary>
internal sealed record ControlValues(string? Line, string Key)
{
    public static string Of(string? line, string key) => JsonSerializer.Serialize(new ControlValues(line, key), ControlJson.Default.ControlValues);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ControlValues))]
internal sealed partial class ControlJson : JsonSerializerContext;

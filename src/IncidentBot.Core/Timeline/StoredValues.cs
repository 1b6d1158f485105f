using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentBot;

/// <summary>Severities are stored as people say them: <c>"SEV2"</c>.</summary>
internal sealed class SeverityConverter : JsonConverter<Severity>
{
    public override Severity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Severity.TryParse(reader.GetString(), out var severity) ? severity : throw new JsonException("not a severity");

    public override void Write(Utf8JsonWriter writer, Severity value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

    public override Severity ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader, typeToConvert, options);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, Severity value, JsonSerializerOptions options) => writer.WritePropertyName(value.ToString());
}

/// <summary>Incidents are stored as people say them: <c>"INC-42"</c>.</summary>
internal sealed class IncidentIdConverter : JsonConverter<IncidentId>
{
    public override IncidentId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        IncidentId.TryParse(reader.GetString(), out var id) ? id : IncidentId.House;

    public override void Write(Utf8JsonWriter writer, IncidentId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.IsHouse ? "house" : value.ToString());
}

/// <summary>Identities are stored as their text: <c>"web:ana"</c>.</summary>
internal sealed class PersonIdConverter : JsonConverter<PersonId>
{
    public override PersonId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, PersonId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

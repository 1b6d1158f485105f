using System.Text.Json;
using System.Text.Json.Serialization;
using IncidentBot.Host.Workers.Reading;
using IncidentBot.Ports;

namespace IncidentBot.Host.Workers.Promises;

/// <summary>A promise without an outcome.</summary>
/// <param name="Row">The position of the entry that made it, and its place there: the order in which promises were made.</param>
/// <param name="Incident">The number of the incident that made it.</param>
/// <param name="Entry">The entry that made it.</param>
/// <param name="Index">Its place there.</param>
/// <param name="RenewedBy">The entry by which a person asked to try again; 0 while nobody did.</param>
/// <param name="Since">When it was made, or renewed.</param>
/// <param name="Destination">Who must be reached.</param>
/// <param name="Purpose">What it is, for people.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="NextTry">When it is tried next.</param>
/// <param name="Because">Why it was not kept the last time; empty when it was not tried.</param>
/// <param name="IsMessage">True when it is a word to a room.</param>
internal sealed record OpenPromise(
    long Row, long Incident, int Entry, int Index, int RenewedBy, DateTimeOffset Since, string Destination, string Purpose, int Attempts, DateTimeOffset NextTry,
    string Because = "", bool IsMessage = false)
{
    /// <summary>True when another process had it before this one, and may have been stopped while it was keeping it.</summary>
    [JsonIgnore]
    public bool IsInherited { get; init; }

    [JsonIgnore]
    public PromiseId Id => new(new IncidentId(Incident), Entry, Index);

    /// <summary>The fixed key under which its outcome is recorded once.</summary>
    [JsonIgnore]
    public string OutcomeKey => Id.OutcomeKey(RenewedBy);

    /// <summary>A promise that was just made, or was just renewed by another entry.</summary>
    public static OpenPromise Of(Recorded made, int index, Recorded by) => new(
        RowOf(made, index), made.Incident.Number, made.Number, index, by == made ? 0 : by.Number, by.RecordedAt,
        made.Promises[index].Destination, made.Promises[index].Purpose, 0, by.RecordedAt, IsMessage: made.Promises[index] is TellRoom);

    public ProjectionRow ToRow() => new(Rows.Promises, Row, Microseconds.Of(NextTry), JsonSerializer.SerializeToUtf8Bytes(this, PromiseJson.Default.OpenPromise));

    public static OpenPromise Read(ProjectionRow row) => JsonSerializer.Deserialize(row.Json.Span, PromiseJson.Default.OpenPromise)!;

    private static long RowOf(Recorded made, int index) => (made.Position << 8) | (uint)index;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OpenPromise))]
internal sealed partial class PromiseJson : JsonSerializerContext;

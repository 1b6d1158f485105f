namespace IncidentBot;

/// <summary>The timeline's grain of time: whole microseconds since 1970, the finest that every store keeps unchanged.</summary>
public static class Microseconds
{
    /// <summary>The instant as microseconds since 1970-01-01T00:00:00Z, what is finer cut off.</summary>
    public static long Of(DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The instant of that many microseconds, in UTC.</summary>
    public static DateTimeOffset ToInstant(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    /// <summary>The instant in UTC with what is finer than a microsecond cut off.</summary>
    public static DateTimeOffset Cut(DateTimeOffset instant) => ToInstant(Of(instant));
}

using System.Globalization;

namespace IncidentBot.Host.Demo;

/// <summary>One moment of the script: when, and what somebody does then.</summary>
/// <param name="At">How long after the curtain has risen.</param>
/// <param name="Deed">What is done.</param>
internal sealed record Beat(TimeSpan At, Deed Deed);

/// <summary>Beats as the script writes them.</summary>
internal static class Cue
{
    /// <summary>At a time, a deed: <c>At("1:25", Jun.Says("…"))</c>.</summary>
    public static Beat At(string time, Deed deed) => new(TimeSpan.ParseExact(time, @"m\:ss", CultureInfo.InvariantCulture), deed);
}

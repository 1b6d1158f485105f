using IncidentBot.Host.Demo.Acts;

namespace IncidentBot.Host.Demo;

/// <summary>The whole play: a billing API that blocks upgrades at peak hours, from the first complaint to the closed review.</summary>
internal static class Script
{
    /// <summary>Every beat, in order.</summary>
    public static IReadOnlyList<Beat> Beats { get; } = [.. Detected.Beats, .. WrongIdea.Beats, .. RolledBack.Beats, .. HandedOver.Beats, .. Reviewed.Beats];

    /// <summary>How long it takes at human pace.</summary>
    public static TimeSpan Length => Beats[^1].At;
}

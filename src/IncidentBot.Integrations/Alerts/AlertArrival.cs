namespace IncidentBot.Integrations.Alerts;

/// <summary>A request with alerts, as far as it is not about a single one.</summary>
/// <param name="At">When it came: an alert whose sender says no beginning begins then.</param>
/// <param name="PayloadSha256">The SHA-256 of its exact bytes, lower-case hex.</param>
/// <param name="Faults">What is wrong with it.</param>
internal sealed record AlertArrival(DateTimeOffset At, string PayloadSha256, AlertFaults Faults);

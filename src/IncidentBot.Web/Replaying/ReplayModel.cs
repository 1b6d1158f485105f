namespace IncidentBot.Web.Replaying;

/// <summary>What the replay on an incident's page shows.</summary>
/// <param name="Scale">The slider's stops.</param>
/// <param name="Shown">What was known at the moment that was asked for; null while none was.</param>
/// <param name="Note">What else there is to say; null when there is nothing.</param>
public sealed record ReplayModel(ReplayScale Scale, Replay? Shown, string? Note = null);

namespace IncidentBot.Web.WarRoom;

/// <summary>What the general room invites to while nothing has happened in it.</summary>
/// <param name="DemoIsPlayedHere">True when a demo is about to begin in this war room; false when one is to be started elsewhere.</param>
public sealed record Invitation(bool DemoIsPlayedHere);

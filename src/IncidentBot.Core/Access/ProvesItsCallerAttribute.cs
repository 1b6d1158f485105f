namespace IncidentBot;

/// <summary>Marks an endpoint that proves its caller itself (a signature, a token), so that a tunnel or reverse proxy may reach it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ProvesItsCallerAttribute : Attribute;

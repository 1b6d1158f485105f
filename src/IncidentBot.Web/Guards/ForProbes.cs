namespace IncidentBot.Web.Guards;

/// <summary>Marks what supervisors ask: it tells nothing of incidents and people, so it is answered under any name and without https.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ForProbesAttribute : Attribute;

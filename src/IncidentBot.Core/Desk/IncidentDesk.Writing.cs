namespace IncidentBot;

/// <summary>The desk, where people are told whether they may write.</summary>
public sealed partial class IncidentDesk
{
    /// <summary>Why this person may add nothing to this incident; null when they may. What draws a place to write, and what takes a file, asks here first.</summary>
    public static Reply? WhyNotAdd(Person by, Incident incident) =>
        Authority.Refusal(Right.Responder, by) ?? (incident.EndedAt is null ? null : Authority.Ended(incident));

    /// <summary>Why this person may not do a deed on this incident; null when they may: what would be refused is not offered.</summary>
    public static Reply? WhyNot(string deed, Person by, Incident incident, Policy policy) =>
        Authority.Refusal(Right.Responder, by) ?? Authority.Refusal(deed, incident, by, policy);
}

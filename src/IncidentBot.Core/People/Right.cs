namespace IncidentBot;

/// <summary>What somebody may do in the house; each includes the ones before it. Roles in an incident and membership come on top.</summary>
public enum Right
{
    /// <summary>Nothing, not even look.</summary>
    None,

    /// <summary>Look at everything that is not private to others.</summary>
    Reader,

    /// <summary>Take part: declare, talk, decide.</summary>
    Responder,

    /// <summary>Also see to the house: tokens, rights, the audit, redaction.</summary>
    Admin,
}

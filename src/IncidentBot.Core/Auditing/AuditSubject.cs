namespace IncidentBot;

/// <summary>What an entry of the audit is about.</summary>
public enum AuditSubject
{
    /// <summary>Tokens: made, revoked.</summary>
    Tokens,

    /// <summary>Exports: what was taken away as a file.</summary>
    Exports,

    /// <summary>The house rules.</summary>
    Rules,

    /// <summary>People: who signed in, whose rights changed, who looked at what.</summary>
    People,
}

/// <summary>What entries of the audit are about.</summary>
public static class AuditSubjects
{
    /// <summary>What an event is about.</summary>
    public static AuditSubject Of(IncidentEvent happened) => happened switch
    {
        TokenMade or TokenRevoked => AuditSubject.Tokens,
        ExportTaken => AuditSubject.Exports,
        PolicyChanged => AuditSubject.Rules,
        _ => AuditSubject.People,
    };
}

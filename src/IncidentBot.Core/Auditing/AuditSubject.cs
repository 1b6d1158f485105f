namespace IncidentBot;

/// <summary>What an entry of the audit is about.</summary>
public enum AuditSubject
{
    /// <summary>Who signed in, who was not let in, whose sessions ended, who was shut out.</summary>
    SignIns,

    /// <summary>Tokens: made, revoked.</summary>
    Tokens,

    /// <summary>Exports: what was taken away as a file.</summary>
    Exports,

    /// <summary>Who looked at what is private.</summary>
    Looks,

    /// <summary>The house rules.</summary>
    Rules,

    /// <summary>People: which identities belong together, and everything else about them.</summary>
    People,
}

/// <summary>What entries of the audit are about, and whom they concern.</summary>
public static class AuditSubjects
{
    /// <summary>What an event is about.</summary>
    public static AuditSubject Of(IncidentEvent happened) => happened switch
    {
        AccountOpened or SignedIn or SignInRefused or SessionsEnded or AccountShutOut or AccountLetIn => AuditSubject.SignIns,
        TokenMade or TokenRevoked => AuditSubject.Tokens,
        ExportTaken => AuditSubject.Exports,
        PrivateLooked => AuditSubject.Looks,
        PolicyChanged => AuditSubject.Rules,
        _ => AuditSubject.People,
    };

    /// <summary>Whom an entry concerns besides who did it; null when nobody.</summary>
    public static (PersonId Id, string Name)? Whom(IncidentEvent happened) => happened switch
    {
        PrivateLooked look => (look.Person.Id, look.Person.Name),
        SessionsEnded ended => (ended.Account, ended.Name),
        AccountShutOut shut => (shut.Account, shut.Name),
        AccountLetIn let => (let.Account, let.Name),
        IdentityLinkRefused refused => (refused.Who.Id, refused.Who.Name),
        _ => null,
    };
}

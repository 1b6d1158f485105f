namespace IncidentBot;

/// <summary>Whom the house lets in, and as what. Groups are those of the sign-in provider, people are named by their verified e-mail address.</summary>
public sealed record AccessPolicy
{
    /// <summary>No sign-in: whoever is on this machine says a name and may do everything.</summary>
    public static readonly AccessPolicy Open = new() { IsOpen = true };

    /// <summary>True without sign-in.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Groups and e-mail addresses of admins.</summary>
    public IReadOnlyList<string> Admins { get; init; } = [];

    /// <summary>Groups and e-mail addresses of responders.</summary>
    public IReadOnlyList<string> Responders { get; init; } = [];

    /// <summary>Groups and e-mail addresses of readers.</summary>
    public IReadOnlyList<string> Readers { get; init; } = [];

    /// <summary>Groups and e-mail addresses of the admins who see every private incident.</summary>
    public IReadOnlyList<string> PrivateAdmins { get; init; } = [];

    /// <summary>The domains whose verified e-mail addresses may come in; empty when all may.</summary>
    public IReadOnlyList<string> EmailDomains { get; init; } = [];

    /// <summary>How long a session lasts at most; then one signs in again.</summary>
    public TimeSpan SessionFor { get; init; } = TimeSpan.FromHours(12);

    /// <summary>What those may do who sign in and are named nowhere.</summary>
    public Right Others { get; init; } = Right.Responder;

    /// <summary>What people of connected chats may do who are linked with nobody that signed in.</summary>
    public Right Chats { get; init; } = Right.Responder;

    /// <summary>What an account may do.</summary>
    public Right RightOf(Account account) =>
        account.IsShutOut ? Right.None
        : Names(Admins, account) ? Right.Admin
        : Names(Responders, account) ? Right.Responder
        : Names(Readers, account) ? Right.Reader
        : Others;

    /// <summary>True for an admin who sees every private incident.</summary>
    public bool SeesPrivate(Account account) => Names(PrivateAdmins, account) && RightOf(account) == Right.Admin;

    /// <summary>True when somebody with this verified e-mail address, or with none, may come in.</summary>
    public bool Admits(string? email) =>
        EmailDomains.Count == 0 || (email is not null && EmailDomains.Contains(email[(email.LastIndexOf('@') + 1)..], StringComparer.OrdinalIgnoreCase));

    private static bool Names(IReadOnlyList<string> named, Account account) => named.Any(name =>
        account.Groups.Contains(name) || (account.Email is { } email && email.Equals(name, StringComparison.OrdinalIgnoreCase)));
}

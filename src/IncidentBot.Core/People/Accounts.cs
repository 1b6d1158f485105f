using System.Collections.Immutable;

namespace IncidentBot;

/// <summary>Somebody whom the sign-in provider vouches for, as they were at their last sign-in.</summary>
/// <param name="Id">Their identity here: <c>sso:</c> and a handle that is theirs alone.</param>
/// <param name="Name">Their name.</param>
/// <param name="Issuer">Who vouches: the provider's address.</param>
/// <param name="Subject">Who they are there, for ever.</param>
public sealed record Account(PersonId Id, string Name, string Issuer, string Subject)
{
    /// <summary>Their e-mail address, when the provider has verified it; null otherwise.</summary>
    public string? Email { get; init; }

    /// <summary>The provider's groups that they were in.</summary>
    public ImmutableSortedSet<string> Groups { get; init; } = [];

    /// <summary>When they signed in last.</summary>
    public DateTimeOffset SignedInAt { get; init; }

    /// <summary>Sessions begun before this moment are over; null while none were ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>True when an admin has shut them out.</summary>
    public bool IsShutOut { get; init; }

    /// <summary>The person.</summary>
    public Person Person => new(Id, Name);

    /// <summary>What the provider said of them last.</summary>
    public Profile Profile => new(Name, Email, [.. Groups]);

    /// <summary>As the provider says now.</summary>
    public Account With(Profile profile) => this with { Name = profile.Name, Email = profile.Email, Groups = [.. profile.Groups] };
}

/// <summary>Everybody who has ever signed in.</summary>
public sealed record Accounts
{
    /// <summary>Nobody yet.</summary>
    public static readonly Accounts None = new();

    /// <summary>By identity here.</summary>
    public ImmutableSortedDictionary<string, Account> ById { get; init; } = ImmutableSortedDictionary<string, Account>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Who was turned away lately, and when.</summary>
    public ImmutableDictionary<string, DateTimeOffset> Refused { get; init; } = ImmutableDictionary<string, DateTimeOffset>.Empty;

    /// <summary>All of them, by name.</summary>
    public IEnumerable<Account> ByName => ById.Values.OrderBy(account => account.Name, StringComparer.OrdinalIgnoreCase).ThenBy(account => account.Id.Value);

    /// <summary>A provider's subject as one word.</summary>
    public static string KeyOf(string issuer, string subject) => $"{issuer}\n{subject}";

    /// <summary>The account with this identity; null when there is none.</summary>
    public Account? Find(PersonId id) => ById.GetValueOrDefault(id.Value);

    /// <summary>The account of the provider's subject; null when they have never signed in.</summary>
    public Account? Find(string issuer, string subject) => ById.Values.FirstOrDefault(account => account.Issuer == issuer && account.Subject == subject);

    /// <summary>With this account as it is now.</summary>
    public Accounts With(Account account) => this with { ById = ById.SetItem(account.Id.Value, account) };
}

namespace IncidentBot;

/// <summary>Somebody at the door, as the sign-in provider vouches for them.</summary>
/// <param name="Issuer">Who vouches: the provider's address.</param>
/// <param name="Subject">Who they are there, for ever.</param>
/// <param name="Profile">What the provider says of them.</param>
public sealed record Newcomer(string Issuer, string Subject, Profile Profile)
{
    private const int LongestHandle = 30;

    // They mean something else in lines.
    private static readonly string[] Taken = ["me", "incidentbot"];

    /// <summary>What they are called there in one word, if the provider tells; the first handle is made from it.</summary>
    public string? Nickname { get; init; }

    /// <summary>Who they are in words: <c>Ana (ana@example.com)</c>.</summary>
    public string InWords => Profile.Email is { } email ? $"{Profile.Name} ({email})" : Profile.Name;

    /// <summary>Their identity here: that of their account, or one with a handle that nobody has.</summary>
    public PersonId IdentityIn(Accounts accounts)
    {
        if (accounts.Find(Issuer, Subject) is { } known) return known.Id;
        var handle = Handles().First(handle => handle.Length > 0);
        for (var next = 1; ; next++)
        {
            var (word, id) = (next == 1 ? handle : $"{handle}-{next}", new PersonId($"{PersonId.SignedIn}:{(next == 1 ? handle : $"{handle}-{next}")}"));
            if (!Taken.Contains(word) && accounts.Find(id) is null) return id;
        }
    }

    /// <summary>The account as this sign-in makes it.</summary>
    public Account AccountIn(Accounts accounts) =>
        (accounts.Find(Issuer, Subject) ?? new Account(IdentityIn(accounts), Profile.Name, Issuer, Subject)).With(Profile);

    private IEnumerable<string> Handles() => new[] { Nickname, Profile.Email, Profile.Name, "person" }.Select(text => HandleOf(text ?? ""));

    private static string HandleOf(string text)
    {
        var handle = Person.HandleOf(text.Split('@')[0]);
        return (handle.Length > LongestHandle ? handle[..LongestHandle] : handle).Trim('-', '.');
    }
}

using System.Collections.Immutable;

namespace IncidentBot;

/// <summary>Whom the house knows: who has signed in, whose identities belong together, and which tokens it gave out. Part of the house's fold.</summary>
public sealed record PeopleBook
{
    /// <summary>Nobody.</summary>
    public static readonly PeopleBook Empty = new();

    /// <summary>Everybody who has signed in.</summary>
    public Accounts Accounts { get; init; } = Accounts.None;

    /// <summary>Whose identities belong together.</summary>
    public Identities Identities { get; init; } = Identities.None;

    /// <summary>Identities that their person took apart: they are not linked by themselves any more.</summary>
    public ImmutableHashSet<PersonId> KeptApart { get; init; } = [];

    /// <summary>The codes by which identities are linked.</summary>
    public LinkCodes Codes { get; init; } = LinkCodes.None;

    /// <summary>The tokens that programs carry.</summary>
    public ApiTokens Tokens { get; init; } = ApiTokens.None;

    /// <summary>Whose identities count as one person's: where people sign in, a name that was merely said counts as nobody's.</summary>
    public Identities IdentitiesUnder(AccessPolicy access) => access.IsOpen ? Identities : Identities.Proven;

    /// <summary>The person with what the house knows of them now: their right, and their other identities.</summary>
    public Person Recognise(Person person, AccessPolicy access)
    {
        if (person.IsBot) return person with { Right = Right.Admin, SeesPrivate = true };
        var identities = IdentitiesUnder(access).Of(person.Id);
        var account = AccountOf(person.Id, identities, access);
        var right = RightOf(person.Id, account, access);
        return person with
        {
            Right = right < person.AtMost ? right : person.AtMost,
            SeesPrivate = person.Id.Platform == PersonId.Operator || account is not null && person.AtMost == Right.Admin && access.SeesPrivate(account),
            AlsoKnownAs = identities.Remove(person.Id),
        };
    }

    // One's own account counts, else of those that are linked the one with the highest right; one that is shut out shuts the person out.
    private Account? AccountOf(PersonId own, ImmutableHashSet<PersonId> identities, AccessPolicy access) => identities.Select(Accounts.Find).OfType<Account>()
        .OrderByDescending(account => account.IsShutOut).ThenByDescending(account => account.Id == own).ThenByDescending(access.RightOf).ThenByDescending(access.SeesPrivate).ThenBy(account => account.Id.Value, StringComparer.Ordinal).FirstOrDefault();

    private Right RightOf(PersonId id, Account? account, AccessPolicy access) => id.Platform switch
    {
        _ when access.IsOpen => Right.Admin,
        PersonId.Operator => Right.Admin,
        PersonId.Token => Tokens.RightOf(id),
        _ when account is not null => access.RightOf(account),
        PersonId.Claimed or PersonId.SignedIn => Right.None,
        _ => access.Chats,
    };
}

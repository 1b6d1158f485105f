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

    /// <summary>The tokens that programs carry.</summary>
    public ApiTokens Tokens { get; init; } = ApiTokens.None;

    /// <summary>The person with what the house knows of them now: their right, and their other identities.</summary>
    public Person Recognise(Person person, AccessPolicy access)
    {
        if (person.IsBot) return person with { Right = Right.Admin, SeesPrivate = true };
        var identities = Identities.Of(person.Id);
        var account = identities.Select(Accounts.Find).FirstOrDefault(found => found is not null);
        var right = RightOf(person.Id, account, access);
        return person with
        {
            Right = right < person.AtMost ? right : person.AtMost,
            SeesPrivate = account is not null && person.AtMost == Right.Admin && access.SeesPrivate(account),
            AlsoKnownAs = identities.Remove(person.Id),
        };
    }

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

namespace IncidentBot;

/// <summary>Who am I here?</summary>
public sealed record ShowMe : Question
{
    /// <inheritdoc/>
    public override ValueTask<Reply> AnswerAsync(Setting setting, Sources sources, CancellationToken cancellation)
    {
        var me = setting.By;
        var (right, identities) = (RightOf(me, setting.Policy.Access), Identities(me, setting));
        return ValueTask.FromResult(new Reply(string.Join('\n', [$"You are {me.Name}: {right}.", .. identities]))
        {
            Card = new Message($"You are {me.Name}")
            {
                Fields = [new Field("Right", right), .. me.SeesPrivate ? [new Field("Private incidents", "you see them all")] : Array.Empty<Field>()],
                Items = identities,
                Controls = LinkRules.NoPerson(me, setting.Policy.Access) is null ? [new Button("Get a code to link another identity", "me link"), .. Unlinks(me, setting)] : [],
            },
        });
    }

    private static IReadOnlyList<string> Identities(Person me, Setting setting) =>
        [.. Own(me, setting).Select(id => $"{id}: {VouchedFor(id, setting.House.Room.People)}{(id == me.Id ? ", and you speak as it now" : "")}")];

    private static IEnumerable<Control> Unlinks(Person me, Setting setting) =>
        Own(me, setting).Where(id => id != me.Id).Select(id => new Button($"Take {id} apart", $"me unlink {LineWriter.Quote(id.Value)}"));

    private static IEnumerable<PersonId> Own(Person me, Setting setting) =>
        setting.House.Room.People.Identities.Of(me.Id).OrderBy(id => id != me.Id).ThenBy(id => id.Value, StringComparer.Ordinal);

    private static string VouchedFor(PersonId id, PeopleBook people) => id.Platform switch
    {
        PersonId.SignedIn when people.Accounts.Find(id) is { } account => $"{account.Issuer} vouches for it{(account.Email is { } email ? $", with the verified address {email}" : "")}",
        PersonId.Claimed => "a name that was merely said; nobody vouches for it",
        PersonId.Token => "a program's; its token vouches for it",
        PersonId.Operator => "whoever can read the data directory",
        var platform => $"{char.ToUpperInvariant(platform[0])}{platform[1..]} vouches for it",
    };

    private static string RightOf(Person me, AccessPolicy access) => me.Right switch
    {
        _ when access.IsOpen => "you may do everything, as everybody may on this machine while nobody signs in",
        Right.Admin => "admin, who takes part and sees to the house",
        Right.Responder => "responder, who takes part",
        Right.Reader => "reader, who looks at what is not private to others",
        _ => "no right here, not even to look",
    };
}

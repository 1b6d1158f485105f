namespace IncidentBot;

/// <summary>What is going on in the house at one moment.</summary>
/// <param name="Room">The general room: the fold of stream 0, with the people the house knows.</param>
/// <param name="Open">Open incidents, by number.</param>
public sealed record House(Incident Room, IReadOnlyList<Incident> Open)
{
    /// <summary>A house where nothing has happened.</summary>
    public static readonly House Empty = new(Incident.None(IncidentId.House), []);

    /// <summary>Whom it lets in, and as what.</summary>
    public AccessPolicy Access { get; init; } = AccessPolicy.Open;

    /// <summary>Whose identities count as one person's.</summary>
    public Identities Identities => Room.People.IdentitiesUnder(Access);

    /// <summary>Everybody whom the house knows, each once: who has signed in, and who has spoken here.</summary>
    public IReadOnlyList<Person> People =>
    [
        .. Room.People.Accounts.ById.Values.Select(account => account.Person).Concat(Room.Responders.Values)
            .OneEach(Identities).OrderBy(person => person.Name, StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>The person with what the house knows of them now.</summary>
    public Person Recognise(Person person, Policy policy) => Room.People.Recognise(person, policy.Access);

    /// <summary>The open incident with this number, if the person may see it.</summary>
    public Incident? FindOpen(IncidentId id, Person viewer) =>
        Open.FirstOrDefault(incident => incident.Id == id && Visibility.MaySee(viewer, incident));

    /// <summary>The person whom the house knows by a handle: who has signed in counts before who was merely named; null when nobody has it.</summary>
    public Person? Known(string handle) =>
        Room.People.Accounts.ById.Values.FirstOrDefault(account => account.Id.Handle == handle)?.Person
        ?? Room.Responders.Values.Concat(Open.SelectMany(incident => incident.Responders.Values)).FirstOrDefault(person => person.Id.Handle == handle);

    /// <summary>
    /// The person behind a mention (<c>@ana</c>), recognised: one of this incident, one who has signed in, or one who has spoken here;
    /// whom somebody vouches for comes before a name that was merely said. Without sign-in also somebody new by that name; with it, null.
    /// </summary>
    public Person? PersonBy(string mention, Incident incident, Policy policy)
    {
        var handle = Person.HandleOf(mention.TrimStart('@'));
        var accounts = policy.Access.IsOpen ? [] : Room.People.Accounts.ById.Values.Select(account => account.Person);
        var found = Named(incident.Responders.Values, handle).Concat(Named(accounts, handle)).Concat(Named(Room.Responders.Values, handle))
            .OrderBy(person => person.Claimed && !policy.Access.IsOpen).FirstOrDefault();
        return (found ?? (policy.Access.IsOpen ? Person.WhoSays(mention.TrimStart('@')) : null)) is { } person ? Recognise(person, policy) : null;
    }

    /// <summary>The sentence about a mention that is nobody's.</summary>
    public static string Nobody(string mention) => $"I do not know @{Words.Brief(mention.TrimStart('@'), 40)}: nobody of that name has signed in or spoken here.";

    private static IEnumerable<Person> Named(IEnumerable<Person> people, string handle) =>
        people.Where(person => person.Id.Handle == handle).OrderBy(person => person.Claimed).ThenBy(person => person.Id.Value, StringComparer.Ordinal);
}

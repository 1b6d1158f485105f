namespace IncidentBot;

/// <summary>What is going on in the house at one moment.</summary>
/// <param name="Room">The general room: the fold of stream 0, with the people the house knows.</param>
/// <param name="Open">Open incidents, by number.</param>
public sealed record House(Incident Room, IReadOnlyList<Incident> Open)
{
    /// <summary>A house where nothing has happened.</summary>
    public static readonly House Empty = new(Incident.None(IncidentId.House), []);

    /// <summary>The person with what the house knows of them now.</summary>
    public Person Recognise(Person person, Policy policy) => Room.People.Recognise(person, policy.Access);

    /// <summary>The open incident with this number, if the person may see it.</summary>
    public Incident? FindOpen(IncidentId id, Person viewer) =>
        Open.FirstOrDefault(incident => incident.Id == id && Visibility.MaySee(viewer, incident));

    /// <summary>The person behind a mention (<c>@ana</c>): one of this incident, one the house knows (who signed in before who merely said the name), or somebody new by that name.</summary>
    public Person PersonBy(string mention, Incident incident)
    {
        var handle = Person.HandleOf(mention.TrimStart('@'));
        return incident.Responders.Values.Concat(Room.Responders.Values).Where(person => person.Id.Handle == handle).OrderBy(person => person.Claimed).FirstOrDefault()
            ?? new Person(new PersonId("web:" + handle), mention.TrimStart('@'), Claimed: true);
    }
}

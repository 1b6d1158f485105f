using System.Collections.Immutable;

namespace IncidentBot;

/// <summary>Which identities belong to one person. An identity belongs to one person at most.</summary>
public sealed record Identities
{
    private static readonly ImmutableDictionary<PersonId, ImmutableHashSet<PersonId>> Nothing = ImmutableDictionary<PersonId, ImmutableHashSet<PersonId>>.Empty;

    /// <summary>None are linked.</summary>
    public static readonly Identities None = new();

    /// <summary>Linked identities, each with all that are the same person's, itself included.</summary>
    public ImmutableDictionary<PersonId, ImmutableHashSet<PersonId>> Linked { get; init; } = Nothing;

    /// <summary>The same, by those links alone that no merely said name is part of.</summary>
    public ImmutableDictionary<PersonId, ImmutableHashSet<PersonId>> LinkedByProof { get; init; } = Nothing;

    /// <summary>The identities that belong together without any name that was merely said.</summary>
    public Identities Proven => ReferenceEquals(Linked, LinkedByProof) ? this : this with { Linked = LinkedByProof };

    /// <summary>All identities of the person who has this one, itself included.</summary>
    public ImmutableHashSet<PersonId> Of(PersonId id) => Of(Linked, id);

    /// <summary>The identity that stands for all of the person's: one that signed in before one that a chat vouches for, a name that was merely said last.</summary>
    public PersonId MainOf(PersonId id) => Of(id).OrderBy(known => known.Platform switch { PersonId.SignedIn => 0, PersonId.Claimed => 2, _ => 1 }).ThenBy(known => known.Value, StringComparer.Ordinal).First();

    /// <summary>With two identities, and all that are linked with either, as one person's.</summary>
    public Identities With(PersonId one, PersonId other) => this with
    {
        Linked = With(Linked, one, other),
        LinkedByProof = one.Platform == PersonId.Claimed || other.Platform == PersonId.Claimed ? LinkedByProof : With(LinkedByProof, one, other),
    };

    /// <summary>With an identity that is a person of its own again.</summary>
    public Identities Without(PersonId id) => this with { Linked = Without(Linked, id), LinkedByProof = Without(LinkedByProof, id) };

    private static ImmutableHashSet<PersonId> Of(ImmutableDictionary<PersonId, ImmutableHashSet<PersonId>> linked, PersonId id) => linked.GetValueOrDefault(id) ?? [id];

    private static ImmutableDictionary<PersonId, ImmutableHashSet<PersonId>> With(ImmutableDictionary<PersonId, ImmutableHashSet<PersonId>> linked, PersonId one, PersonId other)
    {
        var all = Of(linked, one).Union(Of(linked, other));
        return linked.SetItems(all.Select(id => KeyValuePair.Create(id, all)));
    }

    private static ImmutableDictionary<PersonId, ImmutableHashSet<PersonId>> Without(ImmutableDictionary<PersonId, ImmutableHashSet<PersonId>> linked, PersonId id)
    {
        var rest = Of(linked, id).Remove(id);
        var without = linked.Remove(id);
        return rest.Count > 1 ? without.SetItems(rest.Select(other => KeyValuePair.Create(other, rest))) : without.RemoveRange(rest);
    }
}

/// <summary>People, each of them once.</summary>
public static class OnePerson
{
    /// <summary>Each person once, as the identity that stands for all of theirs, or else the first by its text.</summary>
    public static IEnumerable<Person> OneEach(this IEnumerable<Person> people, Identities identities) => people
        .GroupBy(person => identities.MainOf(person.Id))
        .Select(same => same.OrderBy(person => person.Id != same.Key).ThenBy(person => person.Id.Value, StringComparer.Ordinal).First());
}

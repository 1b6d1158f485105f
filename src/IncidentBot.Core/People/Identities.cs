using System.Collections.Immutable;

namespace IncidentBot;

/// <summary>Which identities belong to one person. An identity belongs to one person at most.</summary>
public sealed record Identities
{
    /// <summary>None are linked.</summary>
    public static readonly Identities None = new();

    /// <summary>Linked identities, each with all that are the same person's, itself included.</summary>
    public ImmutableDictionary<PersonId, ImmutableHashSet<PersonId>> Linked { get; init; } = ImmutableDictionary<PersonId, ImmutableHashSet<PersonId>>.Empty;

    /// <summary>All identities of the person who has this one, itself included.</summary>
    public ImmutableHashSet<PersonId> Of(PersonId id) => Linked.GetValueOrDefault(id) ?? [id];

    /// <summary>With two identities, and all that are linked with either, as one person's.</summary>
    public Identities With(PersonId one, PersonId other)
    {
        var all = Of(one).Union(Of(other));
        return this with { Linked = Linked.SetItems(all.Select(id => KeyValuePair.Create(id, all))) };
    }

    /// <summary>With an identity that is a person of its own again.</summary>
    public Identities Without(PersonId id)
    {
        var rest = Of(id).Remove(id);
        var linked = Linked.Remove(id);
        return this with { Linked = rest.Count > 1 ? linked.SetItems(rest.Select(other => KeyValuePair.Create(other, rest))) : linked.RemoveRange(rest) };
    }
}

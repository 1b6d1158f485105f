using System.Collections.Immutable;

namespace IncidentBot;

/// <summary>Who took part, and how much of the timeline is theirs: one line per person, whatever identities they used.</summary>
internal sealed class Participants(Identities identities)
{
    private readonly Dictionary<PersonId, Share> shares = [];

    /// <summary>Counts an entry for whoever made it.</summary>
    public void Take(Recorded entry)
    {
        // A program that speaks in a room takes no part.
        if (entry.By.IsBot || entry.Event is MessagePosted { FromBot: true } or FileShared { FromBot: true }) return;
        var main = identities.MainOf(entry.By.Id);
        var share = shares.GetValueOrDefault(main) ?? new Share(entry.By, [], 0, entry.Number, entry.Number);
        shares[main] = share with { Who = entry.By, As = share.As.Add(entry.By.Id.Value), Count = share.Count + 1, Last = entry.Number };
    }

    /// <summary>The people, in the order in which they came; those who held a role and wrote nothing come last.</summary>
    public ReviewBlock Block(IEnumerable<RoleTenure> tenures)
    {
        var silent = tenures.Where(tenure => !shares.ContainsKey(identities.MainOf(tenure.Person.Id))).DistinctBy(tenure => identities.MainOf(tenure.Person.Id))
            .Select(tenure => new Share(tenure.Person, [tenure.Person.Id.Value], 0, tenure.FromEntry, tenure.FromEntry));
        return new ReviewBlock.Table(
            ["Who", "Known as", "Entries"],
            [.. shares.Values.OrderBy(share => share.First).Concat(silent).Select(Row)]);
    }

    private static TableRow Row(Share share) => new(
        [share.Who.Claimed ? $"{share.Who.Name} (the name was claimed, not proven)" : share.Who.Name, string.Join(", ", share.As), $"{share.Count:N0}"],
        share.First == share.Last ? [share.First] : [share.First, share.Last]);

    private sealed record Share(Person Who, ImmutableSortedSet<string> As, int Count, int First, int Last);
}

namespace IncidentBot;

/// <summary>Who took part, and how much of the timeline is theirs.</summary>
internal sealed class Participants
{
    private readonly Dictionary<PersonId, Share> shares = [];

    /// <summary>Counts an entry for whoever made it.</summary>
    public void Take(Recorded entry)
    {
        if (entry.By.IsBot) return;
        var share = shares.GetValueOrDefault(entry.By.Id) ?? new Share(entry.By, 0, entry.Number, entry.Number);
        shares[entry.By.Id] = share with { Who = entry.By, Count = share.Count + 1, Last = entry.Number };
    }

    /// <summary>The people, in the order in which they came; those who held a role and wrote nothing come last.</summary>
    public ReviewBlock Block(IEnumerable<RoleTenure> tenures)
    {
        var silent = tenures.Where(tenure => !shares.ContainsKey(tenure.Person.Id)).DistinctBy(tenure => tenure.Person.Id)
            .Select(tenure => new Share(tenure.Person, 0, tenure.FromEntry, tenure.FromEntry));
        return new ReviewBlock.Table(
            ["Who", "Known as", "Entries"],
            [.. shares.Values.OrderBy(share => share.First).Concat(silent).Select(Row)]);
    }

    private static TableRow Row(Share share) => new(
        [share.Who.Claimed ? $"{share.Who.Name} (the name was claimed, not proven)" : share.Who.Name, share.Who.Id.Value, $"{share.Count:N0}"],
        share.First == share.Last ? [share.First] : [share.First, share.Last]);

    private sealed record Share(Person Who, int Count, int First, int Last);
}

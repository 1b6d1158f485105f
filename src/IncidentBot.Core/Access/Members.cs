namespace IncidentBot;

/// <summary>A person who sees an incident while it is private.</summary>
/// <param name="Name">The name as it is known.</param>
/// <param name="Identities">Under which identities.</param>
public sealed record Member(string Name, IReadOnlyList<PersonId> Identities)
{
    /// <summary>The members of an incident, each person once, by name.</summary>
    public static IReadOnlyList<Member> Of(Incident incident, House house)
    {
        var known = house.Room.People.Accounts.ById.Values.Select(account => account.Person).Concat(house.Room.Responders.Values).Concat(incident.Responders.Values)
            .GroupBy(person => person.Id).ToDictionary(same => same.Key, same => same.Last().Name);
        return
        [
            .. incident.Members.GroupBy(house.Identities.MainOf)
                .Select(person => (Main: person.Key, Ids: person.OrderBy(id => id != person.Key).ThenBy(id => id.Value, StringComparer.Ordinal).ToList()))
                .Select(person => new Member(person.Ids.Select(known.GetValueOrDefault).FirstOrDefault(name => name is not null) ?? person.Main.Handle, person.Ids))
                .OrderBy(member => member.Name, StringComparer.OrdinalIgnoreCase).ThenBy(member => member.Identities[0].Value, StringComparer.Ordinal),
        ];
    }
}

/// <summary>Who sees the incident while it is private?</summary>
public sealed record ListMembers : Question
{
    /// <inheritdoc/>
    public override ValueTask<Reply> AnswerAsync(Setting setting, Sources sources, CancellationToken cancellation)
    {
        var incident = setting.Incident;
        var lines = Member.Of(incident, setting.House).Select(member => $"{member.Name} ({string.Join(", ", member.Identities)})").ToList();
        var headline = incident.IsPrivate
            ? $"{Words.Count(lines.Count, "member")} of {incident.Id}"
            : $"{incident.Id} is public: everybody sees it. While it is private, {Words.Count(lines.Count, "member")} would";
        return ValueTask.FromResult(new Reply($"{headline}:\n{string.Join('\n', lines)}")
        {
            Incident = incident.Id,
            Card = new Message(headline)
            {
                About = incident.Id,
                Text = setting.Policy.Access.IsOpen ? null : "Beside them, the admins who are named for private incidents see it.",
                Items = lines,
                Controls = Authority.Allows("member", incident, setting.By, setting.Policy) ? [new PeoplePicker("Add a member", setting.Line("member", "add", PeoplePicker.Person))] : [],
            },
        });
    }
}

namespace IncidentBot.Chat.Slack.Naming;

/// <summary>The handles by which a line mentions people: one for each person, no two alike.</summary>
internal sealed class SlackHandles
{
    private readonly Dictionary<string, string> byUser = [];
    private readonly Dictionary<string, Person> meant = [];

    public SlackHandles(IReadOnlyDictionary<string, Person> mentioned)
    {
        foreach (var (user, person) in mentioned)
        {
            var handle = Free(user, Person.HandleOf(person.Name));
            byUser[user] = handle;
            meant[handle] = person;
        }
    }

    /// <summary>Whom each handle means.</summary>
    public IReadOnlyDictionary<string, Person> Meant => meant;

    /// <summary>A user's handle.</summary>
    public string Of(string user) => byUser[user];

    // "me" is whoever speaks.
    private string Free(string user, string handle)
    {
        var plain = handle is "" or "me" ? Person.HandleOf(user) : handle;
        for (var count = 1; ; count++)
        {
            var candidate = count == 1 ? plain : $"{plain}-{count}";
            if (!meant.ContainsKey(candidate)) return candidate;
        }
    }
}

namespace IncidentBot;

/// <summary>What a line aims at: which incident, which verb, and where the verb's arguments begin.</summary>
internal sealed record Target(IncidentId Incident, string? Word, Verb? Verb, int ArgumentsFrom)
{
    /// <summary>
    /// The incident is the number in front (<c>INC-42 note …</c>), else the room's; outside a room also the number behind the verb
    /// (<c>note INC-42 …</c>). Inside a room a number behind the verb belongs to the text.
    /// </summary>
    public static Target Of(Line line, IncidentId room, Verbs verbs)
    {
        var words = line.Words;
        var at = 0;
        var incident = room;
        if (words.Count > 0 && !words[0].Quoted && IncidentId.TryParse(words[0].Text, out var named)) (incident, at) = (named, 1);
        if (words.Count == at) return new Target(incident, null, null, at);

        var verb = verbs.Find(words[at].Text);
        var arguments = at + 1;
        if (incident.IsHouse && verb is { Scope: not Scope.Anywhere } && words.Count > arguments && IncidentId.TryParse(words[arguments].Text, out var behind))
            (incident, arguments) = (behind, arguments + 1);
        return new Target(incident, words[at].Text, verb, arguments);
    }

    /// <summary>What the line asks for.</summary>
    public Asked Read(Line line, Setting setting)
    {
        if (Word is null) return setting.Incident.Id.IsHouse ? Asked.Answer(new ListIncidents(new IncidentFilter { Open = true })) : Asked.Answer(new ShowCard());
        if (Verb is null) return Unknown(setting);
        if (Verb.Scope == Scope.Incident && setting.Incident.Id.IsHouse) return WhichIncident(setting);
        var arguments = Arguments.Read(line, ArgumentsFrom, Verb.Options);
        return arguments.Fault is { } fault ? new Asked.Nothing($"{fault} Type: {Verb.HelpLine}") : Verb.Read(arguments, setting);
    }

    private Asked.Nothing Unknown(Setting setting)
    {
        var nearest = setting.Verbs.Nearest(Word!);
        return new Asked.Nothing($"I do not know “{Words.Brief(Word!, 40)}”. Did you mean {nearest.HelpLine}? Type help for all.");
    }

    private Asked.Nothing WhichIncident(Setting setting)
    {
        var open = setting.House.Open.Where(incident => Visibility.MaySee(setting.By, incident)).OrderByDescending(incident => incident.LastNewsAt).ToList();
        var example = open.Count > 0 ? open[0].Id.ToString() : "INC-1";
        return new Asked.Nothing(open.Count > 0
            ? $"Which incident? Put its number first: {example} {Verb!.HelpLine}. Open: {string.Join(", ", open.Take(5).Select(incident => $"{incident.Id} “{Words.Brief(incident.Title, 40)}”"))}."
            : $"There is no open incident. Declare one, or put a number first: {example} {Verb!.HelpLine}");
    }
}

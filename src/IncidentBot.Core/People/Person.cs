namespace IncidentBot;

/// <summary>Who someone is, with the way they were met: <c>web:ana</c>, <c>slack:T1/U1</c>, <c>api:deploy-bot</c>, <c>bot:clock</c>.</summary>
public readonly record struct PersonId(string Value)
{
    /// <summary>The part before the colon: the platform that vouches for the rest.</summary>
    public string Platform => Value.Split(':', 2)[0];

    /// <summary>The part after the colon: how people mention this person (<c>@ana</c>).</summary>
    public string Handle => Value.Split(':', 2)[^1];

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A person as they were known at one moment: the identity, the name it had then, and whether anybody vouched for it.</summary>
/// <param name="Id">The identity that rules compare.</param>
/// <param name="Name">The name as it was then; never empty.</param>
/// <param name="Claimed">True when the name was merely said (war room or API without sign-in), not proven.</param>
public sealed record Person(PersonId Id, string Name, bool Claimed = false)
{
    /// <summary>The bot itself, when it acts on a deadline, keeps a promise or seals the timeline.</summary>
    public static readonly Person Bot = new(new PersonId("bot:incidentbot"), "IncidentBot");

    /// <summary>True for the bot's own doing.</summary>
    public bool IsBot => Id.Platform == "bot";

    /// <summary>Somebody on this machine who says a name, before sign-in exists.</summary>
    public static Person WhoSays(string name)
    {
        var trimmed = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new Person(new PersonId("web:" + HandleOf(trimmed)), trimmed, Claimed: true);
    }

    /// <summary>The handle by which a name is mentioned: lower case, letters and digits kept, the rest joined by a dash.</summary>
    public static string HandleOf(string name)
    {
        var kept = name.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) || c is '.' or '_' ? c : '-');
        return string.Join('-', string.Concat(kept).Split('-', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

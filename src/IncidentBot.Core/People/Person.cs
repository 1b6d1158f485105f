using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace IncidentBot;

/// <summary>
/// Who someone is, with the way they were met: <c>web:ana</c> (a name that was merely said), <c>sso:ana</c> (signed in),
/// <c>slack:T1/U1</c>, <c>api:deploy-bot</c> (a token), <c>cli:ana</c> (the machine's own operator), <c>bot:clock</c>.
/// </summary>
public readonly record struct PersonId(string Value)
{
    /// <summary>The platform of names that were merely said.</summary>
    public const string Claimed = "web";

    /// <summary>The platform of those who signed in.</summary>
    public const string SignedIn = "sso";

    /// <summary>The platform of the bearers of tokens.</summary>
    public const string Token = "api";

    /// <summary>The platform of those who can read the data directory.</summary>
    public const string Operator = "cli";

    /// <summary>The part before the colon: the platform that vouches for the rest.</summary>
    public string Platform => Value.Split(':', 2)[0];

    /// <summary>The part after the colon: how people mention this person (<c>@ana</c>).</summary>
    public string Handle => Value.Split(':', 2)[^1];

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>
/// A person as they were known at one moment: the identity, the name it had then, and whether anybody vouched for it. That much is
/// stored, and makes two of them equal. What the house knows beside it now (<see cref="PeopleBook.Recognise"/>) goes along while the person acts or looks.
/// </summary>
/// <param name="Id">The identity that rules compare.</param>
/// <param name="Name">The name as it was then; never empty.</param>
/// <param name="Claimed">True when the name was merely said (war room or API without sign-in), not proven.</param>
public sealed record Person(PersonId Id, string Name, bool Claimed = false)
{
    /// <summary>The bot itself, when it acts on a deadline, keeps a promise or seals the timeline.</summary>
    public static readonly Person Bot = new(new PersonId("bot:incidentbot"), "IncidentBot");

    /// <summary>What the person may do in the house.</summary>
    [JsonIgnore]
    public Right Right { get; init; } = Right.Responder;

    /// <summary>What the person may do at most, because of the way they came: a token brings somebody's words, but not more right than its own.</summary>
    [JsonIgnore]
    public Right AtMost { get; init; } = Right.Admin;

    /// <summary>True for an admin who is named as one that sees private incidents.</summary>
    [JsonIgnore]
    public bool SeesPrivate { get; init; }

    /// <summary>The person's other identities, linked with this one; empty while none are.</summary>
    [JsonIgnore]
    public ImmutableHashSet<PersonId> AlsoKnownAs { get; init; } = [];

    /// <summary>True when this identity is the person's, by itself or by a link: what every rule about persons asks.</summary>
    public bool Is(PersonId id) => Id == id || AlsoKnownAs.Contains(id);

    /// <summary>True when this is the same person, under whichever of their identities.</summary>
    public bool Is(Person? other) => other is not null && (Is(other.Id) || other.AlsoKnownAs.Contains(Id));

    /// <summary>True when the same identity had the same name, vouched for alike.</summary>
    public bool Equals(Person? other) => other is not null && Id == other.Id && Name == other.Name && Claimed == other.Claimed;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Name, Claimed);

    /// <summary>True for the bot's own doing.</summary>
    public bool IsBot => Id.Platform == "bot";

    /// <summary>Somebody on this machine who says a name, before sign-in exists.</summary>
    public static Person WhoSays(string name)
    {
        var trimmed = Words.OnOneLine(name);
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

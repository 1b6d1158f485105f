using System.Collections.Immutable;
using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>A line that reached the desk, from wherever it was typed, pressed or sent.</summary>
/// <param name="Line">The line; a leading slash and root command (<c>/incident</c>) are allowed and dropped.</param>
/// <param name="By">Who.</param>
/// <param name="Via">By which way: web, api, cli, slack, teams.</param>
/// <param name="Room">The incident whose room it was typed in; the house for the general room or none.</param>
/// <param name="Key">The caller's key, unique for the person and the way; null when a repetition cannot happen.</param>
public sealed record Heard(string Line, Person By, string Via, IncidentId Room, string? Key = null)
{
    /// <summary>Whom the mentions in it mean, by what stands behind the @: a chat knows whom its people mention. Empty where it is left to the house.</summary>
    public IReadOnlyDictionary<string, Person> Mentioned { get; init; } = ImmutableDictionary<string, Person>.Empty;
}

/// <summary>A message in a room.</summary>
/// <param name="Text">What was written.</param>
/// <param name="By">Who.</param>
/// <param name="Via">By which way.</param>
/// <param name="Room">The incident whose room it is; the house for the general room.</param>
/// <param name="Key">The caller's key; null when a repetition cannot happen.</param>
/// <param name="ReplyTo">The number of the message that it answers; null outside threads.</param>
public sealed record Said(string Text, Person By, string Via, IncidentId Room, string? Key = null, int? ReplyTo = null);

/// <summary>What the desk answers.</summary>
/// <param name="Text">The answer in plain words; never empty.</param>
public sealed record Reply(string Text)
{
    /// <summary>True when nothing was done; <see cref="Text"/> says why and what to do instead.</summary>
    public bool Refused { get; init; }

    /// <summary>The incident it is about; null when it is about none.</summary>
    public IncidentId? Incident { get; init; }

    /// <summary>The numbers of the entries that the line led to (on <see cref="Incident"/>'s timeline).</summary>
    public IReadOnlyList<int> Entries { get; init; } = [];

    /// <summary>Those entries themselves.</summary>
    public IReadOnlyList<Recorded> Recorded { get; init; } = [];

    /// <summary>True when the incident that was meant does not exist, or the asker may not see it.</summary>
    public bool Missing { get; init; }

    /// <summary>True when the caller's key had been used for something else.</summary>
    public bool KeyWasUsed { get; init; }

    /// <summary>A card to show with it, to the asker alone; null when words are enough.</summary>
    public Message? Card { get; init; }

    /// <summary>True when what was said is recorded, and its author, alone, should hear what <see cref="Text"/> says about it.</summary>
    public bool IsAdvice { get; init; }

    /// <summary>A token that was made: it is told this once, to the asker alone, and kept nowhere; null for every other answer.</summary>
    public MintedToken? Token { get; init; }

    /// <summary>The answer with what is told once, for those who get words and nothing else.</summary>
    public string InFull() => Token is null ? Text : $"{Text} It is told this once; keep it where only its program finds it:\n{Token.Text}";

    /// <summary>A form to fill in; null when none is needed.</summary>
    public Form? Form { get; init; }

    /// <summary>What to do now, with one press; its line is the first of <see cref="Instead"/>. Null when nothing is urgent.</summary>
    public Button? Offer { get; init; }

    /// <summary>Lines that would help, ready to be typed or pressed.</summary>
    public IReadOnlyList<string> Instead { get; init; } = [];

    /// <summary>A refusal.</summary>
    public static Reply Refuse(string because, params IReadOnlyList<string> instead) => new(because) { Refused = true, Instead = instead };
}

namespace IncidentBot;

/// <summary>
/// What happened: a closed set, stored for ever. An event knows what it changed, how the timeline tells it,
/// and what the outside is owed because of it. Who, when and by which way is the envelope's (<see cref="Recorded"/>).
/// </summary>
public abstract record IncidentEvent
{
    /// <summary>The incident as it stands after this.</summary>
    public abstract Incident ApplyTo(Incident incident, Recorded entry);

    /// <summary>The predicate of a sentence: the timeline puts who before it. A change carries from and to.</summary>
    public abstract string Sentence { get; }

    /// <summary>What follows for the outside world. Asked once, when the event is new, with the incident as it stands after it; never on replay.</summary>
    public virtual IEnumerable<Effect> Consequences(Incident now, Policy policy) => [];

    /// <summary>How loudly the timeline tells it.</summary>
    public virtual Prominence Prominence => Prominence.Key;

    /// <summary>The same event with the words of people taken out of it: what is left of it when it is redacted. Null when it holds none.</summary>
    public virtual IncidentEvent? WithoutWords() => null;

    /// <summary>True for what only admins may read: who signed in, which tokens there are, who looked at what. It is part of the house's audit.</summary>
    public virtual bool IsForAdmins => false;
}

/// <summary>How loudly the timeline tells an entry.</summary>
public enum Prominence
{
    /// <summary>The bot's own book-keeping: hidden until asked for, and no card is drawn anew because of it.</summary>
    Housekeeping,

    /// <summary>What people said: part of the story, but not of its key events.</summary>
    Talk,

    /// <summary>A turn of the story.</summary>
    Key,
}

/// <summary>A kind that this version does not know: kept as it is, told as coming from a newer version.</summary>
public sealed record UnknownEvent(string Kind, string Json) : IncidentEvent
{
    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident;

    /// <inheritdoc/>
    public override string Sentence => $"did something that this version cannot tell ({Kind}, from a newer version)";
}

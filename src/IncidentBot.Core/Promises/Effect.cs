namespace IncidentBot;

/// <summary>A promise to the outside world, written in the very entry that it follows from and kept by a worker afterwards.</summary>
public abstract record Effect
{
    /// <summary>Who must be reached to keep it: promises to one destination are kept in order, and its circuit breaks alone.</summary>
    public abstract string Destination { get; }

    /// <summary>What it is, for people: "announce INC-1 in the general room".</summary>
    public abstract string Purpose { get; }

    /// <summary>The same promise without the words of people, for when its entry is redacted.</summary>
    public virtual Effect WithoutWords() => this;

    /// <summary>True when people outside the incident's rooms would hear of it: a drill stays silent there.</summary>
    public virtual bool ReachesBeyondRooms => false;
}

/// <summary>A promise's own name: the entry that made it and its place there.</summary>
public readonly record struct PromiseId(IncidentId Incident, int Entry, int Index)
{
    /// <summary>The fixed key under which its outcome is recorded once.</summary>
    public string OutcomeKey(int attempt) => $"promise:{Incident.Number}:{Entry}:{Index}:{attempt}";

    /// <inheritdoc/>
    public override string ToString() => $"{Entry}.{Index}";
}

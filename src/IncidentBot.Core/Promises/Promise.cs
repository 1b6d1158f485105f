using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>A promise as it is put into a hand.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Effect">What was promised.</param>
/// <param name="Incident">Whose timeline it stands on, as it is now.</param>
public sealed record Promise(PromiseId Id, Effect Effect, Incident Incident)
{
    /// <summary>The same for every try, also after it was renewed: for a far side that does one thing once per key.</summary>
    public string Key => $"deed:{Id.Incident.Number}:{Id.Entry}:{Id.Index}";

    /// <summary>When it was made.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>True when it may have been kept already: an earlier try, by this process or one before it, ended without an answer.</summary>
    public bool MayBeKept { get; init; }

    /// <summary>The try that it is now, as a chat is told of it.</summary>
    public Attempt Attempt => new(Key, MadeAt, MayBeKept);
}

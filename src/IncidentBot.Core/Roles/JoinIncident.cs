namespace IncidentBot;

/// <summary>Says that one is here to help; in the house, that one is here at all.</summary>
public sealed record JoinIncident : Command
{
    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at) =>
        Knows(incident, at.By)
            ? Decision.Refuse(incident.Id.IsHouse ? $"You are known here as {at.By.Name}." : $"You have joined {incident.Id} already.")
            : Decision.Accept(new ResponderJoined(at.By));

    // The house keeps every identity by which somebody is mentioned; on an incident one is there once.
    private static bool Knows(Incident incident, Person person) => incident.Responders.TryGetValue(person.Id, out var known)
        ? known.Name == person.Name
        : !incident.Id.IsHouse && incident.Responders.Keys.Any(person.Is);
}

/// <summary>Somebody is here to help.</summary>
public sealed record ResponderJoined(Person Who) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => "joined";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Talk;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident.WithResponder(Who);
}

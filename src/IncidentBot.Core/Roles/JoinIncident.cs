namespace IncidentBot;

/// <summary>Says that one is here to help; in the house, that one is here at all.</summary>
public sealed record JoinIncident : Command
{
    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at) =>
        incident.Responders.TryGetValue(at.By.Id, out var known) && known.Name == at.By.Name
            ? Decision.Refuse(incident.Id.IsHouse ? $"You are known here as {known.Name}." : $"You have joined {incident.Id} already.")
            : Decision.Accept(new ResponderJoined(at.By));
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

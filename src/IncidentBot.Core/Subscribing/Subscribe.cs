namespace IncidentBot;

/// <summary>Asks to hear of an incident's turns: how bad it is, where it stands, what customers and stakeholders were told.</summary>
public sealed record Subscribe : Command
{
    /// <summary>How many may subscribe to one incident.</summary>
    public const int Most = 100;

    /// <inheritdoc/>
    public override Right Needs => Right.Reader;

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at) =>
        incident.SubscriptionOf(at.By) is not null ? Decision.Refuse($"You have subscribed to {incident.Id} already.", LineWriter.Line(incident.Id, "unsubscribe"))
        : incident.Subscribers.Count >= Most ? Decision.Refuse($"{Most} people have subscribed to {incident.Id}, and there is no room for more. Follow it on its page, or join it.", LineWriter.Line(incident.Id, "join"))
        : Decision.Accept(new SubscriberAdded(at.By));
}

/// <summary>Asks to hear no more of an incident's turns.</summary>
public sealed record Unsubscribe : Command
{
    /// <inheritdoc/>
    public override Right Needs => Right.Reader;

    /// <inheritdoc/>
    public override bool WorksOnEnded => true;

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at) => incident.SubscriptionOf(at.By) is { } known
        ? Decision.Accept(new SubscriberRemoved(known))
        : Decision.Refuse($"You have not subscribed to {incident.Id}.");
}

/// <summary>Somebody hears of the incident's turns from now on.</summary>
public sealed record SubscriberAdded(Person Who) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => "subscribed: each change of severity or stage and each update comes as a direct message";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Housekeeping;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident with { Subscribers = incident.Subscribers.SetItem(Who.Id, Who) };
}

/// <summary>Somebody hears of the incident's turns no more.</summary>
public sealed record SubscriberRemoved(Person Who) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => "unsubscribed";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Housekeeping;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident with { Subscribers = incident.Subscribers.Remove(Who.Id) };
}

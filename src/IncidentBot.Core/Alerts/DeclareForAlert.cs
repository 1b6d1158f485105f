namespace IncidentBot;

/// <summary>Declares the incident that a rule has for an alert.</summary>
/// <param name="Declaration">The incident.</param>
/// <param name="Alert">The alert.</param>
/// <param name="Rule">The rule's name.</param>
public sealed record DeclareForAlert(DeclareIncident Declaration, Alert Alert, string Rule) : Command
{
    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at) => Declaration.Decide(incident, at) is Decision.Accepted(var events)
        ? Decision.Accept([.. events, new AlertAttached(Alert, Rule: Rule)])
        : Declaration.Decide(incident, at);
}

namespace IncidentBot;

/// <summary>How does the incident stand?</summary>
public sealed record ShowCard : Question
{
    /// <inheritdoc/>
    public override ValueTask<Reply> AnswerAsync(Setting setting, Sources sources, CancellationToken cancellation)
    {
        var incident = setting.Incident;
        var card = IncidentCard.Full(incident, setting.Policy, setting.By, setting.House, sources.WaitingOn(incident.Id));
        var text = $"{incident.Id} {incident.Severity} in {incident.Stage.Word()}: {incident.Title}. Commander: {incident.Commander?.Name ?? "nobody yet"}.";
        return ValueTask.FromResult(new Reply(text) { Incident = incident.Id, Card = card });
    }
}

/// <summary>What has happened so far? For whoever comes late.</summary>
public sealed record CatchUp : Question
{
    /// <inheritdoc/>
    public override ValueTask<Reply> AnswerAsync(Setting setting, Sources sources, CancellationToken cancellation)
    {
        var briefing = Briefing.Of(setting.Incident, setting.Policy, setting.Now);
        var lines = briefing.Split('\n');
        return ValueTask.FromResult(new Reply(briefing)
        {
            Incident = setting.Incident.Id,
            Card = new Message($"Where {setting.Incident.Id} stands") { Text = lines[0], Items = lines[1..], About = setting.Incident.Id, Tone = IncidentCard.ToneOf(setting.Incident.Severity, setting.Incident.Stage) },
        });
    }
}

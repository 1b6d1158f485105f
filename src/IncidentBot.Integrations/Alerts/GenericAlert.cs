using System.Text.Json;

namespace IncidentBot.Integrations.Alerts;

/// <summary>One alert in the form that any script can send: a name and a state, and what else there is to say.</summary>
internal static class GenericAlert
{
    private const string Source = "Monitoring";

    /// <summary>What it says.</summary>
    public static IReadOnlyList<AlertSignal> Read(JsonElement root, AlertArrival arrival)
    {
        var fields = new AlertFields(root, "", arrival.Faults);
        var name = fields.Necessary("name", "the alert's name");
        var state = fields.Necessary("state", "firing or cleared");
        if (state is not ("firing" or "cleared" or "")) arrival.Faults.Add($"“state” must be firing or cleared, not “{Words.Brief(state, 40)}”.");
        var labels = fields.Labels("labels");
        if (fields.Text("severity") is { } severity) labels["severity"] = severity.Trim();
        if (fields.Text("service") is { } service) labels["service"] = service.Trim();
        fields.Kept(labels);
        var since = fields.Moment("startedAt");
        var alert = new Alert(
            fields.Fingerprint(name, labels), Words.Brief(name, AlertLimits.Name), Words.Brief(fields.Text("summary") ?? "", Limits.Reason),
            since ?? arrival.At, SourceOf(fields, arrival.Faults), fields.Link("link"), labels, arrival.PayloadSha256);
        return [new AlertSignal(alert, state == "firing") { EndedAt = fields.Moment("endedAt"), SaysSince = since is not null }];
    }

    private static string SourceOf(AlertFields fields, AlertFaults faults)
    {
        var source = Words.Brief(fields.Text("source") ?? Source, Limits.Name);
        var handle = Person.HandleOf(source);
        if (handle.Length == 0) faults.Add("“source” must be a name with at least one letter or digit.");
        else if (handle == Person.Bot.Id.Handle) faults.Add($"“source” must not be {Person.Bot.Name} itself. Name the system that watches.");
        return source;
    }
}

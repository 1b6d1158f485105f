using System.Text.Json;

namespace IncidentBot.Integrations.Alerts;

/// <summary>Prometheus Alertmanager's webhook, version 4. Told apart by its shape: it has a list of alerts.</summary>
internal static class Alertmanager
{
    private const string Source = "Alertmanager";
    private const string Version = "4";

    /// <summary>True when the request looks like Alertmanager's.</summary>
    public static bool Sent(JsonElement root) => root.TryGetProperty("alerts", out _);

    /// <summary>How many alerts it left out of the request, as its settings bid it.</summary>
    public static long LeftOut(JsonElement root) =>
        root.TryGetProperty("truncatedAlerts", out var count) && count.ValueKind == JsonValueKind.Number && count.TryGetInt64(out var number) ? number : 0;

    /// <summary>What it says.</summary>
    public static IReadOnlyList<AlertSignal> Read(JsonElement root, AlertArrival arrival)
    {
        var faults = arrival.Faults;
        if (new AlertFields(root, "", faults).Text("version") is not Version)
            faults.Add("“version” must be \"4\", as Alertmanager's webhook has it. Other senders take the generic form: {\"name\": …, \"state\": \"firing\"}.");
        var alerts = root.GetProperty("alerts");
        if (alerts.ValueKind != JsonValueKind.Array) faults.Add("“alerts” must be a list.");
        else if (alerts.GetArrayLength() > AlertLimits.Alerts)
            faults.Add($"The request holds {alerts.GetArrayLength():N0} alerts; {AlertLimits.Alerts} are allowed. Set max_alerts of Alertmanager's webhook to {AlertLimits.Alerts}.");
        return faults.None ? [.. alerts.EnumerateArray().Select((alert, at) => One(alert, $"alerts[{at}]", arrival)).OfType<AlertSignal>()] : [];
    }

    private static AlertSignal? One(JsonElement json, string where, AlertArrival arrival)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            arrival.Faults.Add($"“{where}” must be an object.");
            return null;
        }
        var fields = new AlertFields(json, where + ".", arrival.Faults);
        var status = fields.Necessary("status", "firing or resolved");
        if (status is not ("firing" or "resolved" or "")) arrival.Faults.Add($"“{where}.status” must be firing or resolved, not “{Words.Brief(status, 40)}”.");
        var labels = fields.Kept(fields.Labels("labels"));
        if (labels.Count == 0) arrival.Faults.Add($"“{where}.labels” is missing; at least alertname is needed.");
        var since = fields.Moment("startsAt");
        return new AlertSignal(Described(fields, labels, since ?? arrival.At, arrival), status == "firing") { EndedAt = fields.Moment("endsAt"), SaysSince = since is not null };
    }

    private static Alert Described(AlertFields fields, Dictionary<string, string> labels, DateTimeOffset since, AlertArrival arrival)
    {
        var name = labels.GetValueOrDefault("alertname") is { } given && !string.IsNullOrWhiteSpace(given)
            ? given
            : string.Join(", ", labels.Select(label => $"{label.Key}={label.Value}"));
        var annotations = fields.Labels("annotations");
        var summary = annotations.GetValueOrDefault("summary") is { Length: > 0 } said ? said : annotations.GetValueOrDefault("description") ?? "";
        return new Alert(
            fields.Fingerprint(name, labels), Words.Brief(name, AlertLimits.Name), Words.Brief(summary, Limits.Reason),
            since, Source, fields.Link("generatorURL"), labels, arrival.PayloadSha256);
    }
}

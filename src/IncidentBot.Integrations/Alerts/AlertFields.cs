using System.Text.Json;

namespace IncidentBot.Integrations.Alerts;

/// <summary>A JSON object that a sender calls an alert, read field by field. Fields that nobody asks for are passed over.</summary>
/// <param name="json">The object.</param>
/// <param name="where">Where it stands in the request: <c>alerts[3].</c>, or nothing.</param>
/// <param name="faults">Where to tell what is wrong.</param>
internal sealed class AlertFields(JsonElement json, string where, AlertFaults faults)
{
    /// <summary>A text; null when the field is absent, null or empty.</summary>
    public string? Text(string name)
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.String) return value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
        faults.Add($"“{where}{name}” must be a text.");
        return null;
    }

    /// <summary>A text that must be there.</summary>
    public string Necessary(string name, string what)
    {
        if (Text(name) is { } text) return text;
        faults.Add($"“{where}{name}” is missing; it is {what}.");
        return "";
    }

    /// <summary>A moment; null when the field is absent, or before 1970, which is how some say "never".</summary>
    public DateTimeOffset? Moment(string name)
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var moment))
            return moment.UtcDateTime.Year < 1970 ? null : Microseconds.Cut(moment);
        faults.Add($"“{where}{name}” is no time that can be read. Write it like 2026-11-23T10:42:00Z.");
        return null;
    }

    /// <summary>Names and their values; empty when the field is absent.</summary>
    public Dictionary<string, string> Labels(string name)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Find(name) is not { } value) return labels;
        if (value.ValueKind != JsonValueKind.Object)
        {
            faults.Add($"“{where}{name}” must be an object of names and their texts.");
            return labels;
        }
        foreach (var label in value.EnumerateObject())
        {
            if (label.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array) faults.Add($"“{where}{name}.{Words.Brief(label.Name, 40)}” must be a text.");
            else labels[label.Name] = label.Value.ValueKind == JsonValueKind.Null ? "" : label.Value.ToString();
        }
        return labels;
    }

    /// <summary>Names and their values that are kept, within their limits.</summary>
    public Dictionary<string, string> Kept(Dictionary<string, string> labels)
    {
        if (labels.Count > AlertLimits.Labels) faults.Add($"“{where}labels” are {labels.Count:N0}; {AlertLimits.Labels} are allowed.");
        foreach (var (name, value) in labels)
        {
            if (name.Length > AlertLimits.LabelName) faults.Add($"A name in “{where}labels” has {name.Length:N0} characters; {AlertLimits.LabelName} are allowed.");
            else if (value.Length > AlertLimits.LabelValue) faults.Add($"“{where}labels.{Words.Brief(name, 40)}” has {value.Length:N0} characters; {AlertLimits.LabelValue:N0} are allowed.");
        }
        var all = labels.Sum(label => label.Key.Length + label.Value.Length);
        if (all > AlertLimits.AllLabels) faults.Add($"“{where}labels” have {all:N0} characters together; {AlertLimits.AllLabels:N0} are allowed.");
        return labels;
    }

    /// <summary>What tells the alert again; a digest of the labels when the sender gives none.</summary>
    public string Fingerprint(string name, IReadOnlyDictionary<string, string> labels)
    {
        var given = Text("fingerprint")?.Trim();
        if (given?.Length > AlertLimits.Fingerprint) faults.Add($"“{where}fingerprint” has {given.Length:N0} characters; {AlertLimits.Fingerprint} are allowed.");
        return given ?? AlertDigest.Of(name, labels);
    }

    /// <summary>An address that can be followed; null for anything but http and https.</summary>
    public string? Link(string name) =>
        Text(name) is { Length: <= AlertLimits.Link } text && Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address.AbsoluteUri
            : null;

    private JsonElement? Find(string name) => json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}

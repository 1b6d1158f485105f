using IncidentBot.Host.Settings.Reading;

namespace IncidentBot.Host.Settings.Rules;

/// <summary>What secrets look like: the known shapes, and those of the house.</summary>
internal static class SecretRules
{
    public static IReadOnlyList<SecretShape> Of(Dictionary<string, SecretSettings> settings, StartupFaults faults)
    {
        var shapes = SecretShapes.Default.ToDictionary(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, wanted) in settings)
        {
            var path = $"{nameof(HouseSettings.Secrets)}:{key}";
            var known = shapes.GetValueOrDefault(key);
            shapes.Remove(key);
            if (!wanted.Enabled) continue;
            if ((wanted.Pattern ?? known?.Pattern) is not { Length: > 0 } pattern) faults.Add($"{path}:Pattern", "What does it look like? Write a regular expression.");
            else if (SecretShape.Fault(pattern) is { } fault) faults.Add($"{path}:Pattern", $"The regular expression cannot be used: {fault}");
            else shapes[key] = new SecretShape(wanted.Name ?? known?.Name ?? $"a secret ({key})", pattern);
        }
        return [.. shapes.OrderBy(shape => shape.Key, StringComparer.Ordinal).Select(shape => shape.Value)];
    }
}
